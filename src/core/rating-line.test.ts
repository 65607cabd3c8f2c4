import { describe, expect, it } from 'vitest'
import type { Rating } from './rating'
import { isLaterDue, ratingLines, situationMarks } from './rating-line'
import type { After } from './scenario'

const DAY = 86_400_000
const items = {
  confidence: [
    { id: 'call', text: 'Call?' },
    { id: 'ask', text: 'Ask?' },
  ],
  nerves: { id: 'nerves', text: 'Nerves?' },
}
const situations: After['situations'] = ['s1', 's2'].map((id) => ({
  id,
  text: id,
  why: 'Because.',
  options: [
    { id: 'a', text: 'a', best: true },
    { id: 'b', text: 'b', best: false },
  ],
}))

function rating(moment: Rating['moment'], at: number, answers: Partial<Rating> = {}): Rating {
  return {
    id: String(at),
    scenario: 'small',
    moment,
    at,
    confidence: {},
    situations: {},
    ...answers,
  }
}

describe('the personal line', () => {
  it('tells the answers of a question in the order of time, whatever the order they are read in', () => {
    const { confidence } = ratingLines(items, [
      rating('later', 30, { confidence: { call: 8 } }),
      rating('before', 1, { confidence: { call: 3 } }),
      rating('after', 2, { confidence: { call: 7 } }),
    ])
    expect(confidence).toEqual([
      {
        id: 'call',
        text: 'Call?',
        marks: [
          { moment: 'before', value: 3 },
          { moment: 'after', value: 7 },
          { moment: 'later', value: 8 },
        ],
      },
    ])
  })

  it('takes the last answer of each moment, even when the very last time left it out', () => {
    const { confidence, nerves } = ratingLines(items, [
      rating('after', 2, { confidence: { ask: 4 }, nerves: 9 }),
      rating('after', 5, { confidence: { ask: 6 } }),
      rating('after', 6),
    ])
    expect(confidence).toMatchObject([{ id: 'ask', marks: [{ value: 6 }] }])
    expect(nerves?.marks).toEqual([{ moment: 'after', value: 9 }])
  })

  it('keeps a zero: it is an answer', () => {
    expect(ratingLines(items, [rating('before', 1, { nerves: 0 })]).nerves?.marks).toEqual([
      { moment: 'before', value: 0 },
    ])
  })

  it('is empty when nothing was answered', () => {
    expect(ratingLines(items, [rating('before', 1)])).toEqual({ confidence: [] })
  })
})

describe('the situations', () => {
  it('are counted at each moment they were answered, out of those answered', () => {
    expect(
      situationMarks(situations, [
        rating('before', 1, { situations: { s1: 'b', s2: 'a' } }),
        rating('after', 2, { situations: { s1: 'a', gone: 'a' } }),
        rating('later', 3),
      ]),
    ).toEqual([
      { moment: 'before', value: 1, of: 2 },
      { moment: 'after', value: 1, of: 1 },
    ])
  })
})

describe('the questions of two weeks later', () => {
  const after = rating('after', 100 * DAY, { nerves: 5 })

  it('are due two weeks after a play that was followed by answers, not a day before', () => {
    expect(isLaterDue([after], 114 * DAY)).toBe(true)
    expect(isLaterDue([after], 114 * DAY - 1)).toBe(false)
  })

  it('are due once: answered or refused, they are not asked again', () => {
    expect(isLaterDue([after, rating('later', 115 * DAY)], 130 * DAY)).toBe(false)
  })

  it('are never due without answers after a play', () => {
    expect(isLaterDue([], 114 * DAY)).toBe(false)
    expect(isLaterDue([rating('before', 1)], 114 * DAY)).toBe(false)
  })

  it('come again two weeks after new answers', () => {
    const again = rating('after', 200 * DAY, { nerves: 2 })
    const ratings = [after, rating('later', 115 * DAY), again]
    expect(isLaterDue(ratings, 201 * DAY)).toBe(false)
    expect(isLaterDue(ratings, 214 * DAY)).toBe(true)
  })
})
