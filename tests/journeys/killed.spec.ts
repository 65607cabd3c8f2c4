import type { Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { soundRecords } from '../../src/core/chain'
import { shuffled } from '../../src/core/chance'
import { compile } from '../../src/core/compile'
import type { Pack } from '../../src/core/pack'
import { offeredChoices, replay, stepAt } from '../../src/core/play'
import { movesOf } from '../../src/core/run'
import { fill, plain } from '../../src/core/text'
import { expect, test, watchFaults } from './app'
import { keptRuns, type Kept } from './device'
import { openOwnBrowser } from './own-browser'
import { choicesOf, MODULES, sceneOf, SIGNS } from './player'

/** How many times the browser is killed; raised by the bench. */
const TRIALS = Number(process.env['KILL_TRIALS'] ?? 20)
const SERIES = 2
/** The longest a trial plays before the browser is killed, in milliseconds. */
const LONGEST = 1500

for (let series = 0; series < SERIES; series++)
  test(`a browser killed at any moment loses nothing that was shown (${series + 1})`, async ({
    site,
  }) => {
    const trials = Math.ceil(TRIALS / SERIES)
    test.setTimeout(60_000 + trials * 30_000)
    const profile = mkdtempSync(join(tmpdir(), 'atdj-killed-'))
    const moments = shuffled(
      Array.from({ length: trials }, (_, i) => (i + 0.5) / trials),
      series,
      'kill',
    )
    let shown = 0
    let played = 0
    let rescued = 0
    let before: Kept[] = []
    try {
      for (const [trial, moment] of [...moments, 0].entries()) {
        const { context, kill } = await openOwnBrowser(profile)
        const faults = await watchFaults(context, site.url)
        const page = await context.newPage()

        await page.goto(site.url)
        let kept = await keptRuns(page)
        if (grownBy(kept, before) < shown) {
          // The browser itself threw the database away: the app must say so and rebuild it.
          const said = `${shown} choices shown, ${grownBy(kept, before)} kept`
          await expect(page.getByText(/On a retrouvé/), said).toBeVisible()
          kept = await keptRuns(page)
          rescued += 1
        }
        verify(kept, before, shown)
        const open = kept.find(({ run, records }) => run.endedAt === undefined && records.length)
        if (open) {
          await page.getByRole('link', { name: /^Reprendre/ }).click()
          await verifyScreen(page, open)
        } else {
          await page.goto(`${site.url}#/jouer/${MODULES[trial % MODULES.length]}`)
          await sceneOf(page)
        }

        before = kept
        shown = 0
        await page.exposeFunction('shown', (moves: number) => (shown += moves))
        await page.evaluate(robot, SIGNS)
        await page.waitForTimeout(moment * LONGEST)
        const told = page.getByText(/sera pas gardée|ne sera gardé|dans un autre onglet/)
        expect(await told.allInnerTexts()).toEqual([])
        await kill()
        played += shown
        expect(faults).toEqual([])
      }
      expect(played, 'choices shown in all').toBeGreaterThan(trials)
      test.info().annotations.push({
        type: 'killed',
        description: `${trials} kills, ${played} choices shown, ${rescued} databases rebuilt`,
      })
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  })

/** How many choices are kept that were not before. */
function grownBy(runs: readonly Kept[], before: readonly Kept[]): number {
  const count = (all: readonly Kept[]) => all.reduce((sum, { records }) => sum + records.length, 0)
  return count(runs) - count(before)
}

/**
 * What was kept before is untouched, and of what was shown since nothing is missing; at most the one choice being kept
 * when the browser died comes besides.
 */
function verify(kept: readonly Kept[], before: readonly Kept[], shown: number): void {
  const grown = grownBy(kept, before)
  expect([shown, shown + 1], `${shown} choices shown, ${grown} kept`).toContain(grown)
  for (const { run, records } of kept) expect(soundRecords(run, records)).toBe(records.length)
  for (const { run, records } of before) {
    const now = kept.find((one) => one.run.id === run.id)
    expect(now?.records.slice(0, records.length) ?? []).toEqual(records)
  }
}

/** The screen stands exactly where the records lead. */
async function verifyScreen(page: Page, { run, records, text }: Kept): Promise<void> {
  const { scenario, facts } = JSON.parse(text) as Pack
  const game = compile(scenario)
  const { snapshot, played } = replay(game, run, movesOf(records))
  expect(played).toBe(records.length)
  const step = stepAt(game, snapshot)
  expect(await sceneOf(page)).toBe(step.kind)
  if (step.kind !== 'decision') return
  const words = offeredChoices(game, snapshot, step).map((choice) =>
    plain(
      fill(choice.text, {
        texts: snapshot.context.texts,
        agreement: 'n',
        factValue: (id) => facts.find((fact) => fact.id === id)?.value,
      }),
    ),
  )
  const seen = await choicesOf(page).allInnerTexts()
  expect(seen.map((choice) => choice.replace(/^[A-F]\s+/, ''))).toEqual(words)
}

/** Runs in the page: plays as fast as the app allows, any choice, and says each time what became visible. */
function robot(signs: [string, string][]): void {
  const { shown } = window as unknown as { shown: (moves: number) => Promise<void> }
  const frame = () => new Promise(requestAnimationFrame)
  const visible = () => document.querySelector<HTMLElement>('main .scene')?.innerText ?? ''
  const all = <E extends HTMLElement>(what: string) =>
    [...document.querySelectorAll<E>(`main ${what}`)].filter((one) => !one.matches(':disabled'))
  const named = (name: string) =>
    all<HTMLElement>('button, a').find((one) => one.textContent?.trim() === name)

  async function play(): Promise<void> {
    for (;;) {
      const [scene, sign] = signs.find(([, name]) => named(name)) ?? []
      if (scene === 'ending') return
      for (const field of all<HTMLTextAreaElement>('textarea')) {
        field.value = 'J’aime réparer.'
        field.dispatchEvent(new Event('input'))
      }
      const boxes = all<HTMLInputElement>('input')
      if (boxes.length && !sign) boxes.find((box) => !box.checked)?.click()
      await frame()
      const choices = all('fieldset button')
      const gesture = sign
        ? named(sign)
        : !boxes.length && choices[Math.floor(Math.random() * choices.length)]
      const before = visible()
      if (gesture) gesture.click()
      for (let frames = 0; gesture && visible() === before && frames < 100; frames++) await frame()
      const isMove = scene !== 'note' && scene !== 'model'
      // The next tap waits until this one is counted: at most one choice is then kept and not shown.
      if (gesture && visible() !== before && isMove) await shown(1)
    }
  }
  void play()
}
