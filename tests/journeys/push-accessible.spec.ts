import { expect, test } from './app'
import { wrongOn } from './look'
import { pushTour } from './push-tour'

test('the messages of an adviser can be used by all, in every theme', async ({ page }) => {
  test.setTimeout(180_000)
  await pushTour(page, async (name) => {
    expect.soft(await wrongOn(page), name).toEqual([])
  })
})
