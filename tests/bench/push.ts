import { chromium, type Page } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../../src/cli/chromium.mjs'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { openList, HEADERS, keepList, sayWhoWrites } from '../journeys/push-list'

export interface PushFigures {
  /** From the file opened to every row read and checked, ms. */
  check: number[]
  /** From the tap on a format to the file made, ms. */
  csv: number[]
  xlsx: number[]
  mbox: number[]
  /** The longest time without a frame during that work, ms. */
  freeze: number[]
  /** Steps of the progress bar that were painted. */
  steps: number[]
}

/** What the page notes of itself; `took` answers once the words asked for are there. */
interface Watch {
  start: number
  freeze: number
  steps: Set<number>
  took: Promise<number>
}

/** Measures a list of an adviser in the built app, on a PC: no throttling. @param rows people of the list */
export async function measurePush(rounds: number, rows: number): Promise<PushFigures> {
  const figures: PushFigures = { check: [], csv: [], xlsx: [], mbox: [], freeze: [], steps: [] }
  const home = fileURLToPath(new URL('../..', import.meta.url))
  const site = await createStaticServer({ root: process.env['OUT_DIR'] ?? `${home}dist` })
  const browser = await chromium.launch({ executablePath: findChromium() ?? '' })
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ locale: 'fr-FR', baseURL: site.url })
    const page = await context.newPage()
    // The helper that tsx puts around functions, which the page does not have.
    await page.addInitScript({ content: 'globalThis.__name = (one) => one' })
    await page.addInitScript(watch)
    await page.goto('./#/relances')
    await page.getByText('Choisir un fichier').waitFor()
    const bring = () => openList(page, [HEADERS, ...manyRows(rows)])
    figures.check.push(await time(page, 'Toutes les lignes sont bonnes.', bring))
    await keepList(page)
    await sayWhoWrites(page)
    await page.getByRole('button', { name: '4. Envoyer' }).click()
    for (const [name, label] of [
      ['csv', 'Fichier CSV'],
      ['xlsx', 'Fichier Excel'],
      ['mbox', '.mbox'],
    ] as const) {
      const tap = () => page.getByRole('button', { name: label }).click()
      figures[name].push(await time(page, 'Le fichier est dans vos téléchargements.', tap))
    }
    const [freeze, steps] = await page.evaluate(() => {
      const { watch } = window as unknown as { watch: Watch }
      return [watch.freeze, watch.steps.size] as const
    })
    figures.freeze.push(freeze)
    figures.steps.push(steps)
    await context.close()
  }
  await browser.close()
  await site.close()
  return figures
}

/** Without any fault, so that the end of the check is one sentence. */
function manyRows(count: number): string[] {
  const towns = ['44000;NANTES', '72000;LE MANS', '35000;RENNES', '59000;LILLE']
  const courses = ['Boulanger', 'Maçon', 'Coiffure', 'Cuisine']
  return Array.from({ length: count }, (_, at) =>
    [
      ...[`N${at}`, `NOM${at}`, `Prénom${at}`, `0600${String(100_000 + at)}`, `a${at}@exemple.fr`],
      ...['', towns[at % 4], `CAP ${courses[at % 4]} ${at % 40}`, `CFA ${at % 50}`, ''],
    ].join(';'),
  )
}

/** From the event that begins some work in the page to the words that end it, ms. */
async function time(page: Page, words: string, begin: () => Promise<unknown>): Promise<number> {
  await page.evaluate((sought) => {
    const { watch } = window as unknown as { watch: Watch }
    watch.start = 0
    watch.took = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`« ${sought} » never came.`)), 60_000)
      const observer = new MutationObserver(() => {
        const isThere = [...document.querySelectorAll('main h3, main [role=status]')].some((one) =>
          one.textContent.includes(sought),
        )
        if (!isThere || !watch.start) return
        observer.disconnect()
        resolve(performance.now() - watch.start)
        watch.start = 0
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    })
  }, words)
  await begin()
  return page.evaluate(() => (window as unknown as { watch: Watch }).watch.took)
}

/** Runs in the page: notes the longest gap between two frames while work goes on, and the steps of the bar. */
function watch(): void {
  const noted: Watch = { start: 0, freeze: 0, steps: new Set(), took: Promise.resolve(0) }
  Object.assign(window, { watch: noted })
  const begin = () => (noted.start ||= performance.now())
  addEventListener('change', begin, true)
  addEventListener('click', begin, true)
  let last = performance.now()
  function frame(): void {
    const now = performance.now()
    if (noted.start) noted.freeze = Math.max(noted.freeze, now - Math.max(last, noted.start))
    last = now
    const bar = document.querySelector('progress')
    if (bar) noted.steps.add(bar.value)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}
