import { expect, test } from './app'
import { pupilTour, teacherTour, togetherTour } from './class-tour'
import { wrongOn } from './look'

test('the screens of a class can be used by all, in every theme', async ({ page }) => {
  test.setTimeout(300_000)
  await teacherTour(page, async (name) => {
    expect.soft(await wrongOn(page), name).toEqual([])
  })
})

test('a play together and a hand-in can be used by all, in every theme', async ({ page }) => {
  test.setTimeout(300_000)
  const link = await teacherTour(page, () => Promise.resolve())
  const look = async (name: string) => {
    expect.soft(await wrongOn(page), name).toEqual([])
  }
  await togetherTour(page, look)
  await pupilTour(page, link, look)
})
