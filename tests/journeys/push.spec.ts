import { readFileSync } from 'node:fs'
import PostalMime from 'postal-mime'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { expect, test } from './app'
import { bringList, COURSE_KEY, HEADERS, keepList, openList, ROWS, sayWhoWrites } from './push-list'

/** Marks a person done: the box says so once the device has kept it. */
async function markDone(page: Page, name: string): Promise<void> {
  await page.getByRole('checkbox', { name: `Fait (${name})` }).click()
  await expect(page.getByRole('checkbox', { name: `Fait (${name})` })).toBeChecked()
}

test('an extract of a school becomes checked messages, mended in place', async ({ page }) => {
  await bringList(page, [HEADERS, ...ROWS])
  await expect(page.getByText('5 lignes lues. Texte : Windows-1252.')).toBeVisible({
    timeout: 15_000,
  })
  await expect(page.getByText('4 lignes à regarder')).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('Le numéro « 06 12 » n’est pas un téléphone.')).toBeVisible()
  await expect(page.getByText('La commune « NANTEZ » n’est pas connue.')).toBeVisible()
  await expect(page.getByText('La même personne a un autre vœu à la ligne 2.')).toBeVisible()

  const phone = page.getByRole('textbox', { name: 'Mobile du jeune, ligne 3' })
  await phone.fill('07 00 00 00 01')
  await phone.press('Enter')
  await expect(page.getByText('3 lignes à regarder')).toBeVisible()
  await keepList(page)

  await sayWhoWrites(page)
  await page.getByRole('button', { name: 'Continuer' }).click()
  const phoneFrame = page.getByRole('group', { name: 'Aperçu sur un téléphone' })
  await expect(phoneFrame).toContainText(
    "Bonjour Léa, appelle ton CFA (CFA de l'Ouest) cette semaine",
  )
  await expect(phoneFrame).toContainText('#/jouer/allo-le-cfa')
  await expect(phoneFrame).toContainText('STOP')
  await page.getByRole('button', { name: 'Personne d’après' }).click()
  await page.getByLabel('E-mail', { exact: true }).check()
  await expect(phoneFrame).toContainText('autour du Mans')
})

test('a done mark survives a restart, and the list is erased at once', async ({ page }) => {
  await bringList(page, [HEADERS, ...ROWS])
  await keepList(page)
  await sayWhoWrites(page)
  await page.getByRole('button', { name: '4. Envoyer' }).click()
  await expect(page.getByRole('link', { name: 'E-mail (Léa Dupont)' })).toHaveAttribute(
    'href',
    /^mailto:lea@exemple\.fr\?subject=.*CFA/,
  )
  await expect(page.getByRole('link', { name: 'SMS (Léa Dupont)' })).toHaveAttribute(
    'href',
    /^sms:\+33612345678\?&body=Bonjour%20L%C3%A9a/,
  )
  await markDone(page, 'Léa Dupont')
  await page.reload()
  await page.getByRole('button', { name: '4. Envoyer' }).click()
  await expect(page.getByRole('checkbox', { name: 'Fait (Tom Petit)' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Fait (Léa Dupont)' })).toHaveCount(0)
  await page.getByLabel('N’écrire qu’aux personnes').uncheck()
  await expect(page.getByRole('checkbox', { name: 'Fait (Léa Dupont)' })).toBeChecked()

  await page.getByRole('button', { name: '1. Liste' }).click()
  await page.getByRole('button', { name: 'Effacer la liste maintenant' }).click()
  await page.getByRole('button', { name: 'Oui, effacer la liste' }).click()
  await expect(page.getByText('La liste est effacée de cet appareil.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('dans la liste « 3e »')).toHaveCount(0)
  await expect(page.getByText('Choisir un fichier CSV ou XLSX')).toBeVisible()
})

test('the parents of those done with are not done with', async ({ page }) => {
  await bringList(page, [HEADERS, ...ROWS])
  await keepList(page)
  await sayWhoWrites(page)
  await page.getByRole('button', { name: '4. Envoyer' }).click()
  await markDone(page, 'Léa Dupont')
  await page.getByRole('button', { name: '2. Message' }).click()
  await page.getByRole('radio', { name: 'Aux parents' }).check()
  await page.getByRole('button', { name: '4. Envoyer' }).click()
  await expect(page.getByText('2 personnes n’ont pas de contact pour ce message.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Fait (Léa Dupont)' })).not.toBeChecked()
  await expect(page.getByRole('link', { name: 'E-mail (Léa Dupont)' })).toHaveAttribute(
    'href',
    /^mailto:parent@exemple\.fr\?/,
  )
})

test('columns chosen by hand show their cells, and are chosen again for the same kind of file', async ({
  page,
}) => {
  const lines = ['A;B;C', 'Léa;Dupont;lea@exemple.fr', 'Tom;Petit;tom@exemple.fr']
  await bringList(page, lines)
  const firstName = page.getByLabel('Prénom', { exact: true })
  const lastName = page.getByLabel('Nom', { exact: true })
  await firstName.selectOption('A')
  await lastName.selectOption('B')
  await expect(page.getByText('Aperçu : Léa · Tom')).toBeVisible()
  await expect(page.getByText('Aperçu : Dupont · Petit')).toBeVisible()
  await page.reload()
  await openList(page, lines)
  await expect(page.getByText('2 lignes lues')).toBeVisible()
  await page.getByText('Colonnes', { exact: true }).click()
  await expect(firstName.locator('option:checked')).toHaveText('A')
  await expect(lastName.locator('option:checked')).toHaveText('B')
})

test('lines pasted from a spreadsheet are a list', async ({ page }) => {
  await page.goto('./#/relances')
  await page.getByText('Coller une liste').click()
  await page
    .getByLabel('Lignes copiées depuis un tableur')
    .fill('Prénom\tMobile\nLéa\t06 12 34 56 78\nTom\t07 12 34 56 78')
  await page.getByRole('button', { name: 'Lire ces lignes' }).click()
  await expect(page.getByText('Toutes les lignes sont bonnes.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Garder 2 personnes' })).toBeVisible()
})

test('a file dropped anywhere is read in the page', async ({ page }) => {
  await page.goto('./#/relances')
  await expect(page.getByText('Choisir un fichier')).toBeVisible()
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['Prénom,E-mail\nLéa,lea@exemple.fr'], 'liste.csv'))
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
    document.body.dispatchEvent(drop)
  })
  await expect(page.getByText('1 ligne lue. Texte : UTF-8.')).toBeVisible()
})

test('a mark that the device refuses is not shown', async ({ page }) => {
  await bringList(page, [HEADERS, ...ROWS])
  await keepList(page)
  await sayWhoWrites(page)
  await page.getByRole('button', { name: '4. Envoyer' }).click()
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Full.', 'QuotaExceededError')
    }
  })
  await page.getByRole('checkbox', { name: 'Fait (Léa Dupont)' }).click()
  await expect(page.getByText('Ce navigateur ne garde pas la liste.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Fait (Léa Dupont)' })).not.toBeChecked()
})

test.describe('where the day begins after Greenwich', () => {
  test.use({ timezoneId: 'America/Guadeloupe' })

  test('seven days later those not done are proposed; after the last day the list is gone', ({
    page,
  }) => sevenDaysLater(page))
})

async function sevenDaysLater(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date('2026-11-23T10:00:00Z'))
  await bringList(page, [HEADERS, ...ROWS])
  await keepList(page)
  await sayWhoWrites(page)
  await page.getByRole('button', { name: '4. Envoyer' }).click()
  await markDone(page, 'Léa Dupont')
  await page.clock.setFixedTime(new Date('2026-11-30T10:00:01Z'))
  await page.reload()
  await expect(
    page.getByText('Relance « Contacte ton CFA » (aux jeunes) : 2 personnes'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Leur écrire de nouveau' }).click()
  await expect(page.getByRole('checkbox', { name: 'Fait (Tom Petit)' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Fait (Léa Dupont)' })).toHaveCount(0)
  await page.clock.setFixedTime(new Date('2027-02-20T10:00:00Z'))
  await page.reload()
  await expect(page.getByText(/sera effacée après le dimanche 21 février/)).toBeVisible()
  await page.clock.setFixedTime(new Date('2027-02-22T10:00:00Z'))
  await page.reload()
  await expect(page.getByText('la liste a été effacée')).toBeVisible()
}

test('the letters of an export are read back by an independent parser', async ({ page }) => {
  await bringList(page, [HEADERS, ...ROWS])
  await keepList(page)
  await sayWhoWrites(page)
  await page.getByRole('button', { name: '4. Envoyer' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Messages un par un' }).click()
  const files = unzipSync(new Uint8Array(readFileSync(await (await download).path())))
  const letters = await Promise.all(Object.values(files).map((file) => PostalMime.parse(file)))
  expect(letters.map(({ to }) => to?.[0]?.address)).toEqual([
    'lea@exemple.fr',
    'tom@exemple.fr',
    'eva@exemple.fr',
  ])
  expect(letters[0]?.html).toContain(
    'cleMinistereEducatif=088281P01313885594860007038855948600070-67118%23L01',
  )
  expect(letters[1]?.text).not.toContain('rdva')
  expect(letters[2]?.text).toContain('près de chez moi')
})

test('each kind of file is made, and none but those in a file of letters are marked', async ({
  page,
}) => {
  await bringList(page, ['Prénom;E-mail;Mobile', 'Léa;lea@exemple.fr;', 'Tom;;0612345678'])
  await keepList(page)
  await sayWhoWrites(page)
  await page.getByRole('button', { name: '4. Envoyer' }).click()
  for (const [label, name, people] of [
    ['Fichier CSV', 'relances-contact-youth.csv', 'ces 2 personnes'],
    ['Fichier Excel', 'relances-contact-youth.xlsx', 'ces 2 personnes'],
    ['.mbox', 'relances-contact-youth.mbox', 'cette personne'],
    ['.eml', 'relances-contact-youth.zip', 'cette personne'],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: label }).click()
    expect((await download).suggestedFilename()).toBe(name)
    await expect(page.getByRole('button', { name: `Marquer « fait » ${people}` })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Marquer « fait » cette personne' }).click()
  await expect(page.getByRole('checkbox', { name: 'Fait (Léa)' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Fait (Tom)' })).not.toBeChecked()
})

test('5,000 rows are read, checked and exported whole', async ({ page }, { annotations }) => {
  test.slow()
  const many = Array.from({ length: 5000 }, (_, at) => {
    const town = ['44000;NANTES', '72000;LE MANS', '35000;RENNES', '59000;LILLE'][at % 4]
    const course = `CAP ${['Boulanger', 'Maçon', 'Coiffure', 'Cuisine'][at % 4]} ${at % 40}`
    return `N${at};NOM${at};Prénom${at};0600${String(100000 + at)};a${at}@exemple.fr;;${town};${course};CFA ${at % 50};`
  })
  await page.goto('./#/relances')
  await expect(page.getByText('Choisir un fichier')).toBeVisible()
  const started = Date.now()
  await openList(page, [HEADERS, ...many])
  await expect(page.getByText('Toutes les lignes sont bonnes.')).toBeVisible({ timeout: 30_000 })
  const read = Date.now()
  await keepList(page)
  await sayWhoWrites(page)
  await page.getByRole('button', { name: '4. Envoyer' }).click()
  const asked = Date.now()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fichier CSV' }).click()
  const text = readFileSync(await (await download).path(), 'utf8')
  expect(text.split('\r\n').length).toBeGreaterThan(5000)
  const workbook = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fichier Excel' }).click()
  const written = readFileSync(await (await workbook).path())
  await page.getByRole('button', { name: '1. Liste' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'relances.xlsx', mimeType: '', buffer: written })
  await expect(page.getByText('5000 lignes lues. Texte : XLSX.')).toBeVisible()
  // Figures, not a verdict: the clock of a shared machine proves nothing.
  const description = `read and checked ${read - started} ms, exported ${Date.now() - asked} ms`
  annotations.push({ type: 'figures', description })
})

test('a short link says where it leads and opens on a tap; without network too', async ({
  page,
  context,
}) => {
  await page.goto('./#/o/companies/D1102/44109/spontaneous')
  await expect(page.getByText('Boulanger / Boulangère, autour de Nantes')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ouvrir La bonne alternance' })).toHaveAttribute(
    'href',
    /is_algo_company=true.*lieu_label=Nantes.*utm_campaign=relance-spontaneous/,
  )
  await page.goto(`./#/c/${encodeURIComponent(COURSE_KEY)}/contact`)
  await expect(page.getByRole('link', { name: 'Ouvrir La bonne alternance' })).toHaveAttribute(
    'href',
    /rdva\?cleMinistereEducatif=088281P01/,
  )
  await page.goto('./#/g/interview')
  await expect(page.getByRole('link', { name: 'Ouvrir La bonne alternance' })).toHaveAttribute(
    'href',
    /guide-alternant\/conseils.*utm_campaign=relance-interview/,
  )
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await context.setOffline(true)
  await page.goto('./?utm_source=sms&utm_campaign=contact#/jouer/allo-le-cfa')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('what the law expects is one tap away, with a notice to hand out', async ({ page }) => {
  await page.goto('./#/relances')
  await page.getByRole('link', { name: 'Ce que la loi demande' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ce que la loi demande' })).toBeVisible()
  await expect(page.getByText('répondez STOP ou écrivez à')).toBeVisible()
})
