import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Plan } from '../core/plan'
import type { Rating } from '../core/rating'
import { afterRunIn } from './after-run'
import { Database, EPOCH } from './db'

let db: Database
beforeEach(() => (db = new Database('after-under-test')))
afterEach(() => db.delete())

const plan = (id: string, createdAt: number, scenario = 'small'): Plan => ({
  id,
  scenario,
  if: 'mardi, 10 h',
  then: 'j’appelle',
  sequence: 0,
  createdAt,
  changedAt: createdAt,
})
const rating = (id: string): Rating => ({
  id,
  scenario: 'small',
  moment: 'before',
  at: 1,
  confidence: { call: 0 },
  situations: {},
})

describe('plans', () => {
  it('come back by module, the oldest first', async () => {
    const after = afterRunIn(db)
    for (const one of [plan('b', 2), plan('a', 3), plan('c', 1, 'other')]) await after.putPlan(one)
    expect((await after.plans('small')).map(({ id }) => id)).toEqual(['b', 'a'])
    expect((await after.plans()).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  it('are replaced when they change', async () => {
    const after = afterRunIn(db)
    await after.putPlan(plan('a', 1))
    await after.putPlan({ ...plan('a', 1), sequence: 1 })
    expect(await after.plans('small')).toEqual([{ ...plan('a', 1), sequence: 1 }])
  })
})

describe('answers about oneself', () => {
  it('are added, never changed', async () => {
    const after = afterRunIn(db)
    await after.addRating(rating('a'))
    await expect(after.addRating({ ...rating('a'), at: 2 })).rejects.toMatchObject({
      name: 'StorageTrouble',
    })
    expect(await after.ratings('small')).toEqual([rating('a')])
    expect(await after.ratings('other')).toEqual([])
    expect(await after.ratings()).toHaveLength(1)
  })
})

describe('words on a sheet', () => {
  it('are kept field by field, even written at the same time', async () => {
    const after = afterRunIn(db)
    await Promise.all([
      after.writeOnSheet('small', { 'memory:prenom': ' Sami ' }, 1),
      after.writeOnSheet('small', { 'blank:nom': 'Mme Roux' }, 2),
    ])
    expect(await after.sheetWords('small')).toEqual({
      'memory:prenom': 'Sami',
      'blank:nom': 'Mme Roux',
    })
    expect(await after.sheetWords('other')).toEqual({})
  })

  it('go away when the field is emptied', async () => {
    const after = afterRunIn(db)
    await after.writeOnSheet('small', { 'blank:nom': 'Mme Roux' }, 1)
    await after.writeOnSheet('small', { 'blank:nom': '  ' }, 2)
    expect(await after.sheetWords('small')).toEqual({})
  })
})

it('nothing is written when a later version of the app owns the data', async () => {
  await db.meta.put({ key: 'epoch', value: EPOCH + 1 })
  const after = afterRunIn(db)
  const newer = { name: 'StorageTrouble', kind: 'newer' }
  await expect(after.putPlan(plan('a', 1))).rejects.toMatchObject(newer)
  await expect(after.addRating(rating('a'))).rejects.toMatchObject(newer)
  await expect(after.writeOnSheet('small', { 'blank:nom': 'x' }, 1)).rejects.toMatchObject(newer)
  expect(await after.plans()).toEqual([])
  expect(await after.ratings()).toEqual([])
  expect(await after.sheetWords('small')).toEqual({})
})
