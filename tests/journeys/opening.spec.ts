import type { Page } from '@playwright/test'
import { firstLoad } from '../../src/cli/first-load.mjs'
import { expect, test } from './app'
import { builds } from './builds'
import { choicesOf } from './player'

test('opens on the home screen', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('an address asked for while the first screen is on its way is opened', async ({ page }) => {
  const arrive = await holdHome(page)
  await page.goto('./', { waitUntil: 'commit' })
  await page.waitForFunction(() => document.querySelector('#app')?.hasAttribute('data-v-app'))
  await page.evaluate(() => (location.hash = '#/reglages'))
  arrive()
  await expect(page.getByRole('heading', { level: 1, name: 'Réglages' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('#/reglages')
})

test('the name of the app stays on the screen until the first one is there', async ({ page }) => {
  const arrive = await holdHome(page)
  await page.goto('./', { waitUntil: 'commit' })
  await page.waitForFunction(() => document.querySelector('#app')?.hasAttribute('data-v-app'))
  await expect(page.getByText('À toi de jouer', { exact: true })).toBeVisible()
  arrive()
  await expect(page.getByRole('heading', { level: 1, name: 'À toi de jouer' })).toBeVisible()
})

test('the first choice waits for nothing but the app and the module', async ({ page }) => {
  const app = firstLoad(builds.shipped)
  const isFirst = (path: string) => app.has(path) || /^assets\/allo-le-cfa-[^/]+\.js$/.test(path)
  const late: string[] = []
  // What else is asked for never comes.
  await page.route(/\/assets\//, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1)
    if (isFirst(path)) await route.continue()
    else late.push(path)
  })
  await page.goto('./#/jouer/allo-le-cfa', { waitUntil: 'commit' })
  await expect(choicesOf(page).first()).toBeVisible()
  await expect.poll(() => late.some((path) => path.includes('i18next'))).toBe(true)
})

/** Keeps the home screen on its way, as a slow network does. @returns what lets it arrive */
async function holdHome(page: Page): Promise<() => void> {
  let arrive = () => {}
  const held = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(/HomeScreen.*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  return () => arrive()
}
