import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { wrongOn } from './look'

test.describe.configure({ timeout: 180_000 })

/** How many sheets of paper a page prints on: Chromium writes one `/Type /Page` for each. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

async function openBooklet(page: Page, address: string): Promise<void> {
  await page.goto(`./#/livret/${address}`)
  await expect(page.getByRole('heading', { name: 'L’histoire', exact: true })).toBeVisible()
}

const choose = (page: Page, field: string, label: string) =>
  page.getByRole('combobox', { name: field }).selectOption({ label })

test('a teacher prints a story on paper, and every number it sends to is there', async ({
  page,
}) => {
  await page.goto('./#/classe')
  await page.getByRole('link', { name: 'Livret papier' }).click()
  await choose(page, 'Histoire', 'Trouver mon entreprise')
  await choose(page, 'Niveau', 'En vrai')
  await choose(page, 'Variante', 'Le répondeur')
  await expect(page).toHaveURL(/livret\/trouver-mon-entreprise\?.*variante=repondeur/)

  await page.emulateMedia({ media: 'print' })
  const story = page.locator('section', {
    has: page.getByRole('heading', { name: 'L’histoire', exact: true }),
  })
  const numbers = await story
    .getByRole('article')
    .getByRole('heading', { level: 3 })
    .allInnerTexts()
  expect(numbers.length).toBeGreaterThan(40)
  expect(numbers.map(Number)).toEqual(numbers.map((_, index) => index + 1))
  const text = (await story.getByRole('article').allInnerTexts()).join('\n')
  const asked = [...text.matchAll(/(?:va au|paragraphe|viens du|ou du)\s(\d+)/gi)].map(
    ([, to]) => to,
  )
  expect(asked.length).toBeGreaterThan(numbers.length)
  expect(asked.filter((to) => !numbers.includes(to ?? ''))).toEqual([])
  for (const tool of [
    page.getByRole('button', { name: 'Imprimer' }),
    page.getByRole('combobox').first(),
  ])
    await expect(tool).toBeHidden()
  expect(await pagesOf(page)).toBeGreaterThan(10)
})

test('only what is ticked is printed: the tracking sheet alone holds on one page', async ({
  page,
}) => {
  await openBooklet(page, 'mon-entretien?niveau=n3&variante=offre')
  for (const part of [/^Le livret/, /^Les cartes/, /^La page de l’enseignant/])
    await page.getByRole('checkbox', { name: part }).uncheck()
  await expect(page.getByRole('heading', { name: /^Feuille de route/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'L’histoire', exact: true })).toBeHidden()
  expect(await pagesOf(page)).toBe(1)
  await page.getByRole('checkbox', { name: /^La feuille/ }).uncheck()
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeDisabled()
})

test('another edition has other numbers, and its address gives it again', async ({ page }) => {
  await openBooklet(page, 'allo-le-cfa')
  const first = () => page.getByRole('article').first().innerText()
  const one = await first()
  await choose(page, 'Édition', 'Édition 2')
  await expect(page).toHaveURL(/edition=2/)
  await expect.poll(first).not.toBe(one)
  const two = await first()
  await page.reload()
  await expect.poll(first).toBe(two)
})

test('a sensitive scene keeps its notice, its short version and its way out on paper', async ({
  page,
}) => {
  await openBooklet(page, 'trouver-mon-entreprise')
  const scene = page.getByRole('article').filter({ hasText: 'Scène sensible' })
  for (const way of ['Lire la scène entière', 'Lire la version courte', 'Passer la scène'])
    await expect(scene).toContainText(new RegExp(`${way}\\s+→ va au \\d+`))
  await expect(scene).toContainText('39 28')
})

test('the booklet’s screen can be used by everybody, on a phone and on a classroom PC', async ({
  page,
}) => {
  await openBooklet(page, 'mon-entretien?niveau=n1')
  expect(await wrongOn(page)).toEqual([])
  await page.goto('./#/livret/nulle-part')
  await expect(page.getByRole('alert')).toHaveText(/n’est pas dans l’appli/)
  expect(await wrongOn(page)).toEqual([])
})
