import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { INTERESTS } from '../core/trades/candidates'
import trades from '../data/offers/trades.json'
import { db } from '../data/db'
import type { TradesFile } from '../core/trades/trades-file'
import { useCatalogue } from './catalogue'
import { useTrades } from './trades'

const file = trades as TradesFile

beforeEach(() => {
  setActivePinia(createPinia())
  useCatalogue().tradesFile = file
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all([db.keptTrades.clear(), db.drafts.clear()])
})

test('answers are there again at the next visit', async () => {
  const store = useTrades()
  await store.answer(14, 'yes')
  await store.choose(['R', 'S'])
  setActivePinia(createPinia())
  const next = useTrades()
  await next.load()
  expect(next.answers).toEqual({ interests: { 14: 'yes' }, riasec: ['R', 'S'] })
})

test('everything is answered after thirty cards and two ways', async () => {
  const store = useTrades()
  for (let card = 1; card <= INTERESTS; card++) await store.answer(card, 'no')
  expect(store.isComplete).toBe(false)
  await store.choose(['R', 'S'])
  expect(store.isComplete).toBe(true)
  await store.startAgain()
  expect(store.answered).toBe(0)
})

test('candidates follow the answers, and three can be kept', async () => {
  const store = useTrades()
  await store.answer(27, 'yes')
  expect(store.candidates.length).toBeGreaterThan(10)
  const [first, second, third, fourth] = store.candidates
  for (const one of [first, second, third]) expect(one && (await store.keep(one))).toBe(true)
  expect(fourth && (await store.keep(fourth))).toBe(false)
  expect(store.kept.map(({ rome }) => rome)).toEqual([first?.rome, second?.rome, third?.rome])
  await store.drop(second?.rome ?? '')
  expect(store.kept).toHaveLength(2)
})

test('where the device keeps nothing, three trades can still be explored', async () => {
  vi.spyOn(db, 'write').mockRejectedValue(new DOMException('No room', 'QuotaExceededError'))
  const store = useTrades()
  await store.answer(27, 'yes')
  const [first, second, third, fourth] = store.candidates
  for (const one of [first, second, third]) expect(one && (await store.keep(one))).toBe(true)
  expect(fourth && (await store.keep(fourth))).toBe(false)
  expect(store.trouble).toBe('full')
  await store.drop(first?.rome ?? '')
  expect(store.kept.map(({ rome }) => rome)).toEqual([second?.rome, third?.rome])
})

test('a regulated trade is known as such', () => {
  expect(useTrades().tagsOf('F1301')?.regulated).toBe(true)
  expect(useTrades().tagsOf('D1102')?.regulated).toBe(false)
  expect(useTrades().tagsOf('Z9999')).toBeUndefined()
})
