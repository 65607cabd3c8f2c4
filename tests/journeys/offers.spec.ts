import type { Page } from '@playwright/test'
import { MOMENTS } from '../../src/core/offers/guide-list'
import { expect, test } from './app'
import { answerCards, choose, keepThree, openOffers } from './offers-tour'
import { doNext, openModule, playToEnding, readyOffline, sceneOf } from './player'

/** How many guides are pages; the others are numbers. */
const PAGES = MOMENTS.flatMap(({ guides }) => guides).filter((guide) => 'url' in guide).length
const LBA = 'labonnealternance.apprentissage.beta.gouv.fr'

async function shownUrl(page: Page): Promise<URL> {
  return new URL(await page.getByRole('main').locator('code').innerText())
}

test('a misspelt trade and a town become a link, with the keyboard alone', async ({ page }) => {
  await openOffers(page)
  await choose(page, 'Métier', 'boulengère')
  await expect(page.getByRole('button', { name: 'Changer de métier' })).toBeFocused()
  await choose(page, 'Autour de', 'st etiene')
  const url = await shownUrl(page)
  expect(url.host).toBe(LBA)
  expect(url.searchParams.get('q')).toBe('Boulanger / Boulangère')
  expect(url.searchParams.get('lieu_label')).toBe('Saint-Étienne')
  expect(url.searchParams.get('source')).toBe('external_sites')
})

test('each filter changes the address that is shown', async ({ page }) => {
  await openOffers(page)
  await choose(page, 'Métier', 'coiffeuse')
  await choose(page, 'Autour de', '59100')
  const main = page.getByRole('main')
  await main.getByRole('radio', { name: 'Formations' }).check()
  await main.getByLabel('Distance').selectOption('60')
  await main.getByText('Plus de filtres').click()
  await main.getByLabel('CAP ou équivalent').check()
  await main.getByLabel('Employeurs engagés pour le handicap').check()
  await main.getByLabel('Début du contrat avant le').fill('2027-09-01')
  await main.getByLabel('D’abord').selectOption('proximity')
  const query = (await shownUrl(page)).searchParams
  expect(Object.fromEntries(query)).toMatchObject({
    mode: 'formations',
    lieu_label: 'Roubaix',
    radius: '60',
    level: 'CAP, BEP (Infrabac)',
    handi: 'true',
    start_date: '2027-09-01',
    sort: 'proximity',
  })
})

test.describe('leaving the app', () => {
  test.use({ expected: new RegExp(LBA) })

  test('no request is made before the tap, and then only to the address that was shown', async ({
    page,
    context,
    faults,
  }) => {
    const opened: { url: string; referer: string | undefined }[] = []
    await context.route(`https://${LBA}/**`, async (route) => {
      const headers = await route.request().allHeaders()
      opened.push({ url: route.request().url(), referer: headers['referer'] })
      await route.fulfill({ body: '<!doctype html><title>LBA</title>', contentType: 'text/html' })
    })
    await openOffers(page)
    await choose(page, 'Métier', 'patissier')
    await choose(page, 'Autour de', 'nantes')
    expect(faults).toEqual([])
    expect(opened).toEqual([])
    const shown = await shownUrl(page)
    const popup = page.waitForEvent('popup')
    await page.getByRole('link', { name: 'Voir les offres en direct' }).click()
    await (await popup).waitForLoadState()
    expect(opened.map(({ url }) => url)).toContain(shown.href)
    expect(opened.every(({ referer }) => referer === undefined)).toBe(true)
    expect(opened.every(({ url }) => new URL(url).host === LBA)).toBe(true)
  })

  test('an opened search is kept: it is there again at the next visit', async ({
    page,
    context,
  }) => {
    await context.route(`https://${LBA}/**`, (route) =>
      route.fulfill({ body: '<!doctype html><title>LBA</title>', contentType: 'text/html' }),
    )
    await openOffers(page)
    await choose(page, 'Métier', 'plombier')
    await page.getByRole('link', { name: 'Voir les offres en direct' }).click()
    await expect(page.getByRole('heading', { name: 'Mes dernières recherches' })).toBeVisible()
    await page.getByRole('button', { name: 'Ajouter aux favoris' }).click()
    await expect(page.getByRole('heading', { name: 'Mes recherches favorites' })).toBeVisible()
    await page.reload()
    await expect(page.getByText('Plombier / Plombière sanitaire').first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Mes recherches favorites' })).toBeVisible()
    await page.getByRole('button', { name: /^Oublier/ }).click()
    await expect(page.getByRole('heading', { name: 'Mes recherches favorites' })).toBeHidden()
  })
})

test('without network the search is kept, and proposed again when it is back', async ({
  page,
  context,
}) => {
  await openOffers(page)
  await readyOffline(page)
  await context.setOffline(true)
  await page.reload()
  await choose(page, 'Métier', 'fleuriste')
  await choose(page, 'Autour de', 'lyon')
  await expect(page.getByRole('link', { name: 'Voir les offres' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Garder ma recherche' }).click()
  await expect(page.getByText('C’est gardé')).toBeVisible()
  await context.setOffline(false)
  const again = page.getByRole('link', { name: /Ouvrir.*Fleuriste · Lyon/ })
  await expect(again).toHaveAttribute('href', new RegExp(`^https://${LBA}/recherche.*Fleuriste`))
  await page.getByRole('button', { name: 'Plus tard, merci' }).click()
  await expect(again).toHaveCount(0)
})

test.describe('near me', () => {
  test.use({ geolocation: { latitude: 47.2181234, longitude: -1.5528765 } })

  test('the town is kept, the position is not', async ({ page, context }) => {
    await context.grantPermissions(['geolocation'])
    await openOffers(page)
    await choose(page, 'Métier', 'serveur')
    await page.getByRole('button', { name: 'Près de moi' }).click()
    await expect(page.getByRole('button', { name: /Changer de ville \(Nantes/ })).toBeFocused()
    const query = (await shownUrl(page)).searchParams
    expect([query.get('latitude'), query.get('longitude')]).toEqual(['47.22', '-1.55'])
    const stored = await page.evaluate(async () => {
      const open = indexedDB.open('a-toi-de-jouer')
      const db = await new Promise<IDBDatabase>((resolve) => {
        open.onsuccess = () => resolve(open.result)
      })
      const texts = await Promise.all(
        [...db.objectStoreNames].map(
          (name) =>
            new Promise<string>((resolve) => {
              const all = db.transaction(name).objectStore(name).getAll()
              all.onsuccess = () => resolve(JSON.stringify(all.result))
            }),
        ),
      )
      return texts.join() + JSON.stringify({ ...localStorage })
    })
    expect(stored).toContain('Nantes')
    expect(stored).not.toContain('47.218')
    expect(stored).not.toContain('http')
  })

  test('a refusal is met with a kind word', async ({ page }) => {
    await openOffers(page)
    await page.getByRole('button', { name: 'Près de moi' }).click()
    await expect(page.getByText('écris le nom de ta ville', { exact: false })).toBeVisible()
  })
})

test.describe('when the lists do not come', () => {
  test.use({ expected: /trades|ERR_FAILED/, serviceWorkers: 'block' })

  test('a sentence says so, and they can be asked for again', async ({ page, context }) => {
    await context.route(/trades-.*\.json/, (route) => route.abort())
    await openOffers(page)
    await expect(page.getByText('La liste n’a pas pu se charger.')).toBeVisible()
    await context.unroute(/trades-.*\.json/)
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await choose(page, 'Métier', 'cuisinier')
  })
})

test('from « je ne sais pas » to three trades, with the keyboard alone', async ({ page }) => {
  await page.goto('./#/metiers')
  await page.getByRole('button', { name: 'C’est parti' }).press('Enter')
  await answerCards(page, new Set([1, 14, 27]))
  await page.getByRole('button', { name: 'Faire' }).press('Enter')
  await page.getByRole('button', { name: 'Aider' }).press('Enter')
  await page.getByRole('button', { name: 'Imaginer' }).press('Enter')
  await expect(page.getByText('Deux, c’est le maximum')).toBeVisible()
  await page.getByRole('button', { name: 'Voir mes pistes' }).press('Enter')

  const candidates = page.getByRole('main').locator('li.candidate')
  await expect(candidates).toHaveCount(12)
  for (const candidate of await candidates.all())
    await expect(candidate).toContainText('Parce que tu as choisi')
  await expect(page.getByRole('main')).not.toContainText('Diagoriente')
  await page.getByRole('button', { name: 'D’autres pistes' }).press('Enter')
  await expect(candidates).toHaveCount(24)

  await keepThree(page)
  await page
    .getByRole('button', { name: /^Garder/ })
    .first()
    .press('Enter')
  await expect(page.getByText('Tu as déjà trois métiers')).toBeVisible()
  await page.getByRole('button', { name: 'Creuser mes métiers gardés (3)' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Mes métiers à creuser' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'La fiche métier' })).toHaveCount(3)
  await expect(page.getByRole('link', { name: 'La fiche métier' }).first()).toHaveAttribute(
    'href',
    /^https:\/\/candidat\.francetravail\.fr\/metierscope\/fiche-metier\/[A-N]\d{4}$/,
  )

  await page.reload()
  await expect(page.getByRole('button', { name: 'Creuser mes métiers gardés (3)' })).toBeVisible()
})

test('a kept trade goes on to its offers', async ({ page }) => {
  await openOffers(page, '?metier=D1102&quoi=courses')
  const url = await shownUrl(page)
  expect(url.searchParams.get('q')).toBe('Boulanger / Boulangère')
  expect(url.searchParams.get('mode')).toBe('formations')
})

test('a card can be swiped', async ({ page }) => {
  await page.goto('./#/metiers')
  await page.getByRole('button', { name: 'C’est parti' }).click()
  const card = await page.getByRole('heading', { level: 2 }).boundingBox()
  const from = { x: (card?.x ?? 0) + 20, y: (card?.y ?? 0) + 10 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 120, from.y, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByText('Carte 2 sur 30', { exact: true }).last()).toBeVisible()
  await page.getByRole('button', { name: 'Carte d’avant' }).click()
  await expect(page.getByRole('button', { name: 'Oui !' })).toHaveAttribute('aria-pressed', 'true')
})

test('every guide says where it leads before it is opened', async ({ page }) => {
  await page.goto('./#/guides')
  const links = page.getByRole('main').locator('a[target=_blank]')
  await expect(links).toHaveCount(PAGES)
  for (const link of await links.all()) {
    const url = new URL((await link.getAttribute('href')) ?? '')
    expect(url.protocol).toBe('https:')
    await expect(link).toContainText(url.host)
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  }
  await expect(page.locator('a[href="tel:119"]')).toBeVisible()
  await expect(page.locator('a[href="sms:114"]')).toBeVisible()
})

test('a module and its sheet end on the real thing, with the trade and place already known', async ({
  page,
}) => {
  await openOffers(page)
  await choose(page, 'Métier', 'macon')
  await choose(page, 'Autour de', 'brest')
  await openModule(page, 'allo-le-cfa')
  await playToEnding(page)
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  const link = page.getByRole('link', { name: 'Voir les formations près de chez toi' })
  const isKnown = async () => {
    const href = (await link.getAttribute('href')) ?? ''
    const query = new URL(href).searchParams
    expect([query.get('q'), query.get('lieu_label')]).toEqual(['Maçon / Maçonne', 'Brest'])
    await expect(link).toContainText(LBA)
    await page.getByText('Lire les adresses exactes').click()
    await expect(page.locator('code').first()).toHaveText(href)
  }
  await isKnown()
  await page.getByRole('link', { name: 'Ma fiche à emporter' }).click()
  await expect(page.getByRole('article')).toBeVisible()
  await isKnown()
})

test('the search begins with the trade as it was written in the story', async ({ page }) => {
  await openModule(page, 'allo-le-cfa')
  for (let scene = await sceneOf(page); scene !== 'ending'; scene = await sceneOf(page)) {
    const isAsked =
      scene === 'write' && (await page.getByText('Quelle formation cherches-tu').count()) > 0
    if (!isAsked) {
      await doNext(page)
      continue
    }
    await page.getByRole('textbox').fill('un CAP cuisine')
    await page.getByRole('button', { name: 'Garder ma phrase' }).click()
    await expect(page.getByRole('textbox')).toHaveCount(0)
  }
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await page.getByRole('link', { name: 'Voir les formations près de chez toi' }).click()
  const trade = page.getByRole('combobox', { name: 'Métier' })
  await expect(trade).toHaveValue('un CAP cuisine')
  await page
    .getByRole('option', { name: /^Cuisinier/ })
    .first()
    .click()
  await expect(page.getByText(/^Cuisinier/).first()).toBeVisible()
})

test('the guides of one’s own moment are one tap away', async ({ page }) => {
  await page.goto('./#/guides')
  await page.getByText('Aller tout de suite à').click()
  await page.getByRole('button', { name: 'Je commence en entreprise' }).press('Enter')
  const moment = page.getByRole('heading', { name: 'Je commence en entreprise' })
  await expect(moment).toBeFocused()
  await expect(moment).toBeInViewport()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'S’entraîner : bien démarrer' })).toBeFocused()
})
