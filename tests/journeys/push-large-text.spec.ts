import { expect, test } from './app'
import { unreadable } from './look'
import { pushTour } from './push-tour'

// A browser whose text is set twice as large, on the narrowest screen.
test.use({
  viewport: { width: 320, height: 640 },
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: ['--blink-settings=defaultFontSize=32'] }),
})

test('nothing of the messages of an adviser is cut', async ({ page }) => {
  test.setTimeout(90_000)
  await pushTour(page, async (name) => {
    expect.soft(await unreadable(page), name).toEqual([])
  })
})
