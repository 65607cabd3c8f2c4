import { test as base, expect, watchFaults } from './app'
import { LATER } from './builds'
import { entryOf, lookForUpdate, openHost, type Host } from './host'
import {
  doNext,
  MODULES,
  momentOf,
  openModule,
  playToEnding,
  readyOffline,
  sceneOf,
} from './player'

const test = base.extend<{ host: Host }>({
  host: async ({ build }, use) => {
    const host = await openHost(build)
    await use(host)
    await host.close()
  },
  address: async ({ host }, use) => use(host.url),
})

/** How many runs are played while their app is updated; 50 in the bench. */
const TRIALS = Number(process.env['UPDATE_TRIALS'] ?? 4)
const SERIES = 2

test('an update found during a run waits for its end, then for a yes, and reloads once', async ({
  context,
  page,
  host,
}) => {
  let loads = 0
  page.on('load', () => (loads += 1))
  await page.goto('./')
  await readyOffline(page)
  const first = await entryOf(page)

  // One run is paused, one is being played.
  await openModule(page, 'trouver-mon-entreprise')
  await doNext(page)
  while ((await sceneOf(page)) !== 'decision') await doNext(page)
  const paused = await momentOf(page)
  await openModule(page, 'je-ne-sais-pas-encore')
  for (let made = 0; made < 3; made++) await doNext(page)

  host.publishLater()
  expect(await lookForUpdate(page)).toBe(true)
  const loadsBefore = loads
  await playToEnding(page)
  await expect(page.getByText(LATER)).toHaveCount(0)
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await expect(page.getByRole('heading', { name: 'Tes choix, un par un' })).toBeVisible()
  expect(loads).toBe(loadsBefore)
  expect(await entryOf(page)).toBe(first)

  // While another tab plays, the offer waits.
  const playing = await context.newPage()
  await playing.goto(`${host.url}#/jouer/mon-entretien`)
  await doNext(playing)
  await page.goto('./#/')
  await expect(page.getByRole('button', { name: 'Après la partie en cours' })).toBeDisabled()
  await playing.close()
  await page.goto('./#/reglages')
  await expect(page.getByRole('heading', { name: 'Réglages' })).toBeVisible()
  await page.goto('./#/')
  const accept = page.getByRole('button', { name: 'Mettre à jour' })
  await expect(accept).toBeEnabled()
  expect(loads).toBe(loadsBefore)
  await accept.click()
  await expect.poll(() => loads).toBe(loadsBefore + 1)
  await expect.poll(() => entryOf(page)).not.toBe(first)
  await expect(accept).toHaveCount(0)

  // The paused run goes on with its own text; a new one has the new text.
  await page.goto('./#/jouer/trouver-mon-entreprise')
  await expect.poll(() => momentOf(page)).toBe(paused)
  await openModule(page, 'je-ne-sais-pas-encore')
  await expect(page.getByText(LATER).first()).toBeVisible()
  expect(loads).toBe(loadsBefore + 1)
})

for (let series = 0; series < SERIES; series++)
  test(`a run played while a new version comes is finished on its own text, every time (${series + 1})`, async ({
    browser,
    build,
  }) => {
    const trials = Math.ceil(TRIALS / SERIES)
    test.setTimeout(60_000 + trials * 30_000)
    for (let trial = 0; trial < trials; trial++) {
      const host = await openHost(build)
      const context = await browser.newContext({ baseURL: host.url })
      const faults = await watchFaults(context, host.url)
      const page = await context.newPage()
      let loads = 0
      await page.goto('./')
      await readyOffline(page)
      const first = await entryOf(page)
      const other = series % 2 ? await context.newPage() : undefined
      await other?.goto(host.url)
      // One plays in the tab in front; the browser slows down the others.
      await page.bringToFront()
      for (const tab of context.pages()) tab.on('load', () => (loads += 1))

      await openModule(page, MODULES[trial % MODULES.length] ?? '')
      for (let made = 0; made < trial % 7; made++) await doNext(page, trial + made)
      host.publishLater()
      expect(await lookForUpdate(page)).toBe(true)
      await playToEnding(page, [trial % 3, (trial >> 1) % 3])
      await page.getByRole('link', { name: 'Voir mon bilan' }).click()
      await expect(page.getByRole('heading', { name: 'Tes choix, un par un' })).toBeVisible()
      await expect(page.getByText(LATER)).toHaveCount(0)
      expect(await entryOf(page)).toBe(first)
      expect(loads, 'reloads nobody asked for').toBe(0)
      expect(faults).toEqual([])
      await context.close()
      await host.close()
    }
    test
      .info()
      .annotations.push({ type: 'updated', description: `${trials} of ${trials} finished` })
  })
