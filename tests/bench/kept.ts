import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../../src/cli/chromium.mjs'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { writeBackup } from '../../src/core/backup/backup-file'
import { nextRecord } from '../../src/core/chain'
import { compile } from '../../src/core/compile'
import { openMoves, move, start, stepAt, type Move } from '../../src/core/play'
import type { Run, RunRecord } from '../../src/core/run'
import { deviceContent } from '../device-content'
import { moduleOf } from '../modules'
import { packTextOf } from '../pack-text'

/** A cheap phone: see DESIGN_GOALS. */
const CPU = 4
const MODULE = 'allo-le-cfa'
const RUNS = 1_000
const CARDS = 2_000
/** Letters of each pasted advert: the backup then weighs ten megabytes. */
const ADVERT = 3_000

/** Times in ms, each as long as the learner waits: from a tap, or from the opening of an address, to the frame that answers. */
export interface KeptFigures {
  /** How much the backup weighs. */
  bytes: number
  /** From the file chosen to the list of what it changes. */
  preview: number[]
  /** From the learner's yes to the word that all is kept. */
  taken: number[]
  /** From the tap to the file. */
  saved: number[]
  /** The longest time the screen did not answer while the file was read and taken. */
  frozen: number[]
  /** What all that adds to the opening of a screen by its address, compared with one run and one card. */
  home: number[]
  debrief: number[]
  review: number[]
  notebook: number[]
  /** From a letter typed in the search, or another order chosen, to the list that answers. */
  search: number[]
  sort: number[]
  card: number[]
}

/** Measures a device that holds much: 1,000 finished runs and 2,000 cards, come by a backup. @param rounds fresh devices */
export async function measureKept(rounds: number): Promise<KeptFigures> {
  const home = fileURLToPath(new URL('../..', import.meta.url))
  const site = await createStaticServer({ root: process.env['OUT_DIR'] ?? `${home}dist` })
  const browser = await chromium.launch({ executablePath: findChromium() ?? '' })
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const [file, small] = ['much.json', 'little.json'].map((name) => join(folder, name)) as [
    string,
    string,
  ]
  await writeFile(file, backupText(RUNS, CARDS))
  await writeFile(small, backupText(1, 1))
  const figures: KeptFigures = {
    bytes: (await stat(file)).size,
    preview: [],
    taken: [],
    saved: [],
    frozen: [],
    home: [],
    debrief: [],
    review: [],
    notebook: [],
    search: [],
    sort: [],
    card: [],
  }
  const device = async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
    // What the compiler wraps named functions in.
    await context.addInitScript({ content: 'globalThis.__name = (named) => named' })
    return context
  }
  for (let round = 0; round < rounds; round++) {
    const little = await device()
    await measureData(little, site.url, small)
    const before = await openings(little, site.url, 0)
    await little.close()

    const much = await device()
    const data = await measureData(much, site.url, file)
    const after = await openings(much, site.url, RUNS - 1)
    const gestures = await measureNotebook(much, site.url)
    await much.close()

    for (const [name, time] of Object.entries(data)) figures[name as keyof typeof data].push(time)
    for (const name of SCREENS) figures[name].push(after[name] - before[name])
    for (const [name, times] of Object.entries(gestures))
      figures[name as keyof typeof gestures].push(...times)
  }
  await browser.close()
  await site.close()
  await rm(folder, { recursive: true })
  return figures
}

/** Brings a backup to a device, then makes another. */
async function measureData(context: BrowserContext, url: string, file: string) {
  const page = await opened(context, `${url}#/mes-donnees`)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.evaluate(() => {
    const times = { longest: 0 }
    Object.assign(globalThis, { times })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        times.longest = Math.max(times.longest, duration)
    }).observe({ type: 'longtask' })
  })
  const choose = page.getByLabel('Choisir un fichier')
  const preview = await waited(page, 'change', '.preview .lines', () => choose.setInputFiles(file))
  const yes = page.locator('.preview .main')
  const taken = await waited(page, 'click', '.good', () => yes.click())
  const longest = () => (globalThis as unknown as { times: { longest: number } }).times.longest
  const frozen = await page.evaluate(longest)
  const download = page.waitForEvent('download')
  const save = page.getByRole('button', { name: 'Enregistrer le fichier' })
  const saved = await waited(page, 'click', '[aria-labelledby=save] .left', () => save.click())
  await (await download).delete()
  await page.close()
  return { preview, taken, frozen, saved }
}

const SCREENS = ['home', 'debrief', 'review', 'notebook'] as const

/** How long each screen takes to open. @param last the number of the last run */
async function openings(
  context: BrowserContext,
  url: string,
  last: number,
): Promise<Record<(typeof SCREENS)[number], number>> {
  return {
    home: await opening(context, `${url}#/`, '.journey .found'),
    debrief: await opening(context, `${url}#/bilan/${runId(last)}`, '.debrief .map'),
    review: await opening(context, `${url}#/reviser`, '.review .modules'),
    notebook: await opening(context, `${url}#/carnet`, '.notebook ul .line'),
  }
}

/** What is done with a long list of cards. */
async function measureNotebook(context: BrowserContext, url: string) {
  const page = await opened(context, `${url}#/carnet`)
  await page.locator('.notebook ul .line').first().waitFor()
  const words = page.getByLabel('Chercher')
  const search: number[] = []
  for (const text of ['g', 'ga', 'garage', 'garage martin 19', 'le matin'])
    search.push(await answered(page, 'input', () => words.fill(text)))
  await answered(page, 'input', () => words.fill(''))
  const sort: number[] = []
  for (const order of ['name', 'recent', 'next'])
    sort.push(
      await answered(page, 'change', () => page.getByLabel('Trier par').selectOption(order)),
    )
  const first = page.locator('.notebook ul .line').first()
  const card = [await waited(page, 'click', '.contact h1', () => first.click())]
  await page.close()
  return { search, sort, card }
}

/** A backup of a device on which much was done. */
function backupText(runs: number, cards: number): string {
  const pack = packTextOf(MODULE)
  const content = deviceContent(pack, { runs: 1, records: 1, contacts: cards, advert: ADVERT })
  const [sample] = (content.tables['runs'] ?? []) as Run[]
  if (!sample) throw new Error('A made-up device should hold a run.')
  const played = Array.from({ length: runs }, (_, index) => playedRun(sample, index))
  const tables = {
    ...content.tables,
    runs: played.map(({ run }) => run),
    records: played.flatMap(({ records }) => records),
  }
  const madeAt = '2026-11-23T10:00:00.000Z'
  return writeBackup({ app: '0', madeAt, content: { ...content, tables } })
}

/** A run that somebody could have played, one other answer each time. */
function playedRun(sample: Run, index: number): { run: Run; records: RunRecord[] } {
  const at = sample.startedAt + index * 3_600_000
  const setup = { level: 'n1', variant: game.scenario.variants[0]?.id ?? '', seed: index }
  const moves: Move[] = []
  let snapshot = start(game, setup)
  while (stepAt(game, snapshot).kind !== 'ending') {
    const open = openMoves(game, snapshot)
    const made = open[(index >> (moves.length % 8)) % open.length]
    const after = made && move(game, snapshot, made)
    if (!after) throw new Error('A step that is no ending should have a way on.')
    moves.push(made)
    snapshot = after
  }
  const run: Run = {
    ...sample,
    ...setup,
    id: runId(index),
    startedAt: at,
    endedAt: at + moves.length * 1_000,
    ending: stepAt(game, snapshot).id,
  }
  const records: RunRecord[] = []
  for (const [seq, made] of moves.entries())
    records.push(nextRecord(run, records.at(-1), made, at + seq * 1_000))
  return { run, records }
}

const game = compile(moduleOf(MODULE))
const runId = (index: number) => index.toString(16).padStart(32, '0')

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  await page.goto(address)
  return page
}

/** How long an address takes, from the start of the navigation, to show what is asked. */
async function opening(context: BrowserContext, address: string, shown: string): Promise<number> {
  const page = await opened(context, address)
  const time = await page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const look = () =>
          document.querySelector(selector)
            ? requestAnimationFrame(() => resolve(performance.now()))
            : requestAnimationFrame(look)
        look()
      }),
    shown,
  )
  await page.close()
  return time
}

/** How long it takes from an event to the frame in which an element is there. */
async function waited(
  page: Page,
  event: 'click' | 'change',
  shown: string,
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(
    ([name, selector]) => {
      const waited = new Promise<number>((resolve) => {
        const begin = ({ timeStamp }: Event) => {
          const look = () =>
            document.querySelector(selector)
              ? requestAnimationFrame(() => resolve(performance.now() - timeStamp))
              : requestAnimationFrame(look)
          look()
        }
        addEventListener(name, begin, { capture: true, once: true })
      })
      Object.assign(globalThis, { waited })
    },
    [event, shown] as const,
  )
  await act()
  return page.evaluate(() => (globalThis as unknown as { waited: Promise<number> }).waited)
}

/** How long the list of cards takes to answer what was just asked. */
async function answered(
  page: Page,
  event: 'input' | 'change',
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate((name) => {
    const list = document.querySelector('[aria-labelledby=contacts]')
    const waited = new Promise<number>((resolve) => {
      const begin = ({ timeStamp }: Event) => {
        const done = () => setTimeout(() => resolve(performance.now() - timeStamp))
        requestAnimationFrame(() => requestAnimationFrame(done))
      }
      list?.addEventListener(name, begin, { capture: true, once: true })
    })
    Object.assign(globalThis, { waited })
  }, event)
  await act()
  return page.evaluate(() => (globalThis as unknown as { waited: Promise<number> }).waited)
}
