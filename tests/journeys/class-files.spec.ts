import { strToU8, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { Page } from '@playwright/test'
import { handedInLink } from '../handed-in-link'
import { codePicture } from '../pictures/code-picture'
import { toPng } from '../pictures/formats'
import { views } from '../pictures/views'
import { expect, test } from './app'
import { giveFirstModule, makeClass, openCollect, pasteResults } from './classroom'

const log = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text })
const counter = (page: Page) => page.getByLabel('Résultats reçus pour cette classe')

interface Given {
  name: string
  mimeType: string
  buffer: Buffer
}
async function give(page: Page, files: Given[]): Promise<void> {
  await page
    .getByLabel(/^Fichiers/)
    .last()
    .setInputFiles(files)
}
const textFile = (name: string, text: string): Given => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

/** What a button gives to save. */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await download
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
}

/** The cells of a table, as a spreadsheet reads them. */
function cellsOf(text: string, delimiter: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  return data
}

test('the zip of submissions of Moodle comes in at once, and a grading worksheet goes back', async ({
  page,
}) => {
  await makeClass(page)
  const link = await giveFirstModule(page)
  await openCollect(page)
  const shared = (pupil: number) => `À toi de jouer : résultat\n${handedInLink(link, pupil)}\n`
  const zip = zipSync({
    'Élise D’Arc_4512_assignsubmission_file_/resultat.txt': strToU8(shared(1)),
    'Martin Jean-Luc_7_assignsubmission_file_/resultat-Loutre.txt': strToU8(shared(2)),
    '=HYPERLINK("x")_9_assignsubmission_onlinetext_/onlinetext.html': strToU8(
      `<p>Voici : ${handedInLink(link, 3)}</p>`,
    ),
    'Petit Zoé_12_assignsubmission_file_/autre.txt': strToU8('Je me suis trompée de fichier.'),
    'Petit Zoé_12_assignsubmission_file_/photo.png': new Uint8Array([1, 2, 3]),
  })
  await give(page, [{ name: 'remises.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) }])
  await expect(counter(page)).toHaveText('3 / 24')
  await expect(log(page, /Petit Zoé.*Aucun résultat trouvé/)).toBeVisible()

  await page.getByRole('link', { name: 'Voir la classe' }).click()
  await page.getByText('Élèves, vue privée').click()
  await expect(page.getByText('Élise D’Arc')).toBeVisible()
  const worksheet = await saved(page, 'Notes pour Moodle (CSV)')
  expect(worksheet.name).toBe('moodle-2de-pro-Cuisine.csv')
  const [head, ...rows] = cellsOf(worksheet.text, ',')
  expect(head?.join()).toBe(
    'Identifiant,Nom complet,Surnom,Note,Dernière modification (note),Commentaire',
  )
  expect(rows).toHaveLength(3)
  expect(rows[0]?.slice(0, 5)).toEqual(['Participant 4512', 'Élise D’Arc', '1', '100', ''])
  // A name that a spreadsheet would run as a formula is made harmless.
  expect(rows[2]?.slice(0, 4)).toEqual(['Participant 9', `'=HYPERLINK("x")`, '3', '100'])
})

test('many files come in at once, and the table for a spreadsheet holds one line a pupil', async ({
  page,
}) => {
  await makeClass(page)
  const link = await giveFirstModule(page)
  await openCollect(page)
  const names = ['=1+1', '@SUM(A1)', 'Loutre ; 7']
  const files = Array.from({ length: 20 }, (_, i) =>
    textFile(`resultat-${i}.txt`, handedInLink(link, i + 1, { name: names[i] ?? `Renard ${i}` })),
  )
  await give(page, [...files, ...files.slice(0, 2)])
  await expect(counter(page)).toHaveText('20 / 24')
  await expect(page.getByRole('status').filter({ hasText: '20 résultats reçus' })).toBeVisible()
  await page.getByRole('link', { name: 'Voir la classe' }).click()
  const { name, text } = await saved(page, 'Tableau (CSV)')
  expect(name).toBe('resultats-2de-pro-Cuisine.csv')
  expect(text).toMatch(/^\ufeff/)
  const [head, ...rows] = cellsOf(text, ';')
  expect(head?.slice(0, 3)).toEqual(['Surnom', 'Rendu le', 'Histoire'])
  expect(rows).toHaveLength(20)
  expect(rows.map(([name]) => name)).toEqual(
    expect.arrayContaining(["'=1+1", "'@SUM(A1)", 'Loutre ; 7']),
  )
})

test('when the camera is refused, a photo of a code does', async ({ page }) => {
  await makeClass(page)
  const link = await giveFirstModule(page)
  await openCollect(page)
  await page.getByRole('button', { name: 'Allumer la caméra' }).click()
  await expect(page.getByRole('alert')).toHaveText(/choisissez une photo/i)
  const photo = (pupil: number, view: string) => ({
    name: `photo-${pupil}.png`,
    mimeType: 'image/png',
    buffer: toPng(codePicture(handedInLink(link, pupil), views[view])),
  })
  await give(page, [
    photo(1, 'turned, leaning, dim and blurred'),
    photo(2, 'high definition, far'),
    { ...photo(3, 'straight'), buffer: toPng(codePicture('https://example.org/')) },
  ])
  await expect(log(page, '1 : reçu')).toBeVisible()
  await expect(log(page, '2 : reçu')).toBeVisible()
  await expect(log(page, /photo-3\.png.*Aucun résultat trouvé/)).toBeVisible()
})

test('a class goes to another device in a file, and is erased from the first', async ({
  page,
  browser,
  address,
}) => {
  await makeClass(page)
  const link = await giveFirstModule(page)
  await openCollect(page)
  await pasteResults(page, [handedInLink(link, 1), handedInLink(link, 2)].join('\n'))
  await expect(counter(page)).toHaveText('2 / 24')
  await page.getByRole('link', { name: 'Voir la classe' }).click()
  await page.getByText('Réglages de la classe').click()
  const { name, text } = await saved(page, 'Sauvegarder la classe dans un fichier')
  expect(name).toBe('classe-2de-pro-Cuisine.json')
  await page.getByRole('button', { name: 'Effacer cette classe' }).click()
  await page.getByRole('button', { name: 'Oui, effacer cette classe' }).click()
  await expect(page.getByText('Aucune classe pour l’instant.')).toBeVisible()

  // The file brings the results and the key that reads the next ones.
  const other = await browser.newContext({ baseURL: address, locale: 'fr-FR' })
  const there = await other.newPage()
  await there.goto('./#/classe')
  await there.getByText('Sauvegardes et clé').click()
  const restore = (file: string) =>
    there
      .getByLabel('Reprendre une classe depuis son fichier')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(file) })
  await restore(text.slice(0, -9))
  await expect(there.getByText(/n’est pas une classe de l’appli, ou il est abîmé/)).toBeVisible()
  await restore(text)
  await expect(there.getByText('La classe « 2de pro Cuisine » est reprise.')).toBeVisible()
  await openCollect(there)
  await expect(counter(there)).toHaveText('2 / 24')
  await pasteResults(there, handedInLink(link, 3))
  await expect(counter(there)).toHaveText('3 / 24')
  await other.close()
})

test('the twelve words give the reading key back to another device', async ({
  page,
  browser,
  address,
}) => {
  await makeClass(page)
  const link = await giveFirstModule(page)
  await page.goto('./#/classe')
  await page.getByText('Sauvegardes et clé').click()
  await page.getByRole('button', { name: 'Montrer les douze mots' }).click()
  const words = await page.locator('ol.words li').allInnerTexts()
  expect(words).toHaveLength(12)

  const other = await browser.newContext({ baseURL: address, locale: 'fr-FR' })
  const there = await other.newPage()
  await there.goto(handedInLink(link, 1))
  await expect(there.getByText(/chiffré pour un autre appareil/)).toBeVisible()
  await there.getByText('Sauvegardes et clé').click()
  const typed = there.getByLabel('Les douze mots, dans l’ordre')
  await typed.fill([...words].reverse().join(' '))
  await there.getByRole('button', { name: 'Reprendre la clé' }).click()
  await expect(there.getByText(/Ces douze mots ne vont pas ensemble/)).toBeVisible()
  await typed.fill(words.join(' '))
  await there.getByRole('button', { name: 'Reprendre la clé' }).click()
  await expect(there.getByText('La clé est sur cet appareil.')).toBeVisible()
  // Read now; but the assignment itself is on the first device.
  await there.goto(handedInLink(link, 2))
  await expect(there.getByText(/un devoir qui n’est pas sur cet appareil/)).toBeVisible()
  await other.close()
})

test('past its date, a class is proposed for erasure', async ({ page }) => {
  await makeClass(page)
  await page.getByText('Réglages de la classe').click()
  await expect(page.getByLabel('Proposer d’effacer à partir du')).toHaveValue(/^\d{4}-07-31$/)
  await page.getByLabel('Proposer d’effacer à partir du').fill('2026-01-01')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('C’est enregistré.')).toBeVisible()
  await page.goto('./#/classe')
  await expect(
    page.getByText('La date d’effacement de « 2de pro Cuisine » est passée'),
  ).toBeVisible()
})

test('the poster prints one sheet: the code, what to do, and no button', async ({ page }) => {
  await makeClass(page)
  await giveFirstModule(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Scanne ce code. Joue.')).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  const sheet = await page.pdf({ format: 'A4' })
  expect(sheet.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('the code fills the projector, and Escape closes it', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await makeClass(page)
  await giveFirstModule(page)
  await page.getByRole('button', { name: 'Montrer en grand' }).click()
  const code = page.getByRole('dialog').getByRole('img', { name: 'Code du devoir' })
  await expect(code).toBeVisible()
  const box = await code.boundingBox()
  expect(box?.height).toBeGreaterThan(768 * 0.6)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
