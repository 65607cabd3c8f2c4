import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legalPlay } from '../../tests/legal-play'
import { decision, ending, smallModule } from '../../tests/modules'
import { compareRuns } from './compare-runs'
import { compile } from './compile'
import { debriefOf } from './debrief'

const setup = { level: 'n1', variant: 'calme', seed: 3 }
const story = compile(
  smallModule([
    decision(
      'first',
      'second',
      { clear: {}, vague: { quality: 'ok' }, rude: { quality: 'trap', to: 'bad' } },
      { objectives: ['o_demander'] },
    ),
    decision('second', 'good', { thanks: {}, bye: { quality: 'ok' } }, { sensitive: true }),
    ending('good', 4),
    ending('bad', 1),
  ]),
)
const told = (...picks: string[]) =>
  debriefOf(
    story,
    setup,
    picks.map((pick, index) => ({ step: index ? 'second' : 'first', pick })),
  )

describe('two runs compared', () => {
  it('tell which answers changed, and whether for the better', () => {
    const { changed, common } = compareRuns(told('vague', 'bye'), told('clear', 'thanks'))
    expect(common).toBe(2)
    expect(changed).toMatchObject([
      { before: { made: { pick: 'vague' } }, now: { made: { pick: 'clear' } }, change: 'better' },
      { before: { made: { pick: 'bye' } }, now: { made: { pick: 'thanks' } } },
    ])
  })

  it('judge nothing of a sensitive moment', () => {
    const [changed] = compareRuns(told('clear', 'bye'), told('clear', 'thanks')).changed
    expect(changed?.change).toBeUndefined()
  })

  it('compare their endings by rank', () => {
    expect(compareRuns(told('rude'), told('clear', 'bye')).ending).toBe('better')
    expect(compareRuns(told('clear', 'bye'), told('rude')).ending).toBe('worse')
    expect(compareRuns(told('clear', 'bye'), told('vague', 'bye')).ending).toBeUndefined()
    expect(compareRuns(told('clear'), told('rude')).ending).toBeUndefined()
  })

  it('compare the objectives practised in both', () => {
    expect(compareRuns(told('rude'), told('clear', 'bye')).objectives).toMatchObject([
      { id: 'o_demander', before: { best: 0, practised: 1 }, now: { best: 1, practised: 1 } },
    ])
  })

  it('find no change between a run and itself', () => {
    fc.assert(
      fc.property(legalPlay, ({ game, setup: from, moves }) => {
        const debrief = debriefOf(game, from, moves)
        const { changed, ending: change, common } = compareRuns(debrief, debrief)
        // A step come by twice is compared with its last answer.
        const twice = debrief.turns.length - new Set(debrief.turns.map((t) => t.step.id)).size
        expect(changed.length).toBeLessThanOrEqual(twice)
        expect(change).toBeUndefined()
        expect(common).toBe(debrief.turns.length)
      }),
      { numRuns: 50 },
    )
  })

  it('turn better into worse when they are swapped', () => {
    fc.assert(
      fc.property(legalPlay, fc.nat(20), ({ game, setup: from, moves }, cut) => {
        const [one, other] = [moves, moves.slice(0, cut)].map((some) => debriefOf(game, from, some))
        if (!one || !other) return
        const count = (a: typeof one, b: typeof one, change: string) =>
          compareRuns(a, b).changed.filter((answer) => answer.change === change).length
        fc.pre(new Set(one.turns.map((t) => t.step.id)).size === one.turns.length)
        expect(count(one, other, 'better')).toBe(count(other, one, 'worse'))
      }),
      { numRuns: 30 },
    )
  })
})
