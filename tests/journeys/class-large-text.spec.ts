import { expect, test } from './app'
import { pupilTour, teacherTour, togetherTour } from './class-tour'
import { unreadable } from './look'

// A browser whose text is set twice as large, on the narrowest screen.
test.use({
  viewport: { width: 320, height: 640 },
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: ['--blink-settings=defaultFontSize=32'] }),
})

test('nothing of the class, the play together and the hand-in is cut', async ({ page }) => {
  test.setTimeout(240_000)
  const look = async (name: string) => {
    expect.soft(await unreadable(page), name).toEqual([])
  }
  const link = await teacherTour(page, look)
  await togetherTour(page, look)
  await pupilTour(page, link, look)
})
