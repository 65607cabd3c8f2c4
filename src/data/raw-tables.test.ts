import { describe, expect, it, vi } from 'vitest'
import { Database } from './db'
import { rawTables } from './raw-tables'

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
    vi.unstubAllGlobals()
  })
})
