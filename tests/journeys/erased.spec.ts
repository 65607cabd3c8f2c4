import type { Page } from '@playwright/test'
import { createServer } from 'node:http'
import { writeBackup } from '../../src/core/backup/backup-file'
import { deviceContent } from '../device-content'
import { packTextOf } from '../pack-text'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { test as base, expect, type Site } from './app'
import { builds } from './builds'
import { doNext, openModule, readyOffline } from './player'

const test = base.extend<{ own: Site }>({
  own: async ({ build }, use) => {
    const own = await createStaticServer({ root: builds[build] })
    await use(own)
    await own.close()
  },
  address: async ({ own }, use) => use(own.url),
  expected: /ERR_CONNECTION_REFUSED|Failed to fetch/,
})

test('everything is erased without the network, and nothing of it is left in any of the five places', async ({
  context,
  page,
  own,
}) => {
  await page.goto('./#/mes-donnees')
  const module = 'je-ne-sais-pas-encore'
  const sizes = { runs: 3, records: 4, contacts: 5 }
  const content = deviceContent(packTextOf(module), sizes)
  const file = writeBackup({ app: '0', madeAt: '2026-11-24T09:00:00.000Z', content })
  await page
    .getByLabel('Choisir un fichier')
    .setInputFiles({ name: 'all.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await page.getByRole('button', { name: 'Ajouter à cet appareil' }).click()
  await expect(page.getByText(/^C’est fait/)).toBeVisible()
  await openModule(page, module)
  await doNext(page)
  await readyOffline(page)
  await page.goto('./#/reglages')
  await page.getByText('Sombre').click()
  const before = await census(page)
  expect(before.rows).toBeGreaterThan(20)
  expect(before.files.length).toBeGreaterThan(3)
  expect(before.keys.length).toBeGreaterThan(0)
  expect(before.caches.length).toBeGreaterThan(0)
  expect(before.workers).toBe(1)

  await own.close()
  await page.getByRole('button', { name: 'Effacer tout…' }).click()
  await page.getByRole('button', { name: 'Oui, tout effacer' }).click()
  await expect(page.getByRole('heading', { name: 'Tout est effacé' })).toBeVisible()
  await page.close()

  // The same address, answered by something that is not the app: what the browser still keeps for it is seen.
  const bare = createServer(
    (_, answer) => void answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>'),
  )
  await new Promise<void>((resolve) => bare.listen(own.port, '127.0.0.1', resolve))
  const after = await context.newPage()
  await after.goto(own.url)
  expect(await census(after)).toEqual({
    databases: [],
    rows: 0,
    files: [],
    keys: [],
    caches: [],
    workers: 0,
  })
  const session = await context.newCDPSession(after)
  // A browser ends the worker of a closed app by itself, but not one it shows to the program that drives it.
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  const { origin } = new URL(own.url)
  await expect
    .poll(async () => {
      const { usageBreakdown } = await session.send('Storage.getUsageAndQuota', { origin })
      return usageBreakdown.filter(({ usage }) => usage > 0)
    })
    .toEqual([])
  await after.close()
  bare.closeAllConnections()
  await new Promise((resolve) => bare.close(resolve))
})

/** Everything the browser keeps for this address, read from a page of it. */
function census(page: Page) {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '')
    let rows = 0
    for (const name of databases) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(new Error(name))
      })
      for (const table of database.objectStoreNames)
        rows += await new Promise<number>((resolve) => {
          const asked = database.transaction(table).objectStore(table).count()
          asked.onsuccess = () => resolve(asked.result)
        })
      database.close()
    }
    const files: string[] = []
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, one] of folder.entries()) {
        if (one.kind === 'directory') await walk(one)
        else files.push(name)
      }
    }
    await walk(await navigator.storage.getDirectory())
    return {
      databases,
      rows,
      files,
      keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }
  })
}
