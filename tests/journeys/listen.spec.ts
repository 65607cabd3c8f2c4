import type { Page } from '@playwright/test'
import { expect, test as base } from './app'
import { unreadable, wrongOn } from './look'
import { doNext, openModule, sceneOf } from './player'
import { startVoices, type Voices } from './voice'

const test = base.extend<object, { voices: Voices }>({
  voices: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, use) => {
      const voices = await startVoices()
      await use(voices)
      await voices.stop()
    },
    { scope: 'worker' },
  ],
  launchOptions: async ({ launchOptions, voices: { args, env } }, use) =>
    use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), ...args],
      env: { ...process.env, ...env },
    }),
})
// Hundreds of voices are listed, which takes a busy machine some time.
const PATIENCE = { timeout: 60_000 }

test.beforeEach(async ({ page }) => {
  // What is shown as being said, as it happens: a voice without a loudspeaker is quick.
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    addEventListener('DOMContentLoaded', () =>
      new MutationObserver((changes) => {
        for (const { target } of changes)
          if (target instanceof HTMLElement && target.hasAttribute('data-said'))
            said.push(target.innerText)
      }).observe(document.body, { subtree: true, attributeFilter: ['data-said'] }),
    )
  })
})

const saidOn = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said)

test('a scene is read aloud, line by line and choice by choice, when the learner asks for it', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await openModule(page, 'allo-le-cfa')
  const listen = page.getByRole('button', { name: 'Écouter' })
  await expect(listen).toBeVisible(PATIENCE)
  while ((await sceneOf(page)) !== 'decision') await doNext(page)
  expect(await saidOn(page)).toEqual([])

  await listen.click()
  const choices = await page.locator('.choice').allInnerTexts()
  await expect
    .poll(async () => (await saidOn(page)).slice(-choices.length), PATIENCE)
    .toEqual(choices)
  const lines = await page.locator('.bubble p, p.bubble, legend').allInnerTexts()
  expect((await saidOn(page)).filter((text) => lines.includes(text))).toEqual(lines)
  await expect(listen).toBeVisible()
  await expect(page.locator('[data-said]')).toHaveCount(0)
  expect(await wrongOn(page)).toEqual([])
})

for (const [gesture, selector] of [
  ['a second touch', '.listen'],
  ['a choice', '.choice'],
] as const)
  test(`${gesture} stops the reading`, async ({ page }) => {
    test.setTimeout(120_000)
    await openModule(page, 'allo-le-cfa')
    const listen = page.getByRole('button', { name: 'Écouter' })
    await expect(listen).toBeVisible(PATIENCE)
    while ((await sceneOf(page)) !== 'decision') await doNext(page)
    // In one go: the voice would be done before a second order of the test came.
    await listen.evaluate((button: HTMLElement, other) => {
      button.click()
      document.querySelector<HTMLElement>(other)?.click()
    }, selector)
    await expect(listen).toBeVisible()
    await expect.poll(() => page.evaluate(() => speechSynthesis.speaking)).toBe(false)
    expect(await saidOn(page)).toEqual([])
    await expect(page.locator('[data-said]')).toHaveCount(0)
  })

test('the settings tell how to listen, and let the voice be tried', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('./#/reglages')
  const attempt = page.getByRole('button', { name: 'Essayer' })
  await expect(attempt).toBeVisible(PATIENCE)
  const spoken = await attempt.evaluate(async (button: HTMLElement) => {
    const ended = new Promise((resolve) => {
      const { speak } = speechSynthesis
      speechSynthesis.speak = (utterance) => {
        utterance.addEventListener('end', () => resolve(utterance.text))
        speak.call(speechSynthesis, utterance)
      }
    })
    button.click()
    return ended
  })
  expect(spoken).toBe('Bonjour, je cherche un apprentissage en cuisine. Vous avez deux minutes ?')
  await expect(attempt).toBeVisible()
  expect(await wrongOn(page)).toEqual([])
})

test('on a narrow phone, listening takes no second row beside help and two meters', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 320, height: 640 })
  await openModule(page, 'mes-45-premiers-jours')
  const listen = page.getByRole('button', { name: 'Écouter' })
  await expect(listen).toBeVisible(PATIENCE)
  const header = page.locator('main > header')
  while ((await header.getByRole('status').count()) < 2) await doNext(page)
  await expect(page.getByRole('button', { name: 'Aide' })).toBeVisible()
  await expect(listen).toBeVisible()
  expect((await header.boundingBox())?.height).toBeLessThan(72)
  expect(await unreadable(page)).toEqual([])
})
