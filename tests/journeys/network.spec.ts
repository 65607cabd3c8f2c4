import type { Page } from '@playwright/test'
import { hash32 } from '../../src/core/chance'
import { expect, test, type Site } from './app'
import { LIES, openNetwork } from './lying-network'
import { MODULES, readyOffline, sceneOf } from './player'

/** How many first visits meet a network that lies; 60 in the bench. */
const TRIALS = Number(process.env['NETWORK_TRIALS'] ?? LIES.length)
const SERIES = 2

/** The files that the service worker takes, as its own text lists them. */
async function precached(site: Site): Promise<string[]> {
  const worker = await (await fetch(`${site.url}sw.js`)).text()
  return [...worker.matchAll(/\{url:"([^"]+)"/g)].map(([, url]) => url ?? '')
}

/** Resolves with what came of the worker once nothing is being installed. */
function installed(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    const { installing } = registration ?? {}
    if (installing)
      await new Promise<void>((resolve) => {
        installing.addEventListener('statechange', () => resolve())
        if (installing.state !== 'installing') resolve()
      })
    return Boolean(registration?.active)
  })
}

for (let series = 0; series < SERIES; series++)
  test(`a network that lies on the first visit leaves nothing broken once it is well again (${series + 1})`, async ({
    browser,
    site,
  }) => {
    const kinds = Array.from({ length: TRIALS }, (_, trial) => trial).filter(
      (trial) => trial % SERIES === series,
    )
    test.setTimeout(60_000 + kinds.length * 30_000)
    const files = await precached(site)
    expect(files.length).toBeGreaterThan(50)
    let claimed = 0
    for (const trial of kinds) {
      const kind = LIES[trial % LIES.length] ?? 'portal'
      const file = files[hash32(trial, kind) % files.length] ?? ''
      const network = await openNetwork(site.url)
      const context = await browser.newContext()
      const page = await context.newPage()
      network.lieAbout(file, kind)
      await page.goto(network.url, { waitUntil: 'commit' }).catch(() => undefined)
      await expect.poll(network.asked, { message: `${file} is asked for` }).toBeGreaterThan(0)
      if (kind === 'silence') network.heal()
      const isReady = await installed(page).catch(() => false)
      // After a silence that ends, the worker may have everything; else nothing may pretend to.
      if (kind !== 'silence' && isReady) claimed += 1
      network.heal()

      await page.goto('about:blank')
      await page.goto(network.url)
      await expect(page.getByRole('heading', { level: 1 }), `${file}, ${kind}`).toBeVisible()
      await readyOffline(page)
      network.cut()
      const offline = await context.newPage()
      const module = MODULES[trial % MODULES.length]
      await offline.goto(`${network.url}#/jouer/${module}`)
      await sceneOf(offline)
      await context.close()
      await network.close()
    }
    expect(claimed, 'visits that were told ready with a false file').toBe(0)
    test.info().annotations.push({
      type: 'network',
      description: `${kinds.length} lies, 0 poisoned, ${kinds.length} recovered`,
    })
  })
