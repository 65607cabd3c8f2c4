import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesOf, MOST_CARDS, rated, sit } from './review-session'

describe('a sitting', () => {
  it('takes the first cards that are due, ten at most', () => {
    const due = Array.from({ length: 25 }, (_, index) => `c${index}`)
    expect(sit(due).queue).toEqual(due.slice(0, MOST_CARDS))
  })

  it('shows a missed card again after the two that follow', () => {
    const sitting = rated(sit(['a', 'b', 'c', 'd']), false)
    expect(sitting.queue).toEqual(['b', 'c', 'a', 'd'])
    expect(sitting.done).toBe(0)
  })

  it('shows the only card again at once when it is missed', () => {
    expect(rated(sit(['a']), false).queue).toEqual(['a'])
  })

  it('ends when every card was known once, whatever was missed before', () => {
    fc.assert(
      fc.property(fc.nat(15), fc.array(fc.boolean(), { maxLength: 60 }), (count, ratings) => {
        let sitting = sit(Array.from({ length: count }, (_, index) => `c${index}`))
        for (const known of ratings) {
          const before = new Set(sitting.queue)
          sitting = rated(sitting, known)
          expect(new Set(sitting.queue).size).toBe(sitting.queue.length)
          expect(sitting.done + sitting.queue.length).toBe(sitting.all)
          for (const card of sitting.queue) expect(before).toContain(card)
        }
        while (sitting.queue.length) sitting = rated(sitting, true)
        expect(sitting.done).toBe(sitting.all)
      }),
    )
  })

  it('stays as it is once it is over', () => {
    const over = sit([])
    expect(rated(over, true)).toBe(over)
  })

  it('lasts one to five minutes', () => {
    expect([1, 3, 5, 10, 40].map(minutesOf)).toEqual([1, 1, 2, 4, 4])
  })
})
