import { expect, type Page } from '@playwright/test'
import { giveFirstModule, makeClass, openCollect, pasteResults } from './classroom'
import { handedInLink } from '../handed-in-link'
import { playToEnding, sceneOf } from './player'

/** What is done at each screen of a tour. */
type Look = (name: string) => Promise<void>

/** Opens every fold of the screen. */
async function unfold(page: Page): Promise<void> {
  const folded = page.locator('main details:not([open]) > summary')
  while (await folded.count()) await folded.first().click()
}

/** Goes through the screens of a teacher, empty then with a class of 24 results. @returns the link of the assignment */
export async function teacherTour(page: Page, look: Look): Promise<string> {
  await page.goto('./#/classe')
  await expect(page.getByLabel('Nom de la classe ou du groupe')).toBeVisible()
  await unfold(page)
  await look('classes, none')
  await makeClass(page)
  await look('class, empty')
  await page.getByRole('link', { name: 'Donner un devoir' }).click()
  await page.getByRole('checkbox', { name: /Allô, le CFA/ }).check()
  await look('assign')
  await page.getByRole('link', { name: 'Retour à la classe' }).click()
  const link = await giveFirstModule(page)
  await look('given')
  await page.getByRole('button', { name: 'Montrer en grand' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('given, full screen')
  await page.getByRole('button', { name: 'Fermer' }).click()

  await openCollect(page)
  await look('collect, nothing yet')
  const links = Array.from({ length: 24 }, (_, i) => handedInLink(link, i + 1))
  await pasteResults(page, [...links, links[0]?.slice(0, -3)].join('\n'))
  await expect(page.getByLabel('Résultats reçus pour cette classe')).toHaveText('24 / 24')
  await look('collect')

  await page.getByRole('link', { name: 'Voir la classe' }).click()
  await expect(page.getByRole('heading', { name: 'Fins atteintes' })).toBeVisible()
  await look('class')
  await unfold(page)
  await page.getByRole('button', { name: /^3 / }).click()
  await unfold(page)
  await look('class, all unfolded')

  await page.getByRole('link', { name: 'Projeter sans aucun nom' }).click()
  await page.getByRole('button', { name: 'Montrer les réponses de la classe' }).click()
  await page.getByRole('button', { name: 'Montrer l’explication' }).click()
  await look('projection')
  await page.goto('./#/classe')
  await expect(page.getByRole('link', { name: /2de pro Cuisine/ })).toBeVisible()
  await look('classes')
  return link
}

/** Plays a module with the class that is there. */
export async function togetherTour(page: Page, look: Look): Promise<void> {
  await page.goto('./#/classe')
  await page.getByRole('link', { name: /2de pro Cuisine/ }).click()
  await page.getByRole('link', { name: 'Jouer ensemble' }).click()
  const begin = page.getByRole('button', { name: 'Commencer' })
  await expect(begin).toBeVisible()
  await look('together, before')
  await begin.click()
  const looked = new Set<string>()
  for (let gesture = 0; gesture < 60; gesture++) {
    const scene = await togetherScene(page)
    if (!looked.has(scene)) await look(`together, ${scene}`)
    looked.add(scene)
    if (scene === 'debrief') break
    await followOn(page, scene)
  }
  expect([...looked]).toEqual(expect.arrayContaining(['vote', 'reaction', 'debrief']))
  await page.getByRole('button', { name: 'Recommencer depuis le début' }).click()
  await page.goto('./#/classe')
  await page.getByRole('link', { name: /2de pro Cuisine/ }).click()
  await expect(page.getByRole('heading', { name: 'Parties jouées ensemble' })).toBeVisible()
}

/** What a class is asked, by the words a teacher sees. */
const SIGNS = {
  debrief: 'Recommencer depuis le début',
  sensitive: 'Version courte',
  vote: 'Suivre',
  reaction: 'Continuer',
  choose: 'Valider',
  model: 'Voir l’exemple réussi',
  lines: 'Suite',
}
export type TogetherScene = keyof typeof SIGNS

export async function togetherScene(page: Page): Promise<TogetherScene> {
  const found = await page.waitForFunction((signs) => {
    const names = [...document.querySelectorAll('main button')].map((one) => one.textContent.trim())
    return signs.find(([, name]) => names.includes(name))?.[0]
  }, Object.entries(SIGNS))
  return (await found.jsonValue()) as TogetherScene
}

/** Does what the class is asked: the first choice gets twelve hands. */
export async function followOn(page: Page, scene: TogetherScene): Promise<void> {
  const main = page.getByRole('main')
  const button = main.getByRole('button', { name: SIGNS[scene], exact: true })
  if (scene === 'vote') await main.getByLabel('Mains levées pour A').fill('12')
  if (scene === 'choose')
    while (await button.isDisabled())
      await main.locator('input:not(:checked):enabled').first().check()
  const before = await main.innerText()
  await (
    scene === 'vote' ? main.getByRole('button', { name: 'Suivre le choix A' }) : button
  ).click()
  await page.waitForFunction((old) => document.querySelector('main')?.innerText !== old, before)
}

/** Goes through the screens of a pupil who got a link. */
export async function pupilTour(page: Page, link: string, look: Look): Promise<void> {
  await page.goto('./#/devoir')
  await expect(page.getByLabel('Le lien du devoir')).toBeVisible()
  await look('assignment, to paste')
  await page.goto(link.slice(0, -2))
  await expect(page.getByRole('alert')).toBeVisible()
  await look('assignment, cut')
  await page.goto(link)
  await expect(page.getByRole('button', { name: 'D’accord, je commence' })).toBeVisible()
  await look('assignment')
  await page.getByRole('button', { name: 'D’accord, je commence' }).click()
  await expect(page.getByRole('heading', { name: 'Devoir : Avant le forum' })).toBeVisible()
  await look('home, assignment')
  await page.getByRole('link', { name: /Allô, le CFA.*Jouer/ }).click()
  await sceneOf(page)
  await playToEnding(page, [0, 1, 2, 0, 1])
  await page.goto('./#/')
  await page.getByRole('link', { name: 'Rendre mon travail' }).click()
  await expect(page.getByLabel('Surnom ou numéro')).toBeVisible()
  await unfold(page)
  await look('hand in')
  await page.getByRole('button', { name: 'C’est bon, je rends' }).click()
  await expect(page.getByRole('img', { name: /Code de ton travail/ })).toBeVisible()
  await look('hand in, ready')
}
