import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finished, legalPlay } from '../../tests/legal-play'
import { decision, ending, moduleOf, shippedModules, smallModule } from '../../tests/modules'
import { compile } from './compile'
import { debriefOf } from './debrief'
import { isDecision } from './progress'
import { start, type Move } from './play'
import type { Step } from './scenario'

const setup = { level: 'n1', variant: 'calme', seed: 3 }
const made = (step: string, pick: string): Move => ({ step, pick })

const end: Step = {
  id: 'verdict',
  kind: 'branch',
  ways: [{ when: { compare: 'trust', is: '>=', to: 5 }, to: 'good' }],
  else: 'bad',
}
/** Two questions; the first one alone decides the ending. */
const story = compile(
  smallModule([
    decision(
      'first',
      'second',
      {
        clear: { effects: [{ add: 'trust', by: 1 }], cause: 'You were clear.' },
        vague: { quality: 'ok', effects: [{ add: 'trust', by: -1 }], cause: 'You were vague.' },
        rude: { quality: 'trap', effects: [{ add: 'trust', by: -3 }], cause: 'You were rude.' },
      },
      { objectives: ['o_demander'], lines: [{ by: 'nadia', text: 'Yes?' }] },
    ),
    decision(
      'second',
      'verdict',
      {
        thanks: { cause: 'You said thanks.' },
        bye: { quality: 'ok', cause: 'You left.' },
      },
      { objectives: ['o_demander', 'o_ecouter'] },
    ),
    end,
    ending('good', 4),
    ending('bad', 1),
  ]),
)
const tell = (...picks: [string, string]) =>
  debriefOf(story, setup, [made('first', picks[0]), made('second', picks[1])])

describe('a debrief', () => {
  it('tells each decision again: what was asked, what was said, and the other answers', () => {
    const { turns, ending: reached } = tell('vague', 'thanks')
    expect(reached?.id).toBe('bad')
    expect(turns).toMatchObject([
      {
        index: 0,
        asked: { text: 'Yes?' },
        quality: 'ok',
        feedback: { said: 'I say vague.' },
        others: [{ id: 'clear' }, { id: 'rude' }],
      },
      { index: 1, quality: 'best', others: [{ id: 'bye' }] },
    ])
  })

  it('says what caused the ending: first what weighed in its direction, told in order', () => {
    expect(tell('clear', 'thanks').causes).toEqual(['You were clear.', 'You said thanks.'])
    expect(tell('rude', 'bye').causes).toEqual(['You were rude.', 'You left.'])
    expect(tell('rude', 'thanks').causes).toEqual(['You were rude.', 'You said thanks.'])
  })

  it('counts how often each objective was practised, and how well', () => {
    expect(tell('vague', 'thanks').objectives).toMatchObject([
      { id: 'o_demander', practised: 2, best: 1 },
      { id: 'o_ecouter', practised: 1, best: 1 },
      { id: 'o_soutenir', practised: 0, best: 0 },
    ])
  })

  it('holds the turning point of the run', () => {
    const { turningPoint } = tell('rude', 'bye')
    expect(turningPoint).toMatchObject({
      turn: { index: 0 },
      instead: { pick: 'clear' },
      words: ['I say clear.'],
      ending: { id: 'good' },
    })
  })

  it('of an unfinished run has turns, but neither cause nor turning point', () => {
    const unfinished = debriefOf(story, setup, [made('first', 'rude')])
    expect(unfinished.turns).toHaveLength(1)
    expect(unfinished.causes).toEqual([])
    expect(unfinished.ending).toBeUndefined()
    expect(unfinished.turningPoint).toBeUndefined()
  })

  it('leaves out moves that were not possible', () => {
    const moves = [made('first', 'rude'), made('first', 'clear'), made('second', 'bye')]
    expect(debriefOf(story, setup, moves).turns).toHaveLength(1)
  })
})

describe('the cause of an ending', () => {
  it('is that of the choice made, even when two choices say the same words', () => {
    const twins = compile(
      smallModule([
        decision('first', 'end', {
          a: { text: 'Yes.', cause: 'You said yes too early.' },
          b: { text: 'Yes.', cause: 'You said yes in time.' },
        }),
        ending('end', 4),
      ]),
    )
    expect(debriefOf(twins, setup, [made('first', 'b')]).causes).toEqual(['You said yes in time.'])
  })
})

describe('the debrief of any play', () => {
  it('has one turn a decision made, at the right moment', () => {
    fc.assert(
      fc.property(legalPlay, ({ game, setup: from, moves }) => {
        const { turns, causes } = debriefOf(game, from, moves)
        const decided = moves.flatMap(({ step }, index) => {
          const played = game.steps.get(step)
          return played && isDecision(played) ? [{ index, step }] : []
        })
        expect(turns.map(({ index, step }) => ({ index, step: step.id }))).toEqual(decided)
        expect(causes.length).toBeLessThanOrEqual(2)
      }),
      { numRuns: 50 },
    )
  })
})

it.each(shippedModules)('%s: a debrief takes no time to notice', (slug) => {
  const game = compile(moduleOf(slug))
  const from = { level: game.scenario.levels[0]?.id ?? '', variant: '', seed: 1 }
  const moves = finished(game, from, [])
  const begun = performance.now()
  debriefOf(game, from, moves)
  expect(performance.now() - begun).toBeLessThan(500)
})

it('a play starts where its module says', () => {
  expect(start(story, setup).value).toBe('first')
})
