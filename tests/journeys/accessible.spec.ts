import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { wrongOn } from './look'
import { aroundAPlay, everyStep, wordAndSecondTab } from './screens'

// The gallery shows every kind of step.
test.use({ build: 'gallery' })
test.describe.configure({ timeout: 180_000 })

/** Looks at the screen as it is now, in every theme and at both widths. */
async function look(page: Page, name: string): Promise<void> {
  await test.step(name, async () => expect.soft(await wrongOn(page), name).toEqual([]))
}

test('the screens around a play', ({ page }) => aroundAPlay(page, look))
test('every kind of step, and what follows each', ({ page }) => everyStep(page, look))
test('a word of the glossary, and a run of another tab', ({ page }) => wordAndSecondTab(page, look))
