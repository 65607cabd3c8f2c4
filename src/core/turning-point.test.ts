import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finished, legalPlay } from '../../tests/legal-play'
import { decision, ending, smallModule } from '../../tests/modules'
import { compile } from './compile'
import { debriefOf } from './debrief'
import { move, openMoves, replay, stepAt, type Move } from './play'
import type { Step } from './scenario'

const setup = { level: 'n1', variant: 'calme', seed: 3 }
const trust = (by: number) => ({ effects: [{ add: 'trust', by }] })

/** A module of these steps: trust starts at 5; 8 is a good ending, 5 a fair one. */
function turningPoint(steps: Step[], ...picks: string[]) {
  const game = compile(
    smallModule([
      ...steps,
      {
        id: 'verdict',
        kind: 'branch',
        ways: [
          { when: { compare: 'trust', is: '>=', to: 8 }, to: 'good' },
          { when: { compare: 'trust', is: '>=', to: 5 }, to: 'fair' },
        ],
        else: 'bad',
      },
      ending('good', 4),
      ending('fair', 3),
      ending('bad', 1),
    ]),
  )
  const moves = picks.map((pick, index) => ({ step: steps[index]?.id ?? '', pick }))
  return debriefOf(game, setup, moves).turningPoint
}

const first = decision('first', 'second', {
  clear: trust(1),
  vague: { quality: 'ok', ...trust(-1) },
  rude: { quality: 'trap', ...trust(-3) },
})
const second = decision('second', 'verdict', {
  thanks: trust(3),
  bye: { quality: 'ok' },
  boast: { quality: 'trap', ...trust(4) },
})

describe('the turning point', () => {
  it('is the one other answer that leads to the best ending', () => {
    expect(turningPoint([first, second], 'clear', 'bye')).toMatchObject({
      turn: { index: 1 },
      instead: { step: 'second', pick: 'thanks' },
      words: ['I say thanks.'],
      ending: { id: 'good' },
    })
  })

  it('mends the worse mistake when two answers lead as far', () => {
    expect(turningPoint([first, second], 'rude', 'bye')).toMatchObject({
      turn: { index: 0 },
      instead: { pick: 'clear' },
      ending: { id: 'fair' },
    })
  })

  it('is the later of two equal mistakes: the shorter way', () => {
    const again = decision('second', 'verdict', {
      clear: trust(1),
      vague: { quality: 'ok', ...trust(-1) },
    })
    const point = turningPoint([first, again], 'vague', 'vague')
    expect(point).toMatchObject({ turn: { index: 1 }, ending: { id: 'fair' } })
  })

  it('never advises a trap', () => {
    const onlyTrap = decision('second', 'verdict', {
      bye: {},
      boast: { quality: 'trap', ...trust(4) },
    })
    expect(turningPoint([first, onlyTrap], 'vague', 'bye')?.instead.pick).not.toBe('boast')
  })

  it('is nowhere after the best ending, nor where nothing is judged', () => {
    expect(turningPoint([first, second], 'clear', 'thanks')).toBeUndefined()
    const quiet = (step: Step) => ({ ...step, sensitive: true }) as Step
    expect(turningPoint([quiet(first), quiet(second)], 'rude', 'bye')).toBeUndefined()
  })

  it('can be what was picked or put in order', () => {
    const pick: Step = {
      id: 'bag',
      kind: 'pick',
      lines: [],
      prompt: 'Take two.',
      least: 1,
      most: 2,
      why: 'Because.',
      to: 'second',
      options: [
        { id: 'pen', text: 'A pen', good: true, why: 'Yes.', ...trust(2) },
        { id: 'pad', text: 'A pad', good: true, why: 'Yes.', ...trust(2) },
        { id: 'cat', text: 'A cat', good: false, why: 'No.', ...trust(-2) },
      ],
    }
    expect(turningPoint([pick, second], 'cat', 'bye')).toMatchObject({
      instead: { pick: 'pen+pad' },
      words: ['A pen', 'A pad'],
      ending: { id: 'good' },
    })
    const order: Step = {
      id: 'order',
      kind: 'order',
      lines: [],
      prompt: 'In order.',
      why: 'Because.',
      to: 'second',
      items: [
        { id: 'a', text: 'First' },
        { id: 'b', text: 'Then' },
      ],
      ...trust(3),
    }
    const goodbye = decision('second', 'verdict', { bye: { quality: 'ok' } })
    expect(turningPoint([order, goodbye], 'b>a', 'bye')).toMatchObject({
      words: ['First', 'Then'],
      ending: { id: 'good' },
    })
  })

  it('keeps its promise: that answer, then the learner’s own, leads to that ending', () => {
    fc.assert(
      fc.property(legalPlay, ({ game, setup: from, moves }) => {
        const whole = finished(game, from, moves)
        const { turningPoint: point, ending: reached } = debriefOf(game, from, whole)
        if (!point || !reached) return
        expect(point.ending.rank).toBeGreaterThan(reached.rank)
        let { snapshot } = replay(game, from, whole.slice(0, point.turn.index))
        let next: Move | undefined = point.instead
        for (let count = 0; next && count < 500; count++) {
          snapshot = move(game, snapshot, next) ?? snapshot
          const step = stepAt(game, snapshot)
          const own = whole.findLast((made) => made.step === step.id)
          const open = openMoves(game, snapshot)
          const middle = open.find(
            ({ pick }) =>
              step.kind === 'decision' &&
              step.choices.some((choice) => choice.id === pick && choice.quality === 'ok'),
          )
          const isOpen: unknown = own && step.id !== point.instead.step && move(game, snapshot, own)
          next = isOpen ? own : (middle ?? open[0])
        }
        expect(stepAt(game, snapshot).id).toBe(point.ending.id)
      }),
      { numRuns: 60 },
    )
  })
})
