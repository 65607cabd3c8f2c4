import {
  chromium,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Page,
} from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../../src/cli/chromium.mjs'
import { createStaticServer } from '../../src/cli/serve.mjs'

/** A cheap phone on a slow 4G: see DESIGN_GOALS. Bytes per second, milliseconds. */
const NETWORK = {
  offline: false,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
  latency: 150,
}
const CPU = 4
const MODULE = 'allo-le-cfa'
/** How long one is away between two visits, ms. */
const AWAY = 3_000
/** Nobody reads a scene and three answers in less, ms. */
const READING = 2_000

/**
 * Marks the frame in which a choice can be clicked; looking at every frame would make the phone draw them all.
 * A text, since a compiled function would miss its helpers in the page.
 */
const MARK_CHOICE = `
  const look = new MutationObserver(() => {
    if (!document.querySelector('.choice:not(:disabled)')) return
    look.disconnect()
    requestAnimationFrame(() => performance.mark('choice'))
  })
  look.observe(document, { childList: true, subtree: true, attributes: true })`

/** Times in ms from the start of the navigation, bytes as transferred (compressed, headers included). */
interface Opening {
  fcp: number
  choice: number
  bytes: number
  /** The scripts of it, but for the module's text. */
  scriptBytes: number
}

export interface PageFigures {
  cold: Opening[]
  warm: Opening[]
  offline: Opening[]
  /** From the click's time stamp to the frame after the next screen is there, ms, over whole plays. */
  taps: number[]
  /** The same for a first tap made the moment it can be: the rest of the app is still on its way. */
  firstTaps: number[]
}

/** Measures the built app in `dist` as a phone sees it. @param rounds how many times each opening is measured */
export async function measurePage(rounds: number): Promise<PageFigures> {
  const root = fileURLToPath(new URL('../../dist', import.meta.url))
  const browser = await chromium.launch({ executablePath: findChromium() ?? '' })
  const figures: PageFigures = { cold: [], warm: [], offline: [], taps: [], firstTaps: [] }
  for (let round = 0; round < rounds; round++) {
    const site = await createStaticServer({ root })
    await someoneElse(browser, site.url)
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      deviceScaleFactor: 2,
    })
    figures.cold.push(await open(context, site.url))
    const page = await context.newPage()
    await page.goto(site.url)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.close()
    // Nobody comes back before the browser has put away what it fetched.
    await new Promise((resolve) => setTimeout(resolve, AWAY))
    figures.warm.push(await open(context, site.url))
    await site.close()
    figures.offline.push(await open(context, site.url))
    figures.firstTaps.push(...(await playThrough(context, site.url, { reading: 0, most: 1 })))
    figures.taps.push(...(await playThrough(context, site.url, { reading: READING, most: 80 })))
    await context.close()
  }
  await browser.close()
  return figures
}

/** Our server compresses a file when it is first asked for; a host has done it long before. */
async function someoneElse(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`${url}#/jouer/${MODULE}`)
  await page.waitForSelector('.choice')
  await page.waitForLoadState('networkidle')
  await page.context().close()
}

async function open(context: BrowserContext, url: string): Promise<Opening> {
  const page = await context.newPage()
  const session = await throttled(context, page)
  const sizes = new Map<string, { at: number; bytes: number; script: boolean }>()
  const scripts = new Set<string>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' && !response.url.includes(`/${MODULE}-`)) scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    sizes.set(requestId, {
      at: timestamp,
      bytes: encodedDataLength,
      script: scripts.has(requestId),
    })
  })
  let started = 0
  session.on('Network.requestWillBeSent', ({ timestamp }) => (started ||= timestamp))
  await page.addInitScript({ content: MARK_CHOICE })
  await page.goto(`${url}#/jouer/${MODULE}`)
  await page.waitForFunction(() => performance.getEntriesByName('choice').length, undefined, {
    polling: 1_000,
  })
  const [fcp, choice] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    performance.getEntriesByName('choice')[0]?.startTime ?? NaN,
  ])
  const before = [...sizes.values()].filter(({ at }) => (at - started) * 1000 <= (choice ?? 0))
  const sum = (list: typeof before) => list.reduce((total, { bytes }) => total + bytes, 0)
  await page.waitForLoadState('networkidle')
  await page.close()
  return {
    fcp: fcp ?? NaN,
    choice: choice ?? NaN,
    bytes: sum(before),
    scriptBytes: sum(before.filter(({ script }) => script)),
  }
}

/**
 * Plays and measures each tap.
 * @param reading how long the first scene is read before the first tap, ms
 * @param most how many taps
 */
async function playThrough(
  context: BrowserContext,
  url: string,
  { reading, most }: { reading: number; most: number },
): Promise<number[]> {
  const page = await context.newPage()
  await throttled(context, page)
  await page.addInitScript(() => {
    const taps: number[] = []
    Object.assign(globalThis, { taps })
    addEventListener(
      'click',
      ({ timeStamp, target }) => {
        const turn = document.querySelector('.turn')
        // A box that is ticked leads nowhere yet.
        if (!turn || (target instanceof Element && target.closest('label, input'))) return
        const shown = new MutationObserver(() => {
          shown.disconnect()
          requestAnimationFrame(() => setTimeout(() => taps.push(performance.now() - timeStamp)))
        })
        shown.observe(turn, { childList: true, subtree: true })
      },
      true,
    )
  })
  await page.goto(`${url}#/jouer/${MODULE}?niveau=n1`)
  const enough = page.locator('.picks button.main:enabled')
  const next = page.locator(
    '.turn :is(.choice, .ending, button.main:enabled, .option input:not(:checked):enabled, .write .plain)',
  )
  await next.first().waitFor()
  await page.waitForTimeout(reading)
  for (let tap = 0; tap < most; tap++) {
    await next.first().waitFor()
    if (await page.locator('.ending').count()) break
    await ((await enough.count()) ? enough : next.first()).click()
    await page.waitForTimeout(250)
  }
  await page.waitForFunction(() => (globalThis as unknown as { taps: number[] }).taps.length > 0)
  const taps = await page.evaluate(() => (globalThis as unknown as { taps: number[] }).taps)
  await page.close()
  return taps
}

async function throttled(context: BrowserContext, page: Page): Promise<CDPSession> {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  return session
}
