import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { openedEvent } from './calendar'
import { openModule, playToEnding } from './player'

const MODULE = 'allo-le-cfa'
const DAY = 86_400_000

async function openPlan(page: Page): Promise<void> {
  await openModule(page, MODULE)
  await playToEnding(page)
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await page.getByRole('link', { name: 'Mon plan si… alors…' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mon plan' })).toBeFocused()
}

/** One half of the plan, to be written. */
function half(page: Page, name: string) {
  return page.getByRole('textbox', { name }).first()
}

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Garder mon plan' }).click()
  await expect(page.getByText('Ton plan est gardé sur cet appareil.')).toBeVisible()
  await page.getByRole('button', { name: 'Revoir mon plan' }).click()
}

async function calendarFile(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Mettre dans mon agenda' }).click(),
  ])
  return openedEvent(download)
}

test.describe('on Réunion island', () => {
  test.use({ timezoneId: 'Indian/Reunion' })

  test('a plan in own words; changed, it stays the same event of the calendar', async ({
    page,
  }) => {
    await page.clock.setFixedTime(new Date('2026-11-23T10:00:00+04:00'))
    await openPlan(page)
    await page.getByRole('radio', { name: 'Avec mes mots' }).first().check()
    await half(page, 'Si…').fill('Si jeudi, 16 h 30, je sors du lycée,')
    await half(page, 'alors…').fill('j’appelle le CFA de Saint-Pierre')
    await expect(page.getByRole('radio', { name: 'jeu. 26 nov.' })).toBeChecked()
    await page.getByRole('radio', { name: 'Pas de plan B' }).check()
    await keep(page)
    await expect(page.getByText('jeudi, 16 h 30, je sors du lycée')).toBeVisible()
    const first = await calendarFile(page)
    expect(first).toMatchObject({
      zone: 'Indian/Reunion',
      at: Date.parse('2026-11-26T16:30:00+04:00'),
      sequence: 0,
    })

    await page.getByRole('button', { name: 'Changer mon plan' }).click()
    await page.getByRole('radio', { name: 'ven. 27 nov.' }).check()
    await page.getByLabel('À quelle heure').fill('09:00')
    await page.getByLabel('Rappel de l’agenda').selectOption('1 jour avant')
    await keep(page)
    await expect(page.getByText('vendredi, 9 h, je sors du lycée')).toBeVisible()
    expect(await calendarFile(page)).toMatchObject({
      uid: first.uid,
      at: Date.parse('2026-11-27T09:00:00+04:00'),
      sequence: 1,
      alarm: -86_400,
    })
  })
})

test('a plan that lacks a half is not kept, and says why; nothing typed is lost', async ({
  page,
}) => {
  await openPlan(page)
  await page.getByRole('radio', { name: 'Avec mes mots' }).first().check()
  await half(page, 'Si…').fill('lundi, au CDI')
  await page.getByRole('button', { name: 'Garder mon plan' }).click()
  await expect(page.getByRole('alert')).toHaveText(/Il manque une moitié/)
  await expect(half(page, 'Si…')).toHaveValue('lundi, au CDI')
})

test('a rehearsal in the wrong order can be begun again', async ({ page }) => {
  await openPlan(page)
  await page.getByRole('radio', { name: /15 h, je suis au calme/ }).check()
  await page.getByRole('button', { name: 'Garder mon plan' }).click()
  const pieces = ['feuille', 'ma', 'avec', 'CFA', 'le', 'j’appelle']
  const touch = async (some: string[]) => {
    for (const piece of some) await page.getByRole('button', { name: piece, exact: true }).click()
  }
  await touch(pieces)
  await expect(page.getByText('Presque.')).toBeVisible()
  await page.getByRole('button', { name: 'Recommencer' }).click()
  await touch(pieces.reverse())
  await expect(page.getByText('C’est ça.')).toBeVisible()
  await page.getByRole('button', { name: 'Revoir mon plan' }).click()
  await expect(page.getByText('Tu l’as redit le')).toBeVisible()
})

test('the day comes: one line on the home, sent away with a tap, and never again', async ({
  page,
}) => {
  const monday = new Date('2026-11-23T10:00:00+01:00').getTime()
  await page.clock.setFixedTime(monday)
  await openPlan(page)
  await page.getByRole('radio', { name: /15 h, je suis au calme/ }).check()
  await keep(page)
  const line = page.getByRole('complementary', { name: 'Pour toi' })

  await page.goto('./#/')
  await expect(line).toContainText('Avant de jouer')
  await page.clock.setFixedTime(monday + 2 * DAY)
  await page.reload()
  await expect(line).toContainText('Aujourd’hui, 15:00 : j’appelle le CFA avec ma feuille.')
  await line.getByRole('link', { name: 'Voir mon plan' }).click()
  await expect(page.getByText('mercredi 25 novembre, 15:00')).toBeVisible()

  await page.clock.setFixedTime(monday + 4 * DAY)
  await page.goto('./#/')
  await page.reload()
  await expect(line).toContainText('Tu avais prévu')
  await line.getByRole('button', { name: 'Non merci' }).click()
  await expect(line).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('link', { name: /Allô, le CFA/ })).toBeVisible()
  await expect(line).not.toContainText('Tu avais prévu')
})

test('a plan that is over makes room for another; it stays in the list', async ({ page }) => {
  await openPlan(page)
  await page.getByRole('radio', { name: /15 h, je suis au calme/ }).check()
  await keep(page)
  await page.getByRole('button', { name: 'Ce plan est fini' }).click()
  await expect(page.getByRole('link', { name: 'Noter ce que ça a donné' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Garder mon plan' })).toBeVisible()
  await page.getByText('Mes plans d’avant').click()
  await expect(page.getByText('mercredi, 15 h, je suis au calme chez moi').last()).toBeVisible()
})
