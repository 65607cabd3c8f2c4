import { expect } from './app'
import { openedEvent } from './calendar'
import { test } from './own-site'
import { doNext, openModule, readyOffline, sceneOf } from './player'
import { moduleOf } from '../modules'
import { isOfQuality, playAs } from './qualities'

const MODULE = 'allo-le-cfa'

/** The title of the ending of a rank, from 1 to 4. */
function endingOf(rank: number): string {
  const ending = moduleOf(MODULE).steps.find((step) => step.kind === 'ending' && step.rank === rank)
  if (ending?.kind !== 'ending') throw new Error(`No ending of rank ${rank}.`)
  return ending.title
}

test('from the scene to the real call, without network: debrief, turning point, sheet, plan, calendar, notebook, review', async ({
  page,
  own,
}) => {
  const monday = new Date('2026-11-23T10:00:00+01:00').getTime()
  await page.clock.setFixedTime(monday)
  await openModule(page, MODULE)
  await readyOffline(page)
  await own.close()

  await playAs(page, MODULE, 'ok')
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: endingOf(2) })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Avec ta partie d’avant' })).toHaveCount(0)

  let instead = ''
  await test.step('the turning point is replayed first, and keeps its promise', async () => {
    const point = page.getByRole('region', { name: 'Le moment qui change tout' })
    instead = await point.getByRole('definition').last().innerText()
    expect(isOfQuality(MODULE, 'best', instead)).toBe(true)
    await expect(point).toContainText(endingOf(3))
    await point.getByRole('link', { name: 'Rejouer à partir d’ici' }).click()
    await page.waitForURL(/partie=/)
    await sceneOf(page)
    await playAs(page, MODULE, 'ok', [instead])
    await page.getByRole('link', { name: 'Voir mon bilan' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(endingOf(3))
  })

  await test.step('last time is told beside this time', async () => {
    const compared = page.getByRole('region', { name: 'Avec ta partie d’avant' })
    await expect(compared).toContainText(endingOf(2))
    await expect(compared).toContainText('Une réponse a changé, en mieux.')
    await compared.getByText('Voir ce qui a changé').click()
    await expect(compared).toContainText(instead)
  })

  await test.step('the sheet holds the learner’s words, and keeps what is added', async () => {
    await page.getByRole('link', { name: 'Ma fiche à emporter' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Mon appel au CFA' })).toBeFocused()
    await expect(page.getByRole('article')).toContainText('J’aime réparer ce qui est cassé.')
    await page.getByRole('button', { name: 'Remplir les 4 blancs' }).click()
    await page.getByRole('textbox', { name: /« Nom/ }).fill('Mme Sissoko ')
    await page.getByRole('button', { name: 'C’est prêt' }).click()
    await expect(page.getByRole('button', { name: 'Remplir les 3 blancs' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('article')).toContainText('Nom : Mme Sissoko')
    await expect(page.getByRole('button', { name: 'Remplir les 3 blancs' })).toBeVisible()
  })

  await test.step('a plan takes three taps, and is said again with half of it hidden', async () => {
    await page.getByRole('link', { name: 'Faire mon plan si… alors…' }).click()
    await page.getByRole('radio', { name: /15 h, je suis au calme/ }).check()
    await page.getByRole('radio', { name: /on me dit que c’est complet/ }).check()
    await page.getByRole('button', { name: 'Garder mon plan' }).click()
    await expect(page.getByText('Ton plan est gardé sur cet appareil.')).toBeVisible()
    await expect(page.getByText('alors …')).toBeVisible()
    for (const piece of ['j’appelle', 'le', 'CFA', 'avec', 'ma', 'feuille'])
      await page.getByRole('button', { name: piece, exact: true }).click()
    await expect(page.getByText('C’est ça. Dis-le une fois à voix haute.')).toBeVisible()
    await page.getByRole('button', { name: 'Revoir mon plan' }).click()
    await expect(page.getByText('mercredi 25 novembre, 15:00')).toBeVisible()
  })

  await test.step('the calendar file opens in a calendar', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Mettre dans mon agenda' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('mon-plan.ics')
    const event = await openedEvent(download)
    expect(event).toMatchObject({
      sequence: 0,
      title: 'J’appelle le CFA avec ma feuille',
      zone: 'Europe/Paris',
      at: Date.parse('2026-11-25T15:00:00+01:00'),
      alarm: -900,
    })
    expect(event.notes).toContain('Si ça coince : on me dit que c’est complet')
    expect(event.notes).toMatch(/Ma fiche : http.*#\/fiche\/[0-9a-f]{32}$/)
  })

  await test.step('the sheet says the plan, and the notebook the task', async () => {
    await page.getByRole('link', { name: 'Voir ma fiche' }).click()
    await expect(page.getByRole('article')).toContainText('Quand : mercredi 25 novembre, 15:00')
    await page.goto('./#/carnet')
    await page.getByRole('button', { name: 'Dire ce que ça a donné' }).click()
    await page.getByRole('button', { name: 'Rendez-vous' }).click()
    await expect(page.getByText(/Rendez-vous · lundi 23 novembre/)).toBeVisible()
  })

  await test.step('two days later, what the scene taught is recalled', async () => {
    await page.clock.setFixedTime(monday + 2 * 86_400_000)
    await page.goto('./#/reviser')
    await page.reload()
    await page.getByRole('button', { name: /8 cartes à revoir/ }).click()
    for (let card = 1; card <= 8; card++) {
      await page.getByRole('button', { name: 'Retourner la carte' }).click()
      await page.getByRole('button', { name: 'Je savais' }).click()
    }
    await expect(page.getByRole('heading', { name: 'C’est fait' })).toBeFocused()
  })
})

test('a choice of the map is replayed from where it was made', async ({ page }) => {
  await openModule(page, MODULE)
  await playAs(page, MODULE, 'ok')
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await page.locator('.map .touch').nth(3).click()
  await page.waitForURL(/partie=/)
  expect(await sceneOf(page)).toBe('decision')
  await doNext(page)
})

test('a call that went wrong from end to end still has a moment to try again', async ({ page }) => {
  await openModule(page, MODULE)
  await playAs(page, MODULE, 'trap')
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  // Where no single answer would have been enough, the author’s own proposal stands there.
  const moment = page.getByRole('region', { name: /Le moment qui change tout|À retenter/ })
  await moment.getByRole('link').click()
  await page.waitForURL(/partie=/)
  expect(await sceneOf(page)).toBe('decision')
})

test('after the best ending, the author’s own proposal is there to try', async ({ page }) => {
  await openModule(page, MODULE)
  await playAs(page, MODULE, 'best')
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await page.getByRole('region', { name: 'À retenter' }).getByRole('link').click()
  await sceneOf(page)
  await expect(page).toHaveURL(/jouer/)
})

test('one question of the debrief is answered and explained', async ({ page }) => {
  await openModule(page, MODULE)
  await playAs(page, MODULE, 'best')
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await page.getByRole('radio', { name: /on sait quoi faire/ }).check()
  await expect(page.getByText('C’est vrai et c’est clair.')).toBeVisible()
})
