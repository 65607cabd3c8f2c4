import { expect, test } from './app'
import { unreadable } from './look'
import { notebookTour } from './notebook-tour'

// A browser whose text is set twice as large, on the narrowest screen.
test.use({
  viewport: { width: 320, height: 640 },
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: ['--blink-settings=defaultFontSize=32'] }),
})

test('nothing of the notebook, the review and the data is cut', async ({ page }, info) => {
  test.setTimeout(90_000)
  await notebookTour(page, info, async (name) => {
    expect.soft(await unreadable(page), name).toEqual([])
  })
})
