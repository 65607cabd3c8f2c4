import type { Page } from '@playwright/test'
import { test as base, expect } from './app'
import { LATER } from './builds'
import { keptRuns } from './device'
import { openHost, type Host } from './host'
import { doNext, openModule, playToEnding, sceneOf } from './player'

/** Without a service worker, each opening takes what the host has now: an old tab beside a new one. */
const test = base.extend<{ host: Host }>({
  host: async ({ build }, use) => {
    const host = await openHost(build)
    await use(host)
    await host.close()
  },
  address: async ({ host }, use) => use(host.url),
})
test.use({ serviceWorkers: 'block', expected: /Failed to fetch dynamically|404/ })

const MODULE = 'je-ne-sais-pas-encore'

/** A program that holds the database open and does not give way: a tab that the phone has put to sleep. */
function holdDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('a-toi-de-jouer')
        opening.onsuccess = () => {
          Object.assign(window, { held: opening.result })
          resolve()
        }
        opening.onerror = () => reject(new Error('The database does not open.'))
      }),
  )
}

test('an upgrade blocked by a sleeping tab is told, play goes on, and nothing is lost', async ({
  context,
  page,
  host,
}) => {
  await openModule(page, MODULE)
  await doNext(page)
  while ((await sceneOf(page)) !== 'decision') await doNext(page)
  const before = await keptRuns(page)
  // Any file of the host without the app: this tab only holds the database.
  await page.goto('./version.json')
  await holdDatabase(page)

  host.publishLater()
  const later = await context.newPage()
  await later.goto(`${host.url}#/jouer/${MODULE}`)
  await expect(later.getByText('Un autre onglet bloque la mémoire de l’appli.')).toBeVisible()
  await playToEnding(later)
  await later.goto('about:blank')

  await page.close()
  await later.goto(`${host.url}#/`)
  await later.getByRole('link', { name: /^Reprendre/ }).click()
  expect(await sceneOf(later)).toBe('decision')
  await expect(later.getByText('Un autre onglet bloque')).toHaveCount(0)
  expect(await keptRuns(later)).toEqual(before)
  await doNext(later)
  expect((await keptRuns(later))[0]?.records.length).toBe((before[0]?.records.length ?? 0) + 1)
})

test('a tab of the version before writes nothing any more once the new one has, and says so', async ({
  context,
  page: old,
  host,
}) => {
  await openModule(old, MODULE)
  await doNext(old)
  while ((await sceneOf(old)) !== 'decision') await doNext(old)

  host.publishLater()
  const later = await context.newPage()
  await later.goto(`${host.url}#/jouer/mon-entretien`)
  await doNext(later)
  await expect(later.getByText(LATER).first()).toBeVisible()
  await doNext(later)
  const before = await keptRuns(later)
  expect(before).toHaveLength(2)

  await doNext(old)
  await expect(old.getByText('une version plus récente de l’appli')).toBeVisible()
  for (let made = 0; made < 8; made++) await doNext(old)
  expect(await keptRuns(later)).toEqual(before)

  // Opened again, the old tab has the new version, and its run goes on.
  await old.goto('about:blank')
  await old.goto(`${host.url}#/jouer/${MODULE}`)
  expect(await sceneOf(old)).toBe('decision')
  await doNext(old)
  expect((await keptRuns(old))[0]?.records.length).toBe((before[0]?.records.length ?? 0) + 1)
})
