import { chromium, type Browser, type Page } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../../src/cli/chromium.mjs'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { doNext, openModule, playToEnding, sceneOf } from '../journeys/player'

/**
 * `npm run pictures`, after `npm run build`: the pictures of the manifest and of the README, taken from the app itself.
 * The results are committed; take them again when the look changes.
 */
const root = fileURLToPath(new URL('../../', import.meta.url))
const PHONE = { width: 360, height: 640 }
const DESK = { width: 1366, height: 768 }

const site = await createStaticServer({ root: `${root}dist` })
const browser = await chromium.launch({ executablePath: findChromium() ?? '' })
const phone = await tour(browser, PHONE, 2)
const desk = await tour(browser, DESK, 1)
await keep('public/screenshots', {
  accueil: phone.home,
  choix: phone.decision,
  explication: phone.note,
  bilan: phone.debrief,
  ordinateur: desk.decision,
})
await keep('docs/pictures', {
  app: await sideBySide(browser, [phone.home, phone.decision, phone.note, phone.debrief]),
})
await browser.close()
await site.close()

/** Plays as a learner does, and takes a picture of each place on the way. */
async function tour(from: Browser, viewport: typeof PHONE, deviceScaleFactor: number) {
  const page = await from.newPage({
    baseURL: site.url,
    viewport,
    deviceScaleFactor,
    hasTouch: true,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  })
  await openModule(page, 'allo-le-cfa')
  await playToEnding(page, [0, 1, 2])
  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  await page.getByRole('heading', { name: 'Tes choix, un par un' }).waitFor()
  const debrief = await picture(page)

  await openModule(page, 'mon-entretien')
  const { decision, note } = await firstAnswerToSomebody(page)
  await page.goto('./#/')
  await page.getByRole('link', { name: /^Reprendre/ }).waitFor()
  const home = await picture(page)
  await page.context().close()
  return { home, decision, note, debrief }
}

/** Plays on to a decision before a face; its picture, and that of the note that follows an answer that is not the best. */
async function firstAnswerToSomebody(page: Page) {
  for (;;) {
    const isAsked = (await sceneOf(page)) === 'decision' && (await page.locator('.face').count())
    const decision = isAsked ? await picture(page) : undefined
    await doNext(page, 1)
    if (decision && (await page.locator('.sheet.ok').count()))
      return { decision, note: await picture(page) }
  }
}

/** As a thumb leaves it: nothing is pointed at. */
async function picture(page: Page): Promise<Buffer> {
  await page.mouse.move(0, 0)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  return page.screenshot()
}

async function sideBySide(from: Browser, screens: readonly Buffer[]): Promise<Buffer> {
  const page = await from.newPage({ viewport: { width: 1600, height: 700 } })
  const images = screens.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`)
  await page.setContent(`<style>
    body { display: flex; gap: 24px; justify-content: center; margin: 0; padding: 30px; background: #dcd9e8 }
    img { width: 360px; border-radius: 28px }
  </style>${images.join('')}`)
  return page.screenshot()
}

async function keep(folder: string, pictures: Record<string, Buffer>): Promise<void> {
  await mkdir(`${root}${folder}`, { recursive: true })
  for (const [name, png] of Object.entries(pictures))
    await writeFile(`${root}${folder}/${name}.png`, png)
}
