import { afterEach, expect, test } from 'vitest'
import { NEW_SEARCH, RADII } from '../core/offers/search'
import { Database, EPOCH } from './db'
import { searchesIn } from './searches'

let count = 0
const opened: Database[] = []

function fresh() {
  const db = new Database(`searches-${count++}`)
  opened.push(db)
  return { db, searches: searchesIn(db) }
}

afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete()
})

const near = { ...NEW_SEARCH, radius: 10 }
const far = { ...NEW_SEARCH, radius: 100 }

test('the last search comes first, and the same search once', async () => {
  const { searches } = fresh()
  await searches.remember(near, 1, false)
  await searches.remember(far, 2, false)
  await searches.remember(near, 3, false)
  expect((await searches.all()).map(({ search }) => search.radius)).toEqual([10, 100])
})

test('a favourite stays one when it is opened again', async () => {
  const { searches } = fresh()
  await searches.remember(near, 1, false)
  const [first] = await searches.all()
  await searches.favour(first?.name ?? '', true)
  await searches.remember(near, 2, false)
  expect((await searches.all())[0]?.favourite).toBe(true)
})

test('old searches are forgotten, favourites and those that wait are not', async () => {
  const { searches } = fresh()
  await searches.remember(near, 1, true)
  for (let at = 2; at < 20; at++)
    await searches.remember({ ...far, startsBefore: `2027-01-${at + 10}` }, at, false)
  const all = await searches.all()
  expect(all).toHaveLength(9)
  expect(all.at(-1)?.search.radius).toBe(RADII[0])
})

test('a search that was proposed again waits no more', async () => {
  const { searches } = fresh()
  await searches.remember(near, 1, true)
  const [one] = await searches.all()
  await searches.settle(one?.name ?? '')
  expect((await searches.all())[0]?.waiting).toBe(false)
})

test('nothing is written in data of a later version', async () => {
  const { db, searches } = fresh()
  await db.open()
  await db.meta.put({ key: 'epoch', value: EPOCH + 1 })
  await expect(searches.remember(near, 1, false)).rejects.toThrow('newer')
  expect(await searches.all()).toEqual([])
})
