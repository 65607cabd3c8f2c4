import { securityHeaders } from '../../src/build/headers.mjs'
import { openEveryScreen } from './addresses'
import { expect, test } from './app'
import { openModule, playToEnding } from './player'

test('every screen opens under the whole policy, without one refusal', async ({ page }) => {
  test.setTimeout(90_000)
  const answer = await page.goto('./')
  for (const [name, value] of Object.entries(securityHeaders))
    expect(answer?.headers()[name.toLowerCase()]).toBe(value)

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await openModule(page, 'je-ne-sais-pas-encore')
  await playToEnding(page)
  await openEveryScreen(page, 'je-ne-sais-pas-encore')
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
