import { chromium, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { fromCsv } from '../../src/build/data/csv'
import { findChromium } from '../../src/cli/chromium.mjs'
import { createStaticServer } from '../../src/cli/serve.mjs'

/** A cheap phone: see DESIGN_GOALS. */
const CPU = 4

/** One query in this many of the list is typed. */
const SAMPLE = 7

export interface OfferFigures {
  /** Brotli bytes of what the search needs. */
  communes: number
  trades: number
  /** From the start of the navigation to both lists ready, ms, files already on the device. */
  ready: number[]
  /** From the last letter typed to the frame that shows the first answer, ms. */
  firstTrade: number[]
  firstPlace: number[]
}

/** Measures the search of the offers in the built app. @param rounds how many times it is opened */
export async function measureOffers(rounds: number): Promise<OfferFigures> {
  const home = fileURLToPath(new URL('../..', import.meta.url))
  const weight = (name: string) =>
    brotliCompressSync(readFileSync(`${home}src/data/offers/${name}`)).length
  const queries = fromCsv(readFileSync(`${home}src/core/search/queries.csv`, 'utf8')).filter(
    (_, index) => index % SAMPLE === 0,
  )
  const typed = (kind: string) =>
    queries.filter((line) => line['kind'] === kind).map((line) => line['query'] ?? '')
  const figures: OfferFigures = {
    communes: weight('communes.json'),
    trades: weight('trades.json'),
    ready: [],
    firstTrade: [],
    firstPlace: [],
  }
  const site = await createStaticServer({ root: process.env['OUT_DIR'] ?? `${home}dist` })
  const browser = await chromium.launch({ executablePath: findChromium() ?? '' })
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
  const first = await context.newPage()
  await first.goto(site.url)
  await first.evaluate(() => navigator.serviceWorker.ready)
  await first.close()
  for (let round = 0; round < rounds; round++) {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
    await page.goto(`${site.url}#/offres`)
    await page.getByRole('button', { name: 'Près de moi' }).and(page.locator(':enabled')).waitFor()
    figures.ready.push(await page.evaluate(() => performance.now()))
    for (const query of typed('trade')) figures.firstTrade.push(await answered(page, 0, query))
    for (const query of typed('place')) figures.firstPlace.push(await answered(page, 1, query))
    await page.close()
  }
  await browser.close()
  await site.close()
  return figures
}

/** Types a query at once in an empty field, and waits for the frame that shows an answer, or that there is none. */
async function answered(page: Page, field: number, query: string): Promise<number> {
  await typeInto(page, field, '')
  return typeInto(page, field, query)
}

/** The time until the frame after what was typed. */
async function typeInto(page: Page, field: number, text: string): Promise<number> {
  return page.evaluate(
    async ([index, value]) => {
      const input = document.querySelectorAll<HTMLInputElement>('[role=combobox]')[index]
      if (!input) return NaN
      input.value = value
      const start = performance.now()
      input.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      return performance.now() - start
    },
    [field, text] as const,
  )
}
