import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { DOORS } from './doors'
import { RUNS, settings } from './mutated'

/** The longest one reading may take, in milliseconds. */
const LONGEST = 2000

afterEach(() => {
  expect(Object.keys(Object.prototype), 'nothing was added to every object').toEqual([])
})

describe.each(DOORS)('$name, changed at random', ({ name, input, read }) => {
  it(
    'is taken or refused with a reason, in time, and nothing escapes',
    { timeout: 900_000 },
    () => {
      let worst = 0
      let refused = 0
      fc.assert(
        fc.property(input, (text) => {
          const began = performance.now()
          const reasons = read(text)
          worst = Math.max(worst, performance.now() - began)
          if (reasons.length) refused += 1
          expect(reasons.every((reason) => reason.trim())).toBe(true)
        }),
        settings,
      )
      if (RUNS >= 10_000)
        console.log(`${name}: ${RUNS} inputs, ${refused} refused, at worst ${Math.ceil(worst)} ms`)
      expect(worst).toBeLessThan(LONGEST)
    },
  )
})
