import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideSmall } from './small-cells'

describe('counts shown to a class', () => {
  it('hide what is under five', () => {
    expect(hideSmall([12, 6, 3, 2])).toEqual([12, 6, undefined, undefined])
  })

  it('hide one more when a subtraction would find it', () => {
    expect(hideSmall([12, 6, 3])).toEqual([12, undefined, undefined])
  })

  it('show large counts as they are', () => {
    expect(hideSmall([12, 6, 5])).toEqual([12, 6, 5])
  })

  it('never let anybody find, from the total, a group of one to four', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }), (counts) => {
        const shown = hideSmall(counts)
        const hidden = counts.filter((_, index) => shown[index] === undefined)
        const sum = hidden.reduce((total, count) => total + count, 0)
        const allHidden = hidden.length === counts.length
        expect(sum === 0 || sum >= 5 || allHidden).toBe(true)
        expect(shown.every((count) => count === undefined || count >= 5)).toBe(true)
      }),
    )
  })
})
