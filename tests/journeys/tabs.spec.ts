import { expect, test } from './app'
import { keptRuns } from './device'
import { choicesOf, doNext, momentOf, openModule, sceneOf } from './player'

const TAKEN = 'Cette partie est ouverte dans un autre onglet.'

test('one tab plays a run, the others look at it, and the run can be taken over', async ({
  context,
  page: first,
  address,
}) => {
  await openModule(first, 'je-ne-sais-pas-encore')
  await doNext(first)
  while ((await sceneOf(first)) !== 'decision') await doNext(first)

  const second = await context.newPage()
  await second.goto(address)
  await second.getByRole('link', { name: /^Reprendre/ }).click()
  await expect(second.getByText(TAKEN)).toBeVisible()
  await expect(choicesOf(second).first()).toBeDisabled()

  await second.getByRole('button', { name: 'Continuer ici' }).click()
  await expect(second.getByText(TAKEN)).toHaveCount(0)
  await expect(choicesOf(second).first()).toBeEnabled()
  await expect(first.getByText(TAKEN)).toBeVisible()
  await expect(choicesOf(first).first()).toBeDisabled()

  await doNext(second, 1)
  await doNext(second)
  while ((await sceneOf(second)) !== 'decision') await doNext(second)
  const there = await momentOf(second)

  await first.getByRole('button', { name: 'Continuer ici' }).click()
  await expect(first.getByText(TAKEN)).toHaveCount(0)
  await sceneOf(first)
  expect(await momentOf(first)).toBe(there)
  await doNext(first, 2)

  const runs = await keptRuns(first)
  expect(runs).toHaveLength(1)
  const { records = [] } = runs[0] ?? {}
  expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index))
  expect(new Set(records.map(({ step }) => step)).size).toBe(records.length)
})

test('a run closed in one tab can be played at once in another', async ({ context, page }) => {
  await openModule(page, 'je-ne-sais-pas-encore')
  await doNext(page)
  const address = page.url()
  await page.close()
  const next = await context.newPage()
  await next.goto(address)
  await doNext(next)
  await expect(next.getByText(TAKEN)).toHaveCount(0)
})
