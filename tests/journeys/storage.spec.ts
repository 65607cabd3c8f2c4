import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect, test } from './app'
import { keptRuns } from './device'
import { doNext, openModule, playToEnding, readyOffline, sceneOf } from './player'

const MODULE = 'je-ne-sais-pas-encore'

test('a device that fills up says so, play goes on in memory, and what was kept stays', async ({
  page,
  address,
}) => {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(address)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 10_000_000 })
  await openModule(page, MODULE)
  for (let made = 0; made < 3; made++) await doNext(page)
  // An installation that does not fit gives back the room it took.
  await readyOffline(page)
  await fillUp(page)
  const before = await keptRuns(page)

  await doNext(page)
  await expect(page.getByText('Ton téléphone n’a plus de place.')).toBeVisible()
  await playToEnding(page)
  await expect(page.getByText('Ton téléphone n’a plus de place.')).toBeVisible()

  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await page.reload()
  await sceneOf(page)
  expect(await keptRuns(page)).toEqual(before)
})

test('a device full from the start says so at the first choice', async ({ page, address }) => {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(address)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await openModule(page, MODULE)
  await doNext(page)
  await expect(page.getByText('Ton téléphone n’a plus de place.')).toBeVisible()
  await playToEnding(page)
})

/** Other data of the same address takes all the room left. It is random, for the browser compresses what it keeps. */
async function fillUp(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('other')
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore('rows', { autoIncrement: true })
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(new Error('The database does not open.'))
    })
    const random = new Uint8Array(500_000)
    for (let at = 0; at < random.length; at += 50_000)
      crypto.getRandomValues(random.subarray(at, at + 50_000))
    const fits = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const change = database.transaction('rows', 'readwrite')
        change.objectStore('rows').add(random.slice(0, bytes))
        change.oncomplete = () => resolve(true)
        change.onabort = () => resolve(false)
      })
    // Down to less than what keeping a choice takes.
    for (const bytes of [500_000, 50_000, 5_000, 500, 50])
      for (let rows = 0; rows < 100 && (await fits(bytes)); rows++);
    database.close()
  })
}

const refusals: [string, () => void][] = [
  ['has no database', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'refuses its database',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
    },
  ],
  [
    'refuses everything',
    () => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get: refuse })
      StorageManager.prototype.getDirectory = () =>
        Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'))
    },
  ],
]
for (const [name, refuse] of refusals)
  test(`a browser that ${name} plays all the same, and says that nothing is kept`, async ({
    page,
  }) => {
    await page.addInitScript(refuse)
    await page.goto('./')
    await expect(page.getByRole('heading', { name: 'À toi de jouer' })).toBeVisible()
    await openModule(page, MODULE)
    await doNext(page)
    await expect(page.getByText('Ce navigateur ne garde rien')).toBeVisible()
    await playToEnding(page)
  })

test('data of a later version is read, saved to a file, and never changed', async ({ page }) => {
  await openModule(page, MODULE)
  await doNext(page)
  await doNext(page)
  await page.goto('./#/')
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('a-toi-de-jouer')
        opening.onerror = () => reject(new Error('The database does not open.'))
        opening.onsuccess = () => {
          const change = opening.result.transaction('meta', 'readwrite')
          change.objectStore('meta').put({ key: 'epoch', value: 99 })
          change.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
  )
  const before = await keptRuns(page)
  await page.reload()
  await expect(page.getByText('On peut les lire, pas les changer.')).toBeVisible()
  await page.getByRole('link', { name: /^Reprendre/ }).click()
  await expect(page.getByText('On peut les lire, pas les changer.')).toBeVisible()
  await doNext(page)
  await page.goto('./#/')
  await page.getByRole('link', { name: 'Enregistrer mes données dans un fichier' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Enregistrer le fichier' }).click()
  expect(await readFile(await (await saving).path(), 'utf8')).toContain(before[0]?.run.id)
  await expect(page.getByText('Le fichier est dans tes téléchargements.')).toBeVisible()
  await expect(page.getByText('On peut les lire, pas les changer.')).toHaveCount(0)
  expect(await keptRuns(page)).toEqual(before)
})
