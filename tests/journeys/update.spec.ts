import type { Page } from '@playwright/test'
import { mkdtempSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { test as base, expect } from './app'
import { builds, LATER } from './builds'
import { doNext, openModule, playToEnding, readyOffline, sceneOf } from './player'

interface Host {
  url: string
  /** Puts the later build in place of the first: the old files are gone. */
  publishLater: () => void
}

const test = base.extend<{ host: Host }>({
  host: async ({ build }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'atdj-host-'))
    const root = join(folder, 'site')
    symlinkSync(builds[build], root)
    const site = await createStaticServer({ root })
    const publishLater = () => {
      unlinkSync(root)
      symlinkSync(builds.later, root)
    }
    await use({ url: site.url, publishLater })
    await site.close()
    rmSync(folder, { recursive: true })
  },
  address: async ({ host }, use) => use(host.url),
})

const entryOf = (page: Page) =>
  page.locator('script[type=module][src*="assets/"]').first().getAttribute('src')

/** The browser looks for a new service worker, as it does by itself now and then. */
function lookForUpdate(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const { installing } = registration
    if (installing)
      await new Promise((resolve) => installing.addEventListener('statechange', resolve))
    return registration.waiting !== null
  })
}

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
  const paused = await page.getByRole('main').innerText()
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
  await expect.poll(() => page.getByRole('main').innerText()).toBe(paused)
  await openModule(page, 'je-ne-sais-pas-encore')
  await expect(page.getByText(LATER).first()).toBeVisible()
  expect(loads).toBe(loadsBefore + 1)
})
