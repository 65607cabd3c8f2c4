import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legalPlay } from '../../tests/legal-play'
import { decision, ending, smallModule } from '../../tests/modules'
import { compile, type Game } from './compile'
import { move, offeredChoices, openMoves, replay, saidLines, start, stepAt } from './play'
import type { Step, StepOf } from './scenario'

const setup = { level: 'n1', variant: 'calme', seed: 3 }

const pick: Step = {
  id: 'first',
  kind: 'pick',
  lines: [],
  prompt: 'Which?',
  least: 1,
  most: 2,
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id, good: true, why: id })),
  why: 'So.',
  to: 'end',
}
const order: Step = {
  id: 'first',
  kind: 'order',
  lines: [],
  prompt: 'Order.',
  items: ['a', 'b', 'c'].map((id) => ({ id, text: id })),
  why: 'So.',
  to: 'end',
}
const write: Step = {
  id: 'first',
  kind: 'write',
  lines: [],
  prompt: 'Why?',
  into: 'wish',
  example: 'I like it.',
  most: 100,
  to: 'end',
}

function gameOf(...steps: Step[]): Game {
  return compile(smallModule([...steps, ending()]))
}

function can(game: Game, made: string, text?: string): boolean {
  const move_ = { step: 'first', pick: made, ...(text === undefined ? {} : { text }) }
  return move(game, start(game, setup), move_) !== undefined
}

describe('a play', () => {
  it('played again from its moves stands exactly where it stood', () => {
    fc.assert(
      fc.property(legalPlay, ({ game, setup: from, moves }) => {
        let snapshot = start(game, from)
        for (const made of moves) snapshot = move(game, snapshot, made) ?? snapshot
        const again = replay(game, from, JSON.parse(JSON.stringify(moves)) as typeof moves)
        expect(again.played).toBe(moves.length)
        expect(again.snapshot.value).toBe(snapshot.value)
        expect(again.snapshot.context).toEqual(snapshot.context)
        expect(again.snapshot.status).toBe(snapshot.status)
      }),
    )
  })

  it('can be replayed from any of its moments', () => {
    fc.assert(
      fc.property(legalPlay, fc.nat(), ({ game, setup: from, moves }, number) => {
        const count = number % (moves.length + 1)
        const { snapshot } = replay(game, from, moves.slice(0, count))
        const rest = moves
          .slice(count)
          .reduce((now, made) => move(game, now, made) ?? now, snapshot)
        expect(rest.context).toEqual(replay(game, from, moves).snapshot.context)
      }),
    )
  })

  it('always stands at a step somebody can see: never at a draw or a branch', () => {
    fc.assert(
      fc.property(legalPlay, ({ game, setup: from, moves }) => {
        const step = stepAt(game, replay(game, from, moves).snapshot)
        expect(['draw', 'branch']).not.toContain(step.kind)
      }),
    )
  })

  it('goes nowhere after its ending', () => {
    const game = gameOf(decision('first', 'end', { yes: {} }))
    const { snapshot } = replay(game, setup, [{ step: 'first', pick: 'yes' }])
    expect(move(game, snapshot, { step: 'end', pick: 'next' })).toBeUndefined()
    expect(openMoves(game, snapshot)).toEqual([])
  })

  it('stops at the first impossible move, and says how far it went', () => {
    const game = gameOf(
      decision('first', 'second', { yes: {} }),
      decision('second', 'end', { no: {} }),
    )
    const yes = { step: 'first', pick: 'yes' }
    const { snapshot, played } = replay(game, setup, [yes, yes, { step: 'second', pick: 'no' }])
    expect(played).toBe(1)
    expect(snapshot.value).toBe('second')
  })
})

describe('a move', () => {
  it('is refused at another step, or when nobody wrote that choice', () => {
    const game = gameOf(decision('first', 'end', { yes: {} }))
    const here = start(game, setup)
    expect(move(game, here, { step: 'end', pick: 'yes' })).toBeUndefined()
    expect(move(game, here, { step: 'first', pick: 'maybe' })).toBeUndefined()
    expect(move(game, here, { step: 'first', pick: '' })).toBeUndefined()
  })

  it.each(['*', 'xstate.stop', 'xstate.error.actor.x', 'constructor', '__proto__'])(
    'named %s, which means something to others, is refused at every kind of step',
    (name) => {
      const first = decision('first', 'end', { yes: {} })
      const lines: Step = { id: 'first', kind: 'lines', lines: [], to: 'end' }
      expect(
        [first, lines, pick, order, write].map((step) => can(gameOf(step), name)),
      ).not.toContain(true)
    },
  )

  it('is refused while its condition does not hold', () => {
    const game = gameOf(
      decision('first', 'end', { yes: { when: { compare: 'trust', is: '>', to: 9 } } }),
    )
    expect(can(game, 'yes')).toBe(false)
  })

  it('that picks takes between the least and the most, each once, all known', () => {
    const game = gameOf(pick)
    expect(['a', 'a+c', 'c+b'].map((made) => can(game, made))).toEqual([true, true, true])
    expect(['', 'a+a', 'd', 'a+b+c', 'a+', 'a>b'].filter((made) => can(game, made))).toEqual([])
  })

  it('that puts in order takes every item, each once', () => {
    const game = gameOf(order)
    expect(['a>b>c', 'c>a>b'].map((made) => can(game, made))).toEqual([true, true])
    expect(['a>b', 'a>b>b', 'a>b>c>c', 'a+b+c', ''].filter((made) => can(game, made))).toEqual([])
  })

  it('that writes keeps the sentence, and may be passed', () => {
    const game = gameOf(write)
    const written = { step: 'first', pick: 'written', text: 'I like {wish}.' }
    expect(replay(game, setup, [written]).snapshot.context.texts).toEqual({
      wish: 'I like {wish}.',
    })
    const passed = { step: 'first', pick: 'next' }
    expect(replay(game, setup, [passed]).snapshot.context.texts).toEqual({})
  })
})

describe('what is offered', () => {
  it('is every choice whose condition holds, in an order that only the seed decides', () => {
    const game = gameOf(
      decision('first', 'end', {
        a: {},
        b: { when: { compare: 'trust', is: '>', to: 9 } },
        c: { when: { compare: 'told', is: '=', to: true } },
        d: {},
      }),
    )
    const offered = (seed: number) => {
      const here = start(game, { ...setup, seed })
      return offeredChoices(game, here, stepAt(game, here) as StepOf<'decision'>).map(
        ({ id }) => id,
      )
    }
    expect([...offered(1)].sort()).toEqual(['a', 'c', 'd'])
    expect(offered(1)).toEqual(offered(1))
    expect(new Set(Array.from({ length: 40 }, (_, seed) => offered(seed).join())).size).toBe(6)
  })

  it('is always possible', () => {
    fc.assert(
      fc.property(legalPlay, ({ game, setup: from, moves }) => {
        const { snapshot } = replay(game, from, moves)
        for (const open of openMoves(game, snapshot))
          expect(move(game, snapshot, open), JSON.stringify(open)).toBeDefined()
      }),
    )
  })

  it('leaves no play without a way on before its ending', () => {
    fc.assert(
      fc.property(legalPlay, ({ game, setup: from, moves }) => {
        const { snapshot } = replay(game, from, moves)
        expect(openMoves(game, snapshot).length > 0).toBe(snapshot.status === 'active')
      }),
    )
  })
})

it('only the lines whose condition holds are said', () => {
  const game = gameOf(decision('first', 'end', { yes: {} }))
  const lines = [
    { by: 'narrator', text: 'Always.' },
    { by: 'narrator', text: 'At level 1.', when: { level: ['n1'] } },
    { by: 'narrator', text: 'At level 2.', when: { level: ['n2'] } },
  ]
  const { context } = start(game, setup)
  expect(saidLines(game, context, lines).map(({ text }) => text)).toEqual([
    'Always.',
    'At level 1.',
  ])
  expect(saidLines(game, context)).toEqual([])
})
