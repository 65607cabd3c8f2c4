import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { keptRuns } from './device'
import { doNext, MODULES, sceneOf, tapNext } from './player'

/** How many choices two tabs make on the same runs: 1,000 in the bench. */
const WRITES = Number(process.env['TAB_WRITES'] ?? 20)

const TAKEN = 'Cette partie est ouverte dans un autre onglet.'
const taken = (page: Page) => page.getByText(TAKEN)

/** Past what the last choice brought: the next gesture is a choice, or the run is over. */
async function toChoice(page: Page): Promise<'ending' | 'choice'> {
  while ((await sceneOf(page)) === 'note') await doNext(page)
  return (await sceneOf(page)) === 'ending' ? 'ending' : 'choice'
}

/** Opens the same run in two tabs: the second one comes once the run is kept, or it would begin its own. */
async function openInBoth(first: Page, second: Page, route: string): Promise<void> {
  const isKept = async () => {
    const id = /partie=([\w-]+)/.exec(first.url())?.[1]
    return (await keptRuns(first)).some(({ run }) => run.id === id)
  }
  for (const tab of [first, second]) {
    await tab.goto('about:blank')
    await tab.goto(route)
    await sceneOf(tab)
    await expect.poll(isKept).toBe(true)
  }
}

async function takeHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continuer ici' }).click()
  await expect(taken(page)).toHaveCount(0)
}

/** Every choice that was shown is kept, once, in the order of the run. */
async function verify(page: Page, shown: number): Promise<void> {
  const runs = await keptRuns(page)
  expect(runs.reduce((sum, { records }) => sum + records.length, 0)).toBe(shown)
  for (const { records } of runs)
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index))
}

test('two tabs that take a run from each other lose nothing, and the other one always says so', async ({
  context,
  page: first,
  address,
}) => {
  test.setTimeout(60_000 + WRITES * 4_000)
  const second = await context.newPage()
  let shown = 0
  let handed = 0
  for (let round = 0; shown < WRITES / 2; round++) {
    const route = `${address}#/jouer/${MODULES[round % MODULES.length]}`
    let [mine, other] = [first, second]
    await openInBoth(mine, other, route)
    await expect(taken(other)).toBeVisible()
    while ((await toChoice(mine)) === 'choice' && shown < WRITES / 2) {
      for (let made = 0; made < 3 && (await toChoice(mine)) === 'choice'; made++) {
        await doNext(mine, round + made)
        shown += 1
      }
      if ((await toChoice(mine)) === 'ending') break
      ;[mine, other] = [other, mine]
      await takeHere(mine)
      await expect(taken(other)).toBeVisible()
      handed += 1
    }
  }
  await verify(first, shown)
  test
    .info()
    .annotations.push({ type: 'tabs', description: `${shown} choices, handed ${handed} times` })
})

test('two taps at the same moment, in a browser without locks: one is kept, the other tab is told', async ({
  context,
  page: first,
  address,
}) => {
  test.setTimeout(60_000 + WRITES * 4_000)
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
  const second = await context.newPage()
  let shown = 0
  let conflicts = 0
  for (let round = 0; shown < WRITES / 2; round++) {
    const route = `${address}#/jouer/${MODULES[round % MODULES.length]}`
    await openInBoth(first, second, route)
    await doNext(first, round)
    shown += 1
    await second.reload()
    while (shown < WRITES / 2) {
      const scenes = [await toChoice(first), await toChoice(second)]
      if (scenes.includes('ending')) break
      await Promise.all([tapNext(first, round), tapNext(second, round + 1)])
      const told = async () => [await taken(first).count(), await taken(second).count()]
      await expect.poll(async () => (await told()).sort(), 'one of the two is told').toEqual([0, 1])
      shown += 1
      conflicts += 1
      await takeHere((await told())[0] ? first : second)
    }
  }
  await verify(first, shown)
  test.info().annotations.push({
    type: 'tabs',
    description: `${shown} choices, ${conflicts} conflicts told`,
  })
})
