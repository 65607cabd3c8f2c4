import type { BrowserContext, Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { soundRecords } from '../../src/core/chain'
import { expect, test, watchFaults } from './app'
import { keptRuns } from './device'
import { openOwnBrowser, type OwnBrowser } from './own-browser'
import { doNext, MODULES, momentOf, sceneOf } from './player'

/** How many times a page is left and comes back, each way: 20 for the figure. */
const RETURNS = Number(process.env['RETURNS'] ?? 3)

const TAKEN = 'Cette partie est ouverte dans un autre onglet.'

let profile: string
let browser: OwnBrowser

// The driver of the other journeys turns the back/forward cache off: this browser starts as a user's does.
test.beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'atdj-returned-'))
  browser = await openOwnBrowser(profile)
})
test.afterEach(async () => {
  await browser.kill()
  rmSync(profile, { recursive: true, force: true })
})

declare global {
  interface Window {
    /** Left before the page was; a page that was loaded anew has it no more. */
    returned?: boolean
  }
}

/** Goes to another document, as a link or an address typed does. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => (window.returned = persisted), { once: true })
  })
  await page.goto('about:blank')
}

/** The button Back. @returns whether the very page that was left has come back, with its memory */
async function comeBack(page: Page, address: string): Promise<boolean> {
  await page.evaluate(() => history.back()).catch(() => undefined)
  await expect.poll(() => page.url()).toContain(address)
  await page.waitForFunction(() => document.querySelector('main'))
  return page.evaluate(() => window.returned === true)
}

/** Every choice that was shown is kept, once, in the order of the run, chained. */
async function verify(page: Page, module: string, shown: number): Promise<void> {
  const kept = (await keptRuns(page)).filter(({ run }) => run.scenario === module)
  expect(kept).toHaveLength(1)
  const [{ run, records }] = kept as [(typeof kept)[number]]
  expect(records).toHaveLength(shown)
  expect(soundRecords(run, records)).toBe(shown)
}

/** Plays until the next gesture is a choice again. @returns how many records that makes */
async function played(page: Page, choices: number): Promise<number> {
  let made = 0
  for (; made < choices; made++) {
    while ((await sceneOf(page)) === 'note') await doNext(page)
    await doNext(page, made)
  }
  while ((await sceneOf(page)) === 'note') await doNext(page)
  return made
}

for (const [name, locks] of [
  ['a browser with locks', true],
  ['a browser without locks', false],
] as const)
  test(`${name}: a play that comes back shows what another tab has played since, and writes nothing stale`, async ({
    site: { url },
  }) => {
    test.setTimeout(60_000 + RETURNS * 30_000)
    const { context } = browser
    const faults = await watchFaults(context, url)
    if (!locks)
      await context.addInitScript(() => {
        Object.defineProperty(navigator, 'locks', { value: undefined })
      })
    let returned = 0
    for (let round = 0; round < RETURNS; round++) {
      const module = MODULES[round % MODULES.length] ?? ''
      const mine = await context.newPage()
      await mine.goto(`${url}#/jouer/${module}`)
      let shown = await played(mine, 2)
      await leave(mine)

      const other = await context.newPage()
      await other.goto(`${url}#/jouer/${module}`)
      await sceneOf(other)
      await expect(other.getByText(TAKEN)).toHaveCount(0)
      shown += await played(other, 2)
      const moment = await momentOf(other)

      await mine.bringToFront()
      if (await comeBack(mine, url)) returned += 1
      await expect.poll(() => momentOf(mine)).toBe(moment)
      if (locks) {
        await expect(mine.getByText(TAKEN)).toBeVisible()
        await mine.getByRole('button', { name: 'Continuer ici' }).click()
        await expect(mine.getByText(TAKEN)).toHaveCount(0)
        await expect(other.getByText(TAKEN)).toBeVisible()
      }
      shown += await played(mine, 1)
      await verify(mine, module, shown)
      await mine.close()
      await other.close()
      if (round % MODULES.length === MODULES.length - 1) await erase(context, url)
    }
    // A lock asked for elsewhere makes Chromium give up the page that was left; a busy machine can, too. It is loaded
    // anew then, and shows the same.
    if (!locks) expect(returned).toBeGreaterThan(0)
    expect(faults).toEqual([])
    test.info().annotations.push({ type: 'returns', description: `${returned} of ${RETURNS}` })
  })

test('the first screen that comes back says where another tab has played to since', async ({
  site: { url },
}) => {
  const { context } = browser
  const faults = await watchFaults(context, url)
  const mine = await context.newPage()
  await mine.goto(url)
  await expect(mine.getByRole('link', { name: /^Reprendre/ })).toHaveCount(0)
  await expect(mine.getByRole('heading', { level: 1 })).toBeVisible()
  await leave(mine)
  const other = await context.newPage()
  await other.goto(`${url}#/jouer/${MODULES[0]}`)
  await played(other, 2)
  await other.close()

  await mine.bringToFront()
  expect(await comeBack(mine, url), 'the very page has come back').toBe(true)
  await expect(mine.getByRole('link', { name: /^Reprendre/ })).toBeVisible()
  expect(faults).toEqual([])
})

/** Another round of the modules begins with no run. */
async function erase(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const { origin } = new URL(address)
  await session.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'indexeddb,file_systems,local_storage',
  })
  await page.close()
}
