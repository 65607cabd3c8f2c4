import type { Page } from '@playwright/test'
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, watchFaults } from './app'
import { keptRuns, wipeDatabase, type Kept } from './device'
import { openOwnBrowser } from './own-browser'
import { doNext, MODULES, openModule, sceneOf } from './player'

/** How many times the database is deleted: 100 in the bench, of which a tenth by a damaged file. */
const TRIALS = Number(process.env['WIPE_TRIALS'] ?? 10)
const DAMAGED = Math.max(1, Math.round(TRIALS / 10))
const OTHERS = TRIALS - DAMAGED

const REBUILT = /On a retrouvé (ta partie|tes \d+ parties)\./

/** What a phone that must make room does: the database goes, the page knows nothing of it. */
async function wipeUnder(page: Page, address: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(address)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await session.detach()
}

const picksOf = (runs: readonly Pick<Kept, 'run' | 'records'>[]) =>
  runs.map(({ run, records }) => [run.id, ...records.map(({ step, pick }) => `${step} ${pick}`)])

test('a wiped database is noticed, told and rebuilt to the last choice, every time', async ({
  page,
  address,
}) => {
  test.setTimeout(60_000 + OTHERS * 15_000)
  for (let trial = 0; trial < OTHERS; trial++) {
    await openModule(page, MODULES[trial % MODULES.length] ?? '')
    for (let made = 0; made < 2; made++) await doNext(page, trial)
    const before = await keptRuns(page)
    expect(before.length).toBeGreaterThan(0)
    if (trial % 3 === 2) {
      // Under an open run: what the browser deleted comes back with the next choice.
      while ((await sceneOf(page)) === 'note') await doNext(page)
      if ((await sceneOf(page)) === 'ending') continue
      await wipeUnder(page, address)
      await doNext(page, trial)
    } else {
      await wipeDatabase(page, address)
      await page.goto(trial % 3 ? './' : `./#/jouer/${MODULES[trial % MODULES.length]}`)
    }
    await expect(page.getByText(REBUILT), `wipe ${trial}`).toBeVisible()
    // A run that had ended is followed by a new one, and the open run by one more choice.
    const after = await keptRuns(page)
    const same = before.map(({ run, records }) => {
      const kept = after.find((one) => one.run.id === run.id)
      return { run, records: kept?.records.slice(0, records.length) ?? [] }
    })
    expect(picksOf(same)).toEqual(picksOf(before))
    await page.goto('about:blank')
  }
})

test('a database that the browser deletes because a file of it is damaged is rebuilt too', async ({
  site,
}) => {
  test.setTimeout(60_000 + DAMAGED * 60_000)
  for (let trial = 0; trial < DAMAGED; trial++) {
    const profile = mkdtempSync(join(tmpdir(), 'atdj-damaged-'))
    const sitting = async (work: (page: Page) => Promise<void>) => {
      const { context, kill } = await openOwnBrowser(profile)
      const faults = await watchFaults(context, site.url)
      await work(await context.newPage())
      await kill()
      expect(faults).toEqual([])
    }
    const played = async (page: Page) => {
      await page.goto(`${site.url}#/jouer/${MODULES[trial % MODULES.length]}`)
      for (let made = 0; made < 3; made++) await doNext(page, trial)
    }
    try {
      await sitting(played)
      // The beginning of a record whose rest never came, as a kill can leave it: the next session writes after it.
      const folder = join(profile, 'Default/IndexedDB')
      const base = readdirSync(folder).find((name) => name.endsWith('.leveldb')) ?? ''
      const log = readdirSync(join(folder, base)).find((name) => name.endsWith('.log')) ?? ''
      appendFileSync(join(folder, base, log), Buffer.from([1, 2, 3, 4, 200, 0, 1]))
      let before: Kept[] = []
      await sitting(async (page) => {
        await played(page)
        before = await keptRuns(page)
        expect(before[0]?.records.length).toBeGreaterThan(3)
      })
      await sitting(async (page) => {
        await page.goto(site.url)
        await expect(page.getByText(REBUILT)).toBeVisible()
        expect(picksOf(await keptRuns(page))).toEqual(picksOf(before))
      })
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
})
