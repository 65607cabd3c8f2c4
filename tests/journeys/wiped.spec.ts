import { expect, test } from './app'
import { keptRuns, wipeDatabase, wipeFiles } from './device'
import { doNext, momentOf, openModule, playToEnding, sceneOf } from './player'

const MODULE = 'je-ne-sais-pas-encore'

test('a wiped database is rebuilt from the private files, and the learner is told once', async ({
  page,
  address,
}) => {
  await openModule(page, MODULE)
  await playToEnding(page)
  const debrief = page.url().replace(/#.*/, '') + '#/bilan/'
  await openModule(page, 'trouver-mon-entreprise')
  for (let made = 0; made < 5; made++) await doNext(page, made)
  while ((await sceneOf(page)) !== 'decision') await doNext(page)
  const moment = await momentOf(page)
  const before = await keptRuns(page)
  expect(before).toHaveLength(2)

  await wipeDatabase(page, address)
  await page.goto('./')
  await expect(page.getByText('On a retrouvé tes 2 parties.')).toBeVisible()
  expect(await keptRuns(page)).toEqual(before)
  await page.getByRole('link', { name: /^Reprendre/ }).click()
  await sceneOf(page)
  expect(await momentOf(page)).toBe(moment)

  await page.goto(debrief + before[0]?.run.id)
  await expect(page.getByRole('heading', { name: 'Tes choix, un par un' })).toBeVisible()
})

test('opening the run itself after a wipe says the same', async ({ page, address }) => {
  await openModule(page, MODULE)
  await doNext(page)
  await wipeDatabase(page, address)
  await openModule(page, MODULE)
  await expect(page.getByText('On a retrouvé ta partie.')).toBeVisible()
  expect((await keptRuns(page))[0]?.records).toHaveLength(1)
  await doNext(page)
  await doNext(page)
  expect((await keptRuns(page))[0]?.records.length).toBeGreaterThan(1)
})

test('a wipe that took the private files too is told as a loss, and play begins again', async ({
  page,
  address,
}) => {
  await openModule(page, MODULE)
  await doNext(page)
  // The sign that runs were kept reaches the disk some seconds late.
  await page.waitForTimeout(6000)
  await wipeFiles(page)
  await wipeDatabase(page, address)
  await page.goto('./')
  await expect(page.getByText('On n’a rien pu retrouver.')).toBeVisible()
  await openModule(page, MODULE)
  await doNext(page)
  expect((await keptRuns(page))[0]?.records).toHaveLength(1)
})
