import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { openModule, playToEnding } from './player'

const MODULE = 'allo-le-cfa'
const DAY = 86_400_000

/** Answers every question on screen with its choice of that number. */
async function answerAll(page: Page, number: number): Promise<void> {
  for (const question of await page.getByRole('group').all())
    await question.getByRole('radio').nth(number).check({ force: true })
}

async function answerBoth(page: Page, grade: number, option: number): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Où j’en suis' })).toBeFocused()
  await answerAll(page, grade)
  await page.getByRole('button', { name: 'Suite' }).click()
  await expect(page.getByRole('heading', { name: 'Que ferais-tu' })).toBeFocused()
  await answerAll(page, option)
  await page.getByRole('button', { name: 'Voir où j’en suis' }).click()
}

test('before, after, two weeks later: a personal line, and each asked once', async ({ page }) => {
  const start = new Date('2026-11-23T10:00:00+01:00').getTime()
  await page.clock.setFixedTime(start)
  const line = page.getByRole('complementary', { name: 'Pour toi' })
  const mine = page.getByRole('region', { name: 'Ma ligne à moi' })

  await test.step('before, from the home', async () => {
    await page.goto('./#/')
    await expect(line).toContainText('Avant de jouer « Allô, le CFA ? »')
    await line.getByRole('link', { name: 'Répondre' }).click()
    await answerBoth(page, 3, 0)
    await expect(mine).toContainText('Avant : 3')
    await expect(mine).not.toContainText('Après')
    await expect(page.getByText('viendront après ta partie')).toBeVisible()
    await page.getByRole('link', { name: 'Jouer' }).click()
  })

  await test.step('after, from the debrief: the situations are explained', async () => {
    await playToEnding(page)
    await page.getByRole('link', { name: 'Voir mon bilan' }).click()
    await page.getByRole('link', { name: 'Où j’en suis' }).click()
    await answerBoth(page, 7, 1)
    await expect(mine).toContainText('Avant : 3')
    await expect(mine).toContainText('Après : 7')
    await expect(mine).toContainText('n’ont pas été validées par la recherche')
    await page.getByText('Les situations, expliquées').click()
    await expect(page.getByText('même debout dans la foule')).toBeVisible()
    await page.getByRole('link', { name: 'Mon bilan' }).click()
    await expect(page).toHaveURL(/bilan/)
  })

  await test.step('two weeks later, from the home', async () => {
    await page.clock.setFixedTime(start + 13 * DAY)
    await page.goto('./#/')
    await page.reload()
    await expect(line).toContainText('Avant de jouer « Trouver mon entreprise »')
    await page.clock.setFixedTime(start + 15 * DAY)
    await page.reload()
    await expect(line).toContainText('Il y a deux semaines, tu as joué « Allô, le CFA ? »')
    await line.getByRole('link', { name: 'Répondre' }).click()
    await answerBoth(page, 8, 2)
    await expect(mine).toContainText('Deux semaines après : 8')
    await page.goto('./#/')
    await expect(line).toContainText('Avant de jouer')
  })
})

test('the questions can all be passed; passed before, they are not asked again', async ({
  page,
}) => {
  await page.goto('./#/')
  const line = page.getByRole('complementary', { name: 'Pour toi' })
  await line.getByRole('link', { name: 'Répondre' }).click()
  await page.getByRole('button', { name: 'Passer' }).click()
  await page.getByRole('button', { name: 'Passer' }).click()
  await expect(page.getByText('Tu n’as rien répondu')).toBeVisible()
  await page.getByRole('link', { name: 'Accueil' }).click()
  await expect(page.getByRole('link', { name: /Allô, le CFA/ })).toBeVisible()
  await expect(line).toHaveCount(0)
})

test('a first play is never held up by a question', async ({ page }) => {
  await openModule(page, MODULE)
  await expect(page.getByText('à quel point')).toHaveCount(0)
})
