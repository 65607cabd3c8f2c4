import type { Page } from '@playwright/test'
import type { Run, RunRecord } from '../../src/core/run'

/** What the device keeps of one run. */
export interface Kept {
  run: Run
  records: RunRecord[]
  text: string
}

/** Reads every run from the database as any program could, without the app; the oldest first. */
export function keptRuns(page: Page): Promise<Kept[]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result as T)
        request.onerror = () => reject(request.error ?? new Error('The database does not answer.'))
      })
    const databases = await indexedDB.databases()
    if (!databases.some(({ name }) => name === 'a-toi-de-jouer')) return []
    const database = await done<IDBDatabase>(indexedDB.open('a-toi-de-jouer'))
    const all = <T>(table: string) =>
      done<T[]>(database.transaction(table).objectStore(table).getAll())
    const runs = await all<Run>('runs')
    const records = await all<RunRecord>('records')
    const texts = await all<{ hash: string; text: string }>('texts')
    database.close()
    return runs
      .sort((a, b) => a.startedAt - b.startedAt)
      .map((run) => ({
        run,
        records: records.filter((record) => record.run === run.id),
        text: texts.find(({ hash }) => hash === run.text)?.text ?? '',
      }))
  })
}

/** Deletes the database behind the app's back, as a browser in need of room does. The page is left blank. */
export async function wipeDatabase(page: Page, address: string): Promise<void> {
  await page.goto('about:blank')
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(address)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await session.detach()
}

/** Deletes the private files of the app. */
export async function wipeFiles(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    await root.removeEntry('a-toi-de-jouer', { recursive: true })
  })
}
