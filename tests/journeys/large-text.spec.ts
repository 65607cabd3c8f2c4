import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { unreadable } from './look'
import { aroundAPlay, everyStep, wordAndSecondTab } from './screens'

// A browser whose text is set twice as large, on the narrowest screen.
test.use({
  build: 'gallery',
  viewport: { width: 320, height: 640 },
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: ['--blink-settings=defaultFontSize=32'] }),
})

async function look(page: Page, name: string): Promise<void> {
  expect(await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))).toBe(34)
  expect.soft(await unreadable(page), name).toEqual([])
}

test('the screens around a play', ({ page }) => aroundAPlay(page, look))
test('every kind of step, and what follows each', ({ page }) => everyStep(page, look))
test('a word of the glossary, and a run of another tab', ({ page }) => wordAndSecondTab(page, look))
