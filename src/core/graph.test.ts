import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decision, ending } from '../../tests/modules'
import { graphOf, groups, reached, waysOut } from './graph'
import type { Step } from './scenario'

const lines = (id: string, to: string): Step => ({ id, kind: 'lines', lines: [], to })

describe('the graph of a module', () => {
  it('knows every way out of a step and where it is written', () => {
    const step = decision('d', 'a', { one: {}, two: { to: 'b' } })
    expect(waysOut(step)).toEqual([
      { to: 'a', path: 'choices[0].to', choice: 0 },
      { to: 'b', path: 'choices[1].to', choice: 1 },
    ])
  })

  it('leaves out the ways to steps that do not exist', () => {
    const { next, previous } = graphOf({
      steps: [lines('a', 'b'), lines('b', 'nowhere'), ending()],
    })
    expect(next).toEqual([[1], [], []])
    expect(previous).toEqual([[], [0], []])
  })

  it('is not walked through the steps one stops at', () => {
    const links = [[1], [2], [3], []]
    expect([...reached(links, [0], { stop: new Set([2]) })]).toEqual([0, 1])
  })

  it('groups the steps that can all reach one another', () => {
    const group = groups([[1], [2], [0, 3], [4], [3], []])
    expect(group[0]).toBe(group[1])
    expect(group[1]).toBe(group[2])
    expect(group[3]).toBe(group[4])
    expect(new Set([group[0], group[3], group[5]]).size).toBe(3)
  })

  it('groups two nodes exactly when each reaches the other, in any graph', () => {
    const links = fc.array(fc.array(fc.nat(11), { maxLength: 3 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(links, (some) => {
        const group = groups(some)
        const from = some.map((_, node) => reached(some, [node]))
        for (const [a] of some.entries())
          for (const [b] of some.entries())
            expect(group[a] === group[b]).toBe(from[a]?.has(b) && from[b]?.has(a))
      }),
      { numRuns: 100 },
    )
  })

  it('groups a chain of a hundred thousand steps without overflowing the stack', () => {
    const links = Array.from({ length: 100_000 }, (_, i) => (i < 99_999 ? [i + 1] : []))
    expect(new Set(groups(links)).size).toBe(100_000)
  })
})
