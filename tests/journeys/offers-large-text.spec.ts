import { expect, test } from './app'
import { unreadable } from './look'
import { guidesTour, offersTour, tradesTour } from './offers-tour'

// A browser whose text is set twice as large, on the narrowest screen.
test.use({
  viewport: { width: 320, height: 640 },
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: ['--blink-settings=defaultFontSize=32'] }),
})
test.describe.configure({ timeout: 180_000 })

for (const [name, tour] of Object.entries({ offersTour, tradesTour, guidesTour }))
  test(`${name}: every word can be read`, ({ page }) =>
    tour(page, async (screen) => expect.soft(await unreadable(page), screen).toEqual([])))
