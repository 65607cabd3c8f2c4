import { readFileSync } from 'node:fs'
import { securityHeaders } from '../../src/build/headers.mjs'
import { expect, test } from './app'
import { keptRuns } from './device'
import { openModule, playToEnding } from './player'

const source = ['router.ts', 'routes.ts']
  .map((file) => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8'))
  .join('')
/** Every address of the router: a screen added there is opened here. */
const PATHS = [...source.matchAll(/^ {4}path: '([^']+)'/gm)].map(([, path]) => path ?? '')

test('every screen opens under the whole policy, without one refusal', async ({ page }) => {
  test.setTimeout(90_000)
  const answer = await page.goto('./')
  for (const [name, value] of Object.entries(securityHeaders))
    expect(answer?.headers()[name.toLowerCase()]).toBe(value)

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await openModule(page, 'je-ne-sais-pas-encore')
  await playToEnding(page)
  const [ended] = await keptRuns(page)
  const examples: Record<string, string> = {
    ':module': 'je-ne-sais-pas-encore',
    ':run': ended?.run.id ?? '',
    ':any(.*)*': 'nulle-part',
  }
  expect(PATHS.length).toBeGreaterThan(7)
  for (const path of PATHS) {
    const address = path.replace(/:[a-z]+(\(.*)?/g, (part) => examples[part] ?? 'exemple')
    await page.goto('about:blank')
    await page.goto(`./#${address}`)
    await expect(page.getByRole('main'), path).toBeVisible()
    await expect(page.getByText('Quelque chose a cassé'), path).toHaveCount(0)
  }
})

test.describe('the policy itself', () => {
  test.use({ expected: /Refused|violates|requires 'Trusted/ })

  test('refuses code that comes as a text', async ({ page, faults }) => {
    await page.goto('./')
    const ran = await page.evaluate(() => {
      const tries: Record<string, () => unknown> = {
        markup: () => Reflect.set(document.body, 'innerHTML', '<img src=x onerror="self.ran = 1">'),
        code: (): unknown => Reflect.apply(setTimeout, self, ['self.ran = 1', 0]),
        script: () => {
          const script = document.createElement('script')
          script.append('self.ran = 1')
          document.body.append(script)
        },
      }
      for (const attempt of Object.values(tries))
        try {
          attempt()
        } catch {
          // A refusal.
        }
      return new Promise((resolve) => setTimeout(() => resolve('ran' in self), 100))
    })
    expect(ran).toBe(false)
    await expect.poll(() => faults.length).toBeGreaterThan(0)
  })
})
