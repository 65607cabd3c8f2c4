import { hexToBytes } from '@noble/hashes/utils.js'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { readAssignment, type Assignment } from '../../src/core/class/assignment'
import { resultToken } from '../../src/core/class/envelope'
import { resultOf } from '../../src/core/class/hand-in'
import { finishedRun, games, MORNING } from '../class-play'
import { watchFaults } from './app'
import { expect } from './app'

/** Another person on another device: its own profile, watched like the first. */
export async function otherDevice(
  browser: Browser,
  address: string,
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 360, height: 640 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  const faults = await watchFaults(context, address)
  return { context, page: await context.newPage(), faults }
}

/** Makes a class of 24. */
export async function makeClass(page: Page, name = '2de pro Cuisine'): Promise<void> {
  await page.goto('./#/classe')
  await page.getByLabel('Nom de la classe ou du groupe').fill(name)
  await page.getByLabel('Nombre d’élèves (facultatif)').fill('24')
  await page.getByRole('button', { name: 'Créer la classe' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Gives the first module to the class on the screen. @returns the link */
export async function giveFirstModule(
  page: Page,
  { sealed = true, stepBack = true, title = 'Avant le forum' } = {},
): Promise<string> {
  await page.getByRole('link', { name: 'Donner un devoir' }).click()
  await page.getByRole('checkbox', { name: /Allô, le CFA/ }).check()
  await page.getByRole('combobox', { name: /Niveau/ }).selectOption({ index: 1 })
  await page.getByLabel('Titre du devoir').fill(title)
  await page.getByLabel(/Un mot aux élèves/).fill('Jouez deux fois.')
  await page.getByRole('checkbox', { name: /Chiffrer/ }).setChecked(sealed)
  await page.getByRole('checkbox', { name: /revenir/ }).setChecked(stepBack)
  await page.getByRole('button', { name: 'Créer le devoir' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Devoir : ${title}` })).toBeVisible()
  return (await page.getByRole('link', { name: /#\/devoir/ }).getAttribute('href')) ?? ''
}

/** Reads the link of an assignment, as a pupil's app does. */
function assignmentIn(link: string): Assignment {
  const token = new URL(link).hash.split('d=')[1] ?? ''
  const read = readAssignment(
    token,
    games.map(({ scenario }) => scenario),
  )
  if ('trouble' in read) throw new Error(`The link is ${read.trouble}.`)
  return read.assignment
}

/** The link a pupil hands in, made outside the browser. @param number of the pupil, who goes by it */
export function handedInLink(
  link: string,
  number: number,
  { luck = (number * 37) % 100, later = 0, name = String(number) } = {},
): string {
  const assignment = assignmentIn(link)
  const asked = assignment.modules
  const played = asked.flatMap(({ module }) => {
    const game = games.find(({ scenario }) => scenario.id === module)
    return game ? [finishedRun(game, number, luck)] : []
  })
  const progress = asked.map((assigned) => ({
    assigned,
    finished: played.map(({ run }) => run).filter((run) => run.scenario === assigned.module),
  }))
  const result = resultOf(assignment, progress, played, games, {
    member: number.toString(16).padStart(10, '0'),
    name,
    sentAt: MORNING + number * 60_000 + later,
    shared: new Set(),
  })
  const { key } = assignment
  const chance = hexToBytes(number.toString(16).padStart(64, '5'))
  const token = resultToken(result, games, key ? { key, chance } : undefined)
  return `${link.split('#')[0]}#/classe?r=${token}`
}

/** Goes from any screen of the class to its collection. */
export async function openCollect(page: Page, name = '2de pro Cuisine'): Promise<void> {
  await page.goto('./#/classe')
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await page.getByRole('link', { name: 'Recevoir des résultats' }).click()
  await expect(page.getByRole('heading', { name: 'Recevoir des résultats' })).toBeVisible()
}

/** Pastes texts into the collection and waits for what is said of them. */
export async function pasteResults(page: Page, text: string): Promise<void> {
  await page.getByLabel(/Coller des liens/).fill(text)
  await page.getByRole('button', { name: 'Prendre ces résultats' }).click()
  await expect(page.getByLabel(/Coller des liens/)).toHaveValue('')
}
