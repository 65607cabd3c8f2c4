import { expect, test } from './app'
import { doNext, momentOf, openModule, sceneOf } from './player'

test('a first play, from home to an ending, its debrief, and again from an exact moment', async ({
  page,
}) => {
  await page.goto('./')
  const home = page.getByRole('main')
  await home.getByRole('link', { name: /Trouver mon entreprise/ }).click()

  /** What is on the screen at each decision, before it is made: words, choices, meters. */
  const moments: string[] = []
  let noted = 0
  for (let scene = await sceneOf(page); scene !== 'ending'; scene = await sceneOf(page)) {
    if (['decision', 'pick', 'order'].includes(scene)) moments.push(await momentOf(page))
    if (scene === 'note') noted += 1
    await doNext(page, moments.length)
  }
  expect(moments.length).toBeGreaterThan(5)
  expect(noted).toBeGreaterThanOrEqual(moments.length)

  await page.getByRole('link', { name: 'Voir mon bilan' }).click()
  const debrief = page.getByRole('main')
  await expect(debrief.getByRole('heading', { name: 'Tes choix, un par un' })).toBeVisible()
  const turns = debrief.getByRole('listitem').getByRole('link', { name: 'Rejouer à partir d’ici' })
  await expect(turns).toHaveCount(moments.length)
  const address = page.url()

  for (const turn of [0, Math.floor(moments.length / 2), moments.length - 1]) {
    await turns.nth(turn).click()
    await sceneOf(page)
    expect(await momentOf(page)).toBe(moments[turn])
    await page.goto(address)
    await expect(turns).toHaveCount(moments.length)
  }

  await page.goto('./#/')
  await expect(page.getByText('1 fin trouvée sur')).toBeVisible()
})

test('a step back shows the decision again as it was', async ({ page }) => {
  await page.goto('./#/jouer/je-ne-sais-pas-encore')
  while ((await sceneOf(page)) !== 'decision') await doNext(page)
  const before = await momentOf(page)
  const back = page.getByRole('main').getByRole('button', { name: /^Re(venir|jouer)$/ })
  await doNext(page, 1)
  while (!(await back.count())) await doNext(page)
  await back.first().click()
  await expect.poll(() => momentOf(page)).toBe(before)
})

test('after things to pick, each of them stands on its own line, and why below', async ({
  page,
}) => {
  await openModule(page, 'trouver-mon-entreprise')
  while ((await sceneOf(page)) !== 'pick') await doNext(page)
  await doNext(page)
  const items = page.getByRole('main').locator('.items').getByRole('listitem')
  for (const words of await items.allInnerTexts()) expect(words).toMatch(/^[^\n]+\n+[^\n]+$/)
  expect(await items.count()).toBeGreaterThan(2)
})
