import { chromium } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../../src/cli/chromium.mjs'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { handedInLink } from '../handed-in-link'
import { decodeRates, sealedLinks } from '../pictures/decode-rates'

/** An old classroom PC: twice as slow as this machine. */
const CPU = 2

export interface ClassFigures {
  /** Bytes of the addresses in the codes of one pupil, sealed, every module played twice; one number a code. */
  codes: { one: number[]; five: number[] }
  /** Part of the pictures of codes that are read, from 0 to 100. */
  decoded: number
  /** By number of results: from the file dropped to the counter that says so, and from the address opened to the
   * frame that shows the report, ms. */
  report: { results: number; imported: number[]; painted: number[] }[]
}

/** Measures what a teacher waits for, in the built app. @param rounds how many times each class is taken in */
export async function measureClassroom(rounds: number): Promise<ClassFigures> {
  const rates = decodeRates()
  const sum = (of: 'good' | 'all') => rates.reduce((total, rate) => total + rate[of], 0)
  const bytes = (modules: number) => sealedLinks(1, modules).map((link) => link.length)
  const report = []
  for (const results of [35, 1_000]) report.push(await measureReport(results, rounds))
  return {
    codes: { one: bytes(1), five: bytes(5) },
    decoded: (100 * sum('good')) / sum('all'),
    report,
  }
}

async function measureReport(results: number, rounds: number) {
  const home = fileURLToPath(new URL('../..', import.meta.url))
  const site = await createStaticServer({ root: process.env['OUT_DIR'] ?? `${home}dist` })
  const browser = await chromium.launch({ executablePath: findChromium() ?? '' })
  const figures = { results, imported: [] as number[], painted: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    await page.goto(`${site.url}#/classe`)
    await page.getByLabel('Nom de la classe ou du groupe').fill('Toute l’école')
    await page.getByRole('button', { name: 'Créer la classe' }).click()
    await page.getByRole('link', { name: 'Donner un devoir' }).click()
    await page.getByRole('checkbox', { name: /Allô, le CFA/ }).check()
    await page.getByRole('button', { name: 'Créer le devoir' }).click()
    const link = (await page.getByRole('link', { name: /devoir/ }).getAttribute('href')) ?? ''
    const text = Array.from({ length: results }, (_, i) =>
      handedInLink(link, i + 1, { again: true }),
    ).join('\n')
    await page.getByRole('link', { name: 'Retour à la classe' }).click()
    await page.getByRole('link', { name: 'Recevoir des résultats' }).click()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
    const files = page.locator('input[type=file]')
    const started = performance.now()
    await files.setInputFiles({
      name: 'resultats.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    })
    await page.getByText(`${results} reçus`, { exact: true }).waitFor()
    figures.imported.push(performance.now() - started)
    await page.getByRole('link', { name: 'Voir la classe' }).click()
    await page.getByRole('heading', { name: 'Fins atteintes' }).waitFor()
    await page.addInitScript({ content: MARK_REPORT })
    await page.reload()
    await page.getByRole('heading', { name: 'Fins atteintes' }).waitFor()
    const mark = await page.waitForFunction("performance.getEntriesByName('report')[0]?.startTime")
    figures.painted.push(Number(await mark.jsonValue()))
    await context.close()
  }
  await browser.close()
  await site.close()
  return figures
}

/** Marks the frame after the report is there. A text, since a compiled function would miss its helpers in the page. */
const MARK_REPORT = `
  const look = () => document.querySelector('.report')
    ? requestAnimationFrame(() => performance.mark('report'))
    : requestAnimationFrame(look)
  requestAnimationFrame(look)`
