import { expect, test } from './app'
import { wrongOn } from './look'
import { notebookTour } from './notebook-tour'

test('notebook, review and data can be used by all, in every theme', async ({ page }, info) => {
  test.setTimeout(180_000)
  await notebookTour(page, info, async (name) => {
    expect.soft(await wrongOn(page), name).toEqual([])
  })
})
