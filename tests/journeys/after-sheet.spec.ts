import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect, test } from './app'
import { MODULES, openModule, playToEnding } from './player'

const A5 = { pages: 1, width: expect.closeTo(420, 0), height: expect.closeTo(595, 0) }
const LONG = 'Je voudrais commencer en septembre, et je peux venir tous les mercredis.'

/** A first play of a module, then its sheet. */
async function openSheet(page: Page, module = 'allo-le-cfa'): Promise<void> {
  await openModule(page, module)
  await playToEnding(page)
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await page.getByRole('link', { name: 'Ma fiche à emporter' }).click()
  await expect(page.getByRole('article')).toBeVisible()
}

/** What a printer would be sent: how many pages, of which size in points. */
async function printed(page: Page): Promise<{ pages: number; width: number; height: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const [, width = 0, height = 0] = (/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []).map(
    Number,
  )
  return { pages: pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, width, height }
}

for (const module of MODULES)
  test(`${module}: the sheet is one A5 page, even full of long sentences, even while they are written`, async ({
    page,
  }) => {
    await openSheet(page, module)
    expect(await printed(page)).toEqual(A5)

    await page.getByRole('button', { name: /Remplir|Changer mes mots/ }).click()
    for (const box of await page.getByRole('textbox').all()) await box.fill(LONG)
    expect(await printed(page)).toEqual(A5)
    await page.getByRole('button', { name: 'C’est prêt' }).click()
    await expect(page.getByRole('textbox')).toHaveCount(0)
    expect(await printed(page)).toEqual(A5)
  })

test('the sheet is one A5 page in the widest letters too', async ({ page }) => {
  await page.goto('./#/reglages')
  await page.getByRole('radio', { name: 'OpenDyslexic' }).check()
  await page.getByRole('radio', { name: 'Large' }).check()
  await openSheet(page, 'trouver-mon-entreprise')
  await page.getByRole('button', { name: /Remplir|Changer mes mots/ }).click()
  for (const box of await page.getByRole('textbox').all()) await box.fill(LONG)
  await page.evaluate(() => document.fonts.ready)
  expect(await printed(page)).toEqual(A5)
})

test('the sheet becomes a picture drawn on the device', async ({ page }) => {
  await openSheet(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Partager l’image' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('allo-le-cfa.png')
  const picture = await readFile(await download.path())
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1184, 1680])
  // A blank page of that size is far smaller.
  expect(picture.length).toBeGreaterThan(30_000)
  await expect(page.getByText('L’image est enregistrée')).toBeVisible()
})

test('the sheet is copied as text, one idea a line', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSheet(page, 'je-ne-sais-pas-encore')
  await page.getByRole('button', { name: 'Copier le texte' }).click()
  await expect(page.getByText('C’est copié.')).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toMatch(/^JE CHERCHE\s: MA FICHE\n\nMes mots\n- J’aime réparer ce qui est cassé\.\n/)
  expect(text).toMatch(/Pourquoi ce métier\s\?\s» → J’aime réparer ce qui est cassé\. Je voudrais/)
  expect(text).toContain('Ce que je dis\n- Bonjour → Bonjour, je m’appelle ……')
  expect(text).not.toMatch(/[ \u00a0\u202f]{2}|\*\*|\{/)
})

test('words written on the sheet go everywhere they belong, and can be taken back', async ({
  page,
}) => {
  await openSheet(page)
  await page.getByRole('button', { name: /Remplir/ }).click()
  const box = page.getByRole('textbox', { name: /je m’appelle/ })
  await box.pressSequentially(' et Sam')
  await expect(box).toHaveValue(/ et Sam$/)
  await box.fill('Sami')
  await box.blur()
  await expect(page.getByText('Bonjour, c’est Sami.')).toBeVisible()
  await box.fill('')
  await box.blur()
  await expect(box).toHaveValue(/^J’aime réparer/)
})

test('the script is read in big letters, and the screen stays on', async ({ page }) => {
  await openSheet(page)
  await page.getByRole('link', { name: 'Lire en gros caractères' }).click()
  await expect(page.getByRole('heading', { name: 'Ce que je dis' })).toBeFocused()
  const size = await page
    .getByText('Quelle autre piste me conseillez-vous')
    .evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  expect(size).toBeGreaterThanOrEqual(28)
  await page.goBack()
  await expect(page.getByRole('article')).toBeVisible()
})

test('a run that is not on this device has no sheet', async ({ page }) => {
  await page.goto('./#/fiche/0123')
  await expect(page.getByText('Cette partie n’est plus sur cet appareil')).toBeVisible()
})
