import { afterEach, expect, test } from 'vitest'
import { Database } from './db'
import { keptTradesIn } from './kept-trades'

let count = 0
const opened: Database[] = []

function fresh() {
  const db = new Database(`trades-${count++}`)
  opened.push(db)
  return keptTradesIn(db)
}

afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete()
})

const trade = (rome: string) => ({ rome, label: rome, interests: [1], riasec: ['R' as const] })

test('three trades are kept, with the answers that brought them up', async () => {
  const trades = fresh()
  for (const [at, rome] of ['D1102', 'G1602', 'F1703'].entries())
    expect(await trades.keep(trade(rome), at)).toBe(true)
  expect(await trades.all()).toEqual([
    { ...trade('D1102'), at: 0 },
    { ...trade('G1602'), at: 1 },
    { ...trade('F1703'), at: 2 },
  ])
})

test('a fourth is refused, and nothing changes', async () => {
  const trades = fresh()
  for (const rome of ['D1102', 'G1602', 'F1703']) await trades.keep(trade(rome), 1)
  expect(await trades.keep(trade('J1501'), 2)).toBe(false)
  expect(await trades.all()).toHaveLength(3)
})

test('keeping a trade again is no fourth', async () => {
  const trades = fresh()
  for (const rome of ['D1102', 'G1602', 'F1703']) await trades.keep(trade(rome), 1)
  expect(await trades.keep(trade('F1703'), 2)).toBe(true)
  expect(await trades.all()).toHaveLength(3)
})

test('a dropped trade leaves its room', async () => {
  const trades = fresh()
  for (const rome of ['D1102', 'G1602', 'F1703']) await trades.keep(trade(rome), 1)
  await trades.drop('G1602')
  expect(await trades.keep(trade('J1501'), 2)).toBe(true)
})
