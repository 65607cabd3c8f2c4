import { readFileSync } from 'node:fs'
import { expect, test } from './app'
import { giveFirstModule, makeClass, openCollect, otherDevice, pasteResults } from './classroom'
import { handedInLink } from '../handed-in-link'
import { doNext, playToEnding, readyOffline, sceneOf } from './player'

test('a pupil receives an assignment, plays and hands in offline; the teacher sees what was chosen', async ({
  page: teacher,
  browser,
  address,
}) => {
  test.setTimeout(180_000)
  await makeClass(teacher)
  const link = await giveFirstModule(teacher)
  expect(link.length).toBeLessThanOrEqual(200)

  const { context, page: pupil, faults } = await otherDevice(browser, address)
  await pupil.goto('./')
  await readyOffline(pupil)
  await context.setOffline(true)
  await pupil.goto(link)
  await expect(pupil.getByRole('heading', { name: 'Avant le forum' })).toBeVisible()
  await expect(pupil.getByText('Jouez deux fois.')).toBeVisible()
  await pupil.getByRole('button', { name: 'D’accord, je commence' }).click()
  await expect(pupil.getByRole('heading', { name: 'Devoir : Avant le forum' })).toBeVisible()
  await pupil.getByRole('link', { name: /Allô, le CFA.*Jouer/ }).click()
  await sceneOf(pupil)
  await playToEnding(pupil, [0, 1, 2, 0, 1, 2])

  await pupil.goto('./#/')
  await expect(pupil.getByText('1 histoire finie sur 1')).toBeVisible()
  await pupil.getByRole('link', { name: 'Rendre mon travail' }).click()
  const name = await pupil.getByLabel('Surnom ou numéro').inputValue()
  expect(name).toMatch(/^\p{Lu}\p{L}+ \d\d$/u)
  await pupil.getByLabel('Surnom ou numéro').fill('Loutre 7')
  await pupil.getByLabel('Surnom ou numéro').blur()

  // Own sentences stay unless ticked: the preview says so, and the packet holds no more.
  await pupil.getByText(/Première partie/).click()
  await expect(pupil.getByText('[ta phrase reste chez toi]').first()).toBeVisible()
  await pupil.getByRole('checkbox', { name: /Écris un moment/ }).check()
  const sentence = 'J’aime réparer ce qui est cassé.'
  await expect(pupil.getByRole('listitem').filter({ hasText: sentence })).toHaveCount(1)
  await pupil.getByRole('button', { name: 'C’est bon, je rends' }).click()
  await expect(pupil.getByRole('img', { name: /Code de ton travail/ })).toBeVisible()
  const download = pupil.waitForEvent('download')
  await pupil.getByRole('button', { name: 'Enregistrer le fichier' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('resultat-Loutre-7.txt')
  const content = readFileSync(await file.path())
  expect(faults).toEqual([])
  await context.close()

  await openCollect(teacher)
  await teacher
    .getByLabel(/Fichiers/)
    .last()
    .setInputFiles({ name: file.suggestedFilename(), mimeType: 'text/plain', buffer: content })
  await expect(teacher.getByRole('listitem').filter({ hasText: 'Loutre 7 : reçu' })).toBeVisible()
  await expect(teacher.getByLabel('Résultats reçus pour cette classe')).toHaveText('1 / 24')
  await teacher.getByRole('link', { name: 'Voir la classe' }).click()
  await expect(teacher.getByText('1 résultat reçu sur 24')).toBeVisible()
  await expect(teacher.getByRole('heading', { name: 'Fins atteintes' })).toBeVisible()
  await expect(teacher.getByText('Loutre 7')).toBeHidden()
  await teacher.getByText('Élèves, vue privée').click()
  await teacher.getByRole('button', { name: /Loutre 7/ }).click()
  await teacher.getByText(/Première partie :/).click()
  await expect(teacher.getByText(`« ${sentence} »`)).toBeVisible()
  await expect(teacher.getByText(/J’aime réparer/)).toHaveCount(1)
})

test('a result sent twice counts once, a later one replaces it, a damaged one is refused with a reason', async ({
  page,
}) => {
  await makeClass(page)
  const link = await giveFirstModule(page)
  await openCollect(page)
  const log = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  const first = handedInLink(link, 3)
  await pasteResults(page, `Bonjour Madame,\nvoici mon travail : ${first}. Merci !`)
  await expect(log('3 : reçu')).toBeVisible()
  await pasteResults(page, first)
  await expect(log('3 : déjà reçu')).toBeVisible()
  await pasteResults(page, handedInLink(link, 3, { later: 5000, luck: 100 }))
  await expect(log('3 : remplace son rendu précédent')).toBeVisible()
  await pasteResults(page, first)
  await expect(log('3 : un rendu plus récent est déjà là')).toBeVisible()
  await pasteResults(page, handedInLink(link, 4).slice(0, -3))
  await expect(log('résultat coupé ou abîmé')).toBeVisible()
  await pasteResults(page, 'r=2.AAAAAAAAAAAA')
  await expect(log('version plus récente')).toBeVisible()
  await pasteResults(page, 'Bonjour')
  await expect(page.getByRole('status').filter({ hasText: 'Aucun résultat trouvé' })).toBeVisible()
  await expect(page.getByLabel('Résultats reçus pour cette classe')).toHaveText('1 / 24')
})

test('a result opened as a link is kept, and says so on a device that is not the teacher’s', async ({
  page: teacher,
  browser,
  address,
}) => {
  await makeClass(teacher)
  const link = await giveFirstModule(teacher)
  const result = handedInLink(link, 5)
  await teacher.goto(result)
  await expect(teacher.getByText('5 : reçu')).toBeVisible()
  await expect(teacher).toHaveURL(/#\/classe$/)

  const { context, page: other, faults } = await otherDevice(browser, address)
  await other.goto(result)
  await expect(other.getByText(/chiffré pour un autre appareil/)).toBeVisible()
  await expect(other.getByText(/Il s’ouvre sur l’appareil/)).toBeVisible()
  expect(faults).toEqual([])
  await context.close()
})

test('an assignment link that is wrong, cut or from the future gets a clear sentence', async ({
  page,
}) => {
  await makeClass(page)
  const link = await giveFirstModule(page)
  const say = async (address: string, sentence: RegExp) => {
    await page.goto(address)
    await expect(page.getByRole('alert')).toHaveText(sentence)
  }
  const [before, token = ''] = link.split('d=')
  await say(`${before}d=${token.slice(0, -2)}`, /coupé ou abîmé/)
  await say(`${before}d=bonjour`, /pas un lien de devoir/)
  await say(`${before}d=2${token.slice(1)}`, /version plus récente/)
  await page.getByLabel('Le lien du devoir').fill(`Voici : ${link}`)
  await page.getByRole('button', { name: 'Ouvrir' }).click()
  await expect(page.getByRole('heading', { name: 'Avant le forum' })).toBeVisible()
})

test('an assignment may forbid to take a choice back', async ({ page }) => {
  await makeClass(page)
  const link = await giveFirstModule(page, { stepBack: false })
  const back = page.getByRole('button', { name: 'Revenir', exact: true })
  /** Plays until a second decision is asked: there is then a choice to take back. */
  const toSecondDecision = async () => {
    for (let decided = 0; decided < 2;) if ((await doNext(page)) === 'decision') decided += 1
    while ((await sceneOf(page)) !== 'decision') await doNext(page)
  }
  await page.goto('./#/jouer/allo-le-cfa')
  await toSecondDecision()
  await expect(back).toBeVisible()
  await page.goto(link)
  await page.getByRole('button', { name: 'D’accord, je commence' }).click()
  await page.getByRole('link', { name: /Allô, le CFA.*Jouer/ }).click()
  await toSecondDecision()
  await expect(back).toBeHidden()
})

test('what is projected shows no name and no small number', async ({ page }) => {
  await makeClass(page)
  const link = await giveFirstModule(page)
  await openCollect(page)
  const links = Array.from({ length: 4 }, (_, i) =>
    handedInLink(link, i + 1, { name: `Loutre ${i}` }),
  )
  await pasteResults(page, links.join('\n'))
  await expect(page.getByLabel('Résultats reçus pour cette classe')).toHaveText('4 / 24')
  await page.getByRole('link', { name: 'Voir la classe' }).click()
  await page.getByRole('link', { name: 'Projeter sans aucun nom' }).click()
  await expect(page.getByText(/Moins de 5 résultats/)).toBeVisible()

  await openCollect(page)
  const more = Array.from({ length: 20 }, (_, i) =>
    handedInLink(link, i + 5, { name: `Loutre ${i + 4}` }),
  )
  await pasteResults(page, more.join('\n'))
  await expect(page.getByLabel('Résultats reçus pour cette classe')).toHaveText('24 / 24')
  await page.getByRole('link', { name: 'Voir la classe' }).click()
  await page.getByRole('link', { name: 'Projeter sans aucun nom' }).click()
  const next = page.getByRole('button', { name: 'Suivant' })
  await expect(next).toBeVisible()
  for (let slide = 0; slide < 30; slide++) {
    await page.getByRole('button', { name: 'Montrer les réponses de la classe' }).click()
    const counts = await page.locator('.count').allInnerTexts()
    for (const count of counts) expect(count).toMatch(/^(moins de 5|caché|[5-9]|[1-9]\d+)$/)
    await expect(page.getByRole('main')).not.toContainText('Loutre')
    if (await next.isDisabled()) break
    await next.click()
  }
})
