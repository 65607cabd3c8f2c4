import { expect, it } from 'vitest'
import { cardAnswersIn } from './card-answers'
import { Database } from './db'

const CARD = 'allo-le-cfa/c_ouverture'
const MONDAY = '2026-11-23'

it('a card missed then known on one day is kept as missed, whichever was kept first', async () => {
  const answers = cardAnswersIn(new Database('card-answers'))
  await answers.keep({ card: CARD, on: MONDAY, known: false })
  await answers.keep({ card: CARD, on: MONDAY, known: true })
  await answers.keep({ card: CARD, on: '2026-11-24', known: true })
  await answers.keep({ card: CARD, on: '2026-11-24', known: false })
  expect(await answers.all()).toEqual([
    { card: CARD, on: MONDAY, known: false },
    { card: CARD, on: '2026-11-24', known: false },
  ])
})
