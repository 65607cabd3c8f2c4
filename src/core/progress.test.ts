import { describe, expect, it } from 'vitest'
import { decision, ending, moduleOf, shippedModules, smallModule } from '../../tests/modules'
import { waysOut } from './graph'
import { decisionsLeft, isDecision } from './progress'

describe('the decisions left', () => {
  it('are counted on the shortest road, the step itself included', () => {
    const left = decisionsLeft(
      smallModule([
        decision('first', 'long', { short: { to: 'last' }, long: {} }),
        { id: 'long', kind: 'lines', lines: [], to: 'again' },
        decision('again', 'last', { yes: {} }),
        decision('last', 'end', { yes: {} }),
        ending(),
      ]),
    )
    expect(Object.fromEntries(left)).toEqual({ first: 2, long: 2, again: 2, last: 1, end: 0 })
  })

  it('are endless where no ending can be reached', () => {
    const left = decisionsLeft(
      smallModule([
        decision('first', 'first', { again: {}, out: { to: 'end' } }),
        decision('lost', 'lost', { on: {} }),
        ending(),
      ]),
    )
    expect(left.get('first')).toBe(1)
    expect(left.get('lost')).toBe(Infinity)
  })

  it.each(['_gallery', ...shippedModules])(
    '%s: each step is one ahead of its best way out',
    (slug) => {
      const module = moduleOf(slug)
      const left = decisionsLeft(module)
      for (const step of module.steps) {
        if (step.kind === 'ending') continue
        const best = Math.min(...waysOut(step).map(({ to }) => left.get(to) ?? NaN))
        expect(left.get(step.id), step.id).toBe(best + (isDecision(step) ? 1 : 0))
      }
    },
  )
})
