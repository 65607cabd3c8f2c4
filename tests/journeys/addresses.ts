import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { expect } from './app'
import { keptRuns } from './device'

const source = ['router.ts', 'routes.ts']
  .map((file) => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8'))
  .join('')

/** Every address of the router: a screen added there is opened by the journeys. */
const PATHS = [...source.matchAll(/^ {4}path: '([^']+)'/gm)].map(([, path]) => path ?? '')

/** Opens every screen afresh, with the finished run of this device where one is asked for; each must be there. */
export async function openEveryScreen(page: Page, module: string): Promise<void> {
  const [ended] = await keptRuns(page)
  const examples: Record<string, string> = {
    ':module': module,
    ':run': ended?.run.id ?? '',
    ':any(.*)*': 'nulle-part',
  }
  const { origin } = new URL(page.url())
  expect(PATHS.length).toBeGreaterThan(20)
  for (const path of PATHS) {
    const address = path.replace(/:[a-z]+(\(.*)?/g, (part) => examples[part] ?? 'exemple')
    await page.goto('about:blank')
    await page.goto(`${origin}/#${address}`)
    await expect(page.getByRole('main'), path).toBeVisible()
    await expect(page.getByText('Quelque chose a cassé'), path).toHaveCount(0)
    await expect(page.getByText('n’est pas sur ton appareil'), path).toHaveCount(0)
  }
}
