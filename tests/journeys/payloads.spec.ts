import type { Page } from '@playwright/test'
import { writeBackup } from '../../src/core/backup/backup-file'
import { hostileDevice } from '../hostile-device'
import { FOREIGN, PAYLOADS } from '../payloads'
import { expect, test } from './app'
import { doNext, sceneOf } from './player'

/** How many of the 300 hostile texts are tried; all of them in the bench. */
const COUNT = Number(process.env['PAYLOADS'] ?? 20)
const every = PAYLOADS.length / COUNT
const TEXTS = Array.from({ length: COUNT }, (_, index) => PAYLOADS[Math.floor(index * every)] ?? '')

/** What a hostile text would have made of the page: something that ran, a part that is not ours, a link elsewhere. */
function harm(page: Page): Promise<string[]> {
  return page.evaluate((foreign) => {
    const found: string[] = []
    if ('ran' in window) found.push('a script ran')
    for (const element of document.querySelectorAll('*')) {
      const tag = element.tagName.toLowerCase()
      if (['iframe', 'object', 'embed', 'base'].includes(tag)) found.push(`<${tag}>`)
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) found.push(`<${tag} ${name}>`)
        if (!['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name)) continue
        const { protocol, hostname } = new URL(value, document.baseURI)
        if (hostname.endsWith(foreign)) found.push(`<${tag} ${name}> leads to ${hostname}`)
        if (
          tag === 'a' &&
          !['http:', 'https:', 'mailto:', 'tel:', 'sms:', 'blob:'].includes(protocol)
        )
          found.push(`<a> of ${protocol}`)
      }
    }
    return found
  }, FOREIGN)
}

/** Types each text into every field that is there, as fast as the page follows. @returns the names of the fields */
function typeAll(page: Page, texts: readonly string[]): Promise<string[]> {
  return page.evaluate(async (all) => {
    const names = new Set<string>()
    const kinds = ['text', 'search', 'tel', 'url', 'email', '']
    const fields = () =>
      [
        ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
      ].filter(
        (field) =>
          field.offsetParent !== null &&
          !field.disabled &&
          (field instanceof HTMLTextAreaElement ||
            kinds.includes(field.getAttribute('type') ?? '')),
      )
    for (const text of all) {
      for (const field of fields()) {
        names.add(
          field.labels?.[0]?.textContent?.trim() ?? field.getAttribute('aria-label') ?? field.id,
        )
        field.focus()
        field.value = text
        for (const kind of ['input', 'change'])
          field.dispatchEvent(new Event(kind, { bubbles: true }))
      }
      await new Promise(requestAnimationFrame)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return [...names]
  }, texts)
}

/** Goes to an address inside the app without loading the page again, and waits for its screen. */
async function goInside(page: Page, route: string): Promise<void> {
  await page.evaluate(async (hash) => {
    location.hash = hash
    for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }, `#${route}`)
  await expect(page.getByRole('main')).toBeVisible()
}

/** Asks for one's own words in both halves of a plan. */
async function openPlanFields(page: Page): Promise<void> {
  const own = page
    .getByRole('main')
    .locator('label:has(input[type=radio])', { hasText: 'Avec mes mots' })
  for (const choice of await own.all()) await choice.click()
}

test.beforeEach(({ page }) => {
  page.on('dialog', (dialog) => {
    throw new Error(`A dialog opened: ${dialog.message()}`)
  })
})

test('hostile texts kept on a device are shown as texts on every screen', async ({ page }) => {
  test.setTimeout(90_000 + COUNT * 5_000)
  const content = hostileDevice(TEXTS)
  const file = writeBackup({ app: '0', madeAt: '2026-11-24T09:00:00.000Z', content })
  await page.goto('./#/mes-donnees')
  await page.getByLabel('Choisir un fichier').setInputFiles({
    name: 'hostile.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  })
  await page.getByRole('button', { name: 'Ajouter à cet appareil' }).click()
  await expect(page.getByText(/ajouté/).first()).toBeVisible()
  expect(await harm(page)).toEqual([])

  const rows = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('a-toi-de-jouer')
      opening.onsuccess = () => resolve(opening.result)
    })
    const keys = async (table: string) =>
      new Promise<string[]>((resolve) => {
        const asked = database.transaction(table).objectStore(table).getAllKeys()
        asked.onsuccess = () => resolve(asked.result.map(String))
      })
    const [contacts, runs, given, classes] = await Promise.all(
      ['contacts', 'runs', 'given', 'classes'].map(keys),
    )
    database.close()
    return { contacts, runs, given, classes }
  })
  const { contacts = [], runs = [], classes = [] } = rows
  for (const [name, kept] of Object.entries({ contacts, runs }))
    expect(kept.length, `${name} that came in`).toBe(COUNT)
  const routes = [
    ...['/', '/carnet', '/reviser', '/offres', '/metiers', '/devoir', '/rendre', '/classe'],
    ...contacts.map((id) => `/carnet/${id}`),
    ...runs.flatMap((id) => [`/bilan/${id}`, `/fiche/${id}`, `/plan/${id}`]),
    ...classes.flatMap((id) => [`/classe/${id}`, `/classe/${id}/donner`]),
  ]
  for (const route of routes) {
    await goInside(page, route)
    expect(await harm(page), route).toEqual([])
  }
  test
    .info()
    .annotations.push({ type: 'payloads', description: `${COUNT} texts, ${routes.length} screens` })
})

test('hostile texts typed into every field run nothing and ask nothing of another host', async ({
  page,
}) => {
  test.setTimeout(120_000 + COUNT * 3_000)
  const fields = new Set<string>()
  const type = async (place: string) => {
    for (const name of await typeAll(page, TEXTS)) fields.add(`${place}: ${name}`)
    expect(await harm(page), place).toEqual([])
  }
  for (const route of [
    '/carnet/nouvelle',
    '/devoir',
    '/classe',
    '/relances',
    '/carnet',
    '/metiers',
    '/offres',
  ]) {
    await page.goto('about:blank')
    await page.goto(`./#${route}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const fold of await page.locator('main summary').all()) await fold.click()
    await type(route)
  }

  await page.goto('about:blank')
  await page.goto('./#/jouer/je-ne-sais-pas-encore')
  while (!['write', 'ending'].includes(await sceneOf(page))) await doNext(page)
  if ((await sceneOf(page)) === 'write') await type('/jouer')
  while ((await sceneOf(page)) !== 'ending') await doNext(page)
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await expect(page.getByRole('heading', { name: 'Tes choix, un par un' })).toBeVisible()
  const run = page.url().split('/').at(-1)
  for (const route of [`/fiche/${run}`, `/plan/${run}`]) {
    await goInside(page, route)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const fold of await page.locator('main summary').all()) await fold.click()
    if (route.startsWith('/plan')) await openPlanFields(page)
    if (route.startsWith('/fiche'))
      await page.locator('main button[aria-pressed=false]').first().click()
    await type(route.replace(/\/[^/]*$/, ''))
  }

  // A class made with a hostile name: its own screens have fields too.
  await goInside(page, '/classe')
  await page
    .locator('main form input[type=text]')
    .first()
    .fill(TEXTS[0] ?? '')
  await page.locator('main form button[type=submit]').first().click()
  await expect(page).toHaveURL(/#\/classe\/.+/)
  const kept = new URL(page.url()).hash.slice(1)
  for (const route of [kept, `${kept}/donner`, `${kept}/recevoir`]) {
    await goInside(page, route)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const fold of await page.locator('main details:not([open]) > summary').all())
      await fold.click()
    await type(route.replace(kept, '/classe/…'))
  }
  expect(fields.size, [...fields].join(', ')).toBeGreaterThanOrEqual(22)
  test
    .info()
    .annotations.push({ type: 'payloads', description: `${COUNT} texts, ${fields.size} fields` })
})

test('hostile addresses open a screen of ours or none, and run nothing', async ({ page }) => {
  test.setTimeout(90_000 + COUNT * 5_000)
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  let opened = 0
  for (const text of TEXTS) {
    const part = encodeURIComponent(text)
    for (const route of [
      `/jouer/${part}`,
      `/jouer/allo-le-cfa?partie=${part}&niveau=${part}&depuis=${part}:1`,
      `/bilan/${part}`,
      `/carnet/${part}`,
      `/offres?q=${part}&rome=${part}`,
      `/o/${part}/${part}`,
      `/c/${part}/${part}`,
      `/devoir?d=${part}`,
      `/rendre/${part}`,
      `/classe/${part}/devoir/${part}`,
      `/${text}`,
    ]) {
      await goInside(page, route)
      expect(await harm(page), route).toEqual([])
      opened += 1
    }
  }
  expect(new URL(page.url()).hostname).toBe('127.0.0.1')
  test
    .info()
    .annotations.push({ type: 'payloads', description: `${COUNT} texts, ${opened} addresses` })
})

test('a hostile list of people is read, checked and shown as texts', async ({ page }) => {
  test.setTimeout(90_000 + COUNT * 2_000)
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = TEXTS.map((text, index) =>
    [
      cell(text),
      cell(text),
      cell(text),
      `0612345${String(index).padStart(3, '0')}`,
      cell(text),
      '44000',
      cell(text),
      cell(text),
    ].join(';'),
  )
  const file = [
    'INE;Nom;Prénom;Téléphone portable;Adresse mail;Code postal;VILLE;Libellé formation',
    ...lines,
  ]
  await page.goto('./#/relances')
  await page.locator('input[type=file]').setInputFiles({
    name: 'liste.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(file.join('\r\n')),
  })
  await expect(page.getByText(/lignes? lues?/)).toBeVisible()
  expect(await harm(page)).toEqual([])
  await page.getByLabel('Nom de la liste').fill(TEXTS[0] ?? '')
  await page.getByLabel('Pourquoi écrivez-vous').fill(TEXTS[1] ?? '')
  await page.getByLabel('Ces personnes, ou leurs parents').check()
  await page.getByRole('button', { name: /^Garder \d+ personne/ }).click()
  await page.getByRole('button', { name: '2. Message' }).click()
  await typeAll(page, TEXTS)
  expect(await harm(page)).toEqual([])
})
