import type { Transaction } from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { hash32 } from '../core/chance'
import type { KeptText } from './db'
import { Database, EPOCH } from './db'
import { troubleOf } from './trouble'

const NAME = 'opened-by-two'
const open: { close: () => void }[] = []
const keep = <T extends { close: () => void }>(handle: T): T => {
  open.push(handle)
  return handle
}
afterEach(async () => {
  for (const handle of open.splice(0)) handle.close()
  await new Database(NAME).delete()
})

const text = (hash: string): KeptText => ({ hash, scenario: 'small', text: '{}' })

/** A handle on an older version that does not close when asked to: a tab that sleeps, or a program of another kind. */
function deafHandle(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onsuccess = () => resolve(keep(request.result))
    request.onerror = () => reject(new Error('The database does not open.'))
  })
}

describe('an upgrade that another tab blocks', () => {
  it('is told within seconds to all who wait, and goes through once that tab is closed', async () => {
    const deaf = await deafHandle()
    const db = keep(new Database(NAME))
    const reading = db.runs.count().catch((error: unknown) => troubleOf(error).kind)
    const writing = db
      .write([db.texts], () => db.texts.add(text('a')))
      .catch((error: unknown) => troubleOf(error).kind)
    expect(await reading).toBe('blocked')
    expect(await writing).toBe('blocked')

    deaf.close()
    await db.open()
    await db.write([db.texts], () => db.texts.add(text('b')))
    expect(await db.texts.toArray()).toEqual([text('b')])
  })

  it('is not blocked by another tab of the app, which gives way', async () => {
    const older = keep(new Database(NAME))
    await older.open()
    const later = keep(new Database(NAME))
    later.version(2).stores({ added: 'id' })
    expect(await later.runs.count()).toBe(0)
  })
})

describe('an older tab, once a later version has written', () => {
  it('has 0 of 100 writes accepted', async () => {
    const older = keep(new Database(NAME))
    await older.write([older.texts], () => older.texts.add(text('before')))
    const later = keep(new Database(NAME, EPOCH + 1))
    later.version(2).stores({ added: 'id' })
    await later.write([later.texts], () => later.texts.add(text('later')))

    const kinds: string[] = []
    for (let tries = 0; tries < 100; tries++)
      await older
        .write([older.texts], () => older.texts.add(text(`old-${tries}`)))
        .then(
          () => kinds.push('accepted'),
          (error: unknown) => kinds.push(troubleOf(error).kind),
        )
    expect(kinds).toEqual(Array.from({ length: 100 }, () => 'newer'))
    expect(await older.isNewer()).toBe(true)
    expect(await later.texts.toArray()).toEqual([text('before'), text('later')])
  })

  it('goes on when the later version has only read', async () => {
    const older = keep(new Database(NAME))
    await older.write([older.texts], () => older.texts.add(text('before')))
    const later = keep(new Database(NAME, EPOCH + 1))
    expect(await later.texts.count()).toBe(1)
    await older.write([older.texts], () => older.texts.add(text('after')))
    expect(await later.texts.count()).toBe(2)
  })
})

/** How many migrations are broken: `MIGRATIONS=500 npx vitest run db.test` is the figure of the goal. */
const MIGRATIONS = Number(process.env['MIGRATIONS'] ?? 100)

/** How a migration breaks, at a row or once it has changed them all. */
const breaks: ((change: Transaction) => void | Promise<never>)[] = [
  () => {
    throw new Error('killed')
  },
  (change) => change.abort(),
  () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
]

it(
  `a migration that fails half-way, ${MIGRATIONS} times, leaves every row and the version as they were`,
  async () => {
    const db = keep(new Database(NAME))
    const rows = Array.from({ length: 20 }, (_, index) =>
      text(`t${String(index).padStart(2, '0')}`),
    )
    await db.texts.bulkAdd(rows)
    db.close()
    let changed = 0
    for (let tries = 0; tries < MIGRATIONS; tries++) {
      const breaking = breaks[hash32(tries, 'way') % breaks.length]
      const at = hash32(tries, 'row') % (rows.length + 1)
      const later = new Database(NAME, EPOCH + 1)
      later
        .version(2)
        .stores({ added: 'id', texts: 'hash, scenario' })
        .upgrade(async (change) => {
          const table = change.table<KeptText>('texts')
          for (const { hash } of rows.slice(0, at)) {
            await table.update(hash, { text: 'changed' })
            changed += 1
          }
          await breaking?.(change)
        })
      await expect(later.open()).rejects.toThrow()
      later.close()
    }
    expect(changed).toBeGreaterThan(MIGRATIONS)
    const again = keep(new Database(NAME))
    expect(await again.texts.toArray()).toEqual(rows)
    expect(again.backendDB().version).toBe(10)
    expect([...again.backendDB().objectStoreNames]).not.toContain('added')
  },
  10_000 + MIGRATIONS * 200,
)
