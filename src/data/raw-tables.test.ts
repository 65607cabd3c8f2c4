import { afterEach, describe, expect, it, vi } from 'vitest'
import { Database } from './db'
import { rawTables } from './raw-tables'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('reading a database without Dexie', () => {
  it('gives every table with its rows', async () => {
    const db = new Database('raw-read')
    await db.texts.add({ hash: 'h', scenario: 's', text: '{}' })
    db.close()
    const tables = await rawTables('raw-read')
    expect(Object.keys(tables)).toEqual(expect.arrayContaining(['runs', 'records', 'texts']))
    expect(tables['texts']).toEqual([{ hash: 'h', scenario: 's', text: '{}' }])
  })

  it('makes no database where there is none', async () => {
    expect(await rawTables('raw-none')).toEqual({})
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('raw-none')
  })

  it('leaves the version and the rows as they are', async () => {
    const db = new Database('raw-still')
    await db.texts.add({ hash: 'h', scenario: 's', text: '{}' })
    db.close()
    const before = await indexedDB.databases()
    await rawTables('raw-still')
    expect(await indexedDB.databases()).toEqual(before)
    expect(await new Database('raw-still').texts.count()).toBe(1)
  })

  it('does not wait for ever', async () => {
    const silent = { open: () => ({}) }
    vi.stubGlobal('indexedDB', silent)
    await expect(rawTables('raw-silent', 10)).rejects.toThrow('No answer')
  })

  it('says so when the browser refuses', async () => {
    const request = { error: new DOMException('private', 'InvalidStateError') }
    vi.stubGlobal('indexedDB', { open: () => request })
    const reading = rawTables('raw-refused')
    ;(request as unknown as IDBRequest).onerror?.(new Event('error'))
    await expect(reading).rejects.toMatchObject({ cause: { name: 'InvalidStateError' } })
  })

  it.each<[string, () => IDBRequest]>([
    ['refuses to be read', refuse],
    ['never answers', () => ({}) as IDBRequest],
  ])('leaves out a table that %s, and gives the others', async (_, answer) => {
    const db = new Database('raw-damaged')
    await db.texts.put({ hash: 'h', scenario: 's', text: '{}' })
    db.close()

    const real = IDBObjectStore.prototype.getAll
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
      this: IDBObjectStore,
    ) {
      return this.name === 'runs' ? answer() : real.call(this)
    })
    const tables = await rawTables('raw-damaged', 200)
    expect(Object.keys(tables)).not.toContain('runs')
    expect(tables['texts']).toHaveLength(1)
    expect(tables['records']).toEqual([])
  })

  it('leaves the database to whoever opens it next', async () => {
    const db = new Database('raw-closed')
    await db.texts.add({ hash: 'h', scenario: 's', text: '{}' })
    db.close()
    await rawTables('raw-closed')
    const later = indexedDB.open('raw-closed', 99)
    const isBlocked = await new Promise((resolve) => {
      later.onblocked = () => resolve(true)
      later.onsuccess = () => resolve(false)
    })
    expect(isBlocked).toBe(false)
    later.result.close()
  })
})

function refuse(): never {
  throw new DOMException('Internal error.', 'UnknownError')
}
