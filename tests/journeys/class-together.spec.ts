import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { followOn, togetherScene } from './class-tour'
import { giveFirstModule, makeClass } from './classroom'

// A classroom projector.
test.use({ viewport: { width: 1366, height: 768 } })

async function startTogether(page: Page): Promise<void> {
  await makeClass(page)
  await giveFirstModule(page)
  await page.getByRole('link', { name: 'Retour à la classe' }).click()
  await page.getByRole('link', { name: 'Jouer ensemble' }).click()
  await page.getByRole('button', { name: 'Commencer' }).click()
  await toVote(page)
}

/** Goes on to the next vote. */
async function toVote(page: Page): Promise<void> {
  for (let scene = await togetherScene(page); scene !== 'vote'; scene = await togetherScene(page))
    await followOn(page, scene)
}

const hands = (page: Page, letter: string) => page.getByLabel(`Mains levées pour ${letter}`)
const follow = (page: Page, letter: string) =>
  page.getByRole('button', { name: `Suivre le choix ${letter}` })

test('a class votes by hand to the end, talks, and takes another road', async ({ page }) => {
  test.setTimeout(180_000)
  await startTogether(page)
  await hands(page, 'A').fill('9')
  await hands(page, 'B').fill('9')
  await expect(page.getByText('18 mains comptées.')).toBeVisible()
  await expect(page.getByText('Égalité : discutez, puis choisissez.')).toBeVisible()
  await page.getByRole('button', { name: 'Une main de plus pour B' }).click()
  await expect(page.getByText('Égalité')).toBeHidden()
  await follow(page, 'B').click()

  // The reaction is on the stage, beside the note; a reload comes back to the same play.
  await expect(page.getByRole('region', { name: 'Ce que ça fait' })).toBeVisible()
  await expect(page).toHaveURL(/partie=/)
  await page.reload()
  for (let scene = await togetherScene(page); scene !== 'debrief';) {
    await followOn(page, scene)
    scene = await togetherScene(page)
  }
  await expect(page.getByText('Bilan de la classe')).toBeVisible()
  const [first, ...others] = await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /Prendre une autre route/ }) })
    .all()
  await expect(first!.locator('.count')).toHaveText(['10', '9'])
  await expect(first!.getByText('suivi')).toBeVisible()
  expect(others.length).toBeGreaterThan(3)

  // Another road from the first vote; the first road stays kept, and both are told side by side.
  const ending = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('button', { name: 'Prendre une autre route d’ici (choix 1)' }).click()
  await expect(hands(page, 'A')).toHaveValue('0')
  await page.getByRole('link', { name: /Quitter/ }).click()
  const plays = page.getByRole('heading', { name: 'Parties jouées ensemble' }).locator('..')
  await expect(plays.getByRole('listitem')).toHaveCount(2)
  await expect(plays.getByText(/à reprendre/)).toBeVisible()
  await plays.getByRole('listitem').filter({ hasText: 'finie' }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: ending })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Les autres chemins de la classe' })).toBeVisible()
})

test('a class without phones nor assignment plays together at once', async ({ page }) => {
  await makeClass(page)
  await page.getByRole('link', { name: 'Allô, le CFA ?' }).click()
  await page.getByRole('button', { name: 'Commencer' }).click()
  await toVote(page)
  await expect(hands(page, 'A')).toHaveValue('0')
})

test('a choice followed by mistake goes back to the vote', async ({ page }) => {
  await startTogether(page)
  const choices = await page.getByRole('group').innerText()
  await follow(page, 'A').click()
  await page.getByRole('button', { name: 'Revenir au vote' }).click()
  await expect(hands(page, 'A')).toHaveValue('0')
  expect(await page.getByRole('group').innerText()).toBe(choices)
})

test('the keyboard alone counts, follows and reads on, and is told what changed', async ({
  page,
}) => {
  await startTogether(page)
  await hands(page, 'C').focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(hands(page, 'C')).toHaveValue('2')
  await follow(page, 'C').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'La scène' })).toBeFocused()
  await page.getByRole('button', { name: 'Continuer' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Continuer' })).toBeHidden()
  await expect(page.locator('[tabindex="-1"]:focus')).toHaveCount(1)
})

test('a whole vote fits the projector, and no name is there', async ({ page }) => {
  await startTogether(page)
  const below = await page.evaluate(
    () => document.documentElement.scrollHeight - window.innerHeight,
  )
  expect(below).toBeLessThanOrEqual(0)
})
