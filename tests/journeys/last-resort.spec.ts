import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { openBackup, type DeviceContent } from '../../src/core/backup/backup-file'
import { expect, test } from './app'
import { keptRuns } from './device'
import { doNext, momentOf, openModule, sceneOf } from './player'

const MODULE = 'je-ne-sais-pas-encore'
const BROKEN = 'Quelque chose a cassé'

test.use({ expected: /provoked|ERR_FAILED|Failed to fetch dynamically imported module/ })

/** The next thing the play screen does fails, once: an error in the code of a screen. */
async function failNext(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { scrollTo } = window
    window.scrollTo = () => {
      window.scrollTo = scrollTo
      throw new Error('provoked')
    }
  })
}

const title = (page: Page) => page.getByRole('heading', { level: 1, name: BROKEN })

async function failInAPlay(page: Page): Promise<string> {
  await openModule(page, MODULE)
  while ((await sceneOf(page)) !== 'decision') await doNext(page)
  const decision = await momentOf(page)
  await failNext(page)
  await doNext(page, 1)
  await expect(title(page)).toBeVisible()
  return decision
}

async function savedContent(page: Page): Promise<DeviceContent> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Enregistrer mes données dans un fichier' }).click()
  const path = await (await download).path()
  await expect(page.getByText('C’est fait')).toBeVisible()
  const opened = openBackup(readFileSync(path, 'utf8'), 1)
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.backup.content
}

test('an error in a play leads one choice back, and the run goes on', async ({ page }) => {
  const decision = await failInAPlay(page)
  await expect(title(page)).toBeFocused()
  await page.getByRole('button', { name: 'Revenir d’un choix' }).click()
  await expect(title(page)).toHaveCount(0)
  expect(await sceneOf(page)).toBe('decision')
  expect(await momentOf(page)).toBe(decision)
  await doNext(page, 0)
  await expect(title(page)).toHaveCount(0)
  const [run, ...others] = await keptRuns(page)
  expect(others).toEqual([])
  expect(run?.records.at(-2)?.pick).toMatch(/^<\d+$/)
})

test('an error leads home, where the run is still there', async ({ page }) => {
  await failInAPlay(page)
  await page.getByRole('button', { name: 'Aller à l’accueil' }).click()
  await expect(page.getByRole('link', { name: /^Reprendre/ })).toBeVisible()
})

test('data are saved to a file when the app cannot open its database', async ({ page }) => {
  await openModule(page, MODULE)
  await doNext(page)
  await doNext(page)
  const before = await keptRuns(page)
  await page.addInitScript(() => {
    const open = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')
      ?.value as IDBFactory['open']
    IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
      if (version !== undefined) throw new DOMException('Internal error.', 'UnknownError')
      return open.call(this, name)
    }
  })
  await page.goto('about:blank')
  await failInAPlay(page)
  const { tables } = await savedContent(page)
  expect(tables['runs']).toEqual(before.map(({ run }) => run))
  expect(tables['records']).toEqual(before.flatMap(({ records }) => records))
})

test('data are saved to a file when the browser refuses its databases altogether', async ({
  page,
}) => {
  await openModule(page, MODULE)
  await doNext(page)
  await doNext(page)
  const before = await keptRuns(page)
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error.', 'UnknownError')
    }
  })
  await page.goto('about:blank')
  await failInAPlay(page)
  const { tables } = await savedContent(page)
  expect(tables['runs']).toEqual(before.map(({ run }) => run))
  expect(tables['records']).toEqual(before.flatMap(({ records }) => records))
})

test('a first screen that does not come has its way out', async ({ page }) => {
  await page.route(/assets\/OffersScreen.*\.js/, (route) => route.abort())
  await page.goto('./#/offres')
  await expect(title(page)).toBeVisible()
  await page.unroute(/assets\/OffersScreen.*\.js/)
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await expect(title(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('without even that screen, a sentence and a link home are left', async ({ page }) => {
  await page.route(/assets\/(OffersScreen|LastResort).*\.js/, (route) => route.abort())
  await page.goto('./#/offres')
  await expect(title(page)).toBeVisible()
  await page.getByRole('link', { name: 'Aller à l’accueil' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'À toi de jouer' })).toBeVisible()
})
