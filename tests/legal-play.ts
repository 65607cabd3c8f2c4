import fc from 'fast-check'
import { shuffled } from '../src/core/chance'
import { compile, type Game, type Setup } from '../src/core/compile'
import {
  move,
  offeredChoices,
  openMoves,
  replay,
  start,
  stepAt,
  type Move,
  type Snapshot,
} from '../src/core/play'
import { moduleOf, shippedModules } from './modules'

/** A play somebody could have had: each of its moves was possible when it was made. */
export interface LegalPlay {
  game: Game
  setup: Setup
  moves: Move[]
}

/** Words people really type, and the ones that break naive code. */
const written = [
  '',
  ' ',
  'J’aime réparer.',
  '{envie}',
  '**',
  '👩🏽‍🔧',
  '"\\\n\u2028',
  '<b>',
  'x'.repeat(400),
]

const games = ['_gallery', ...shippedModules].map((slug) => compile(moduleOf(slug)))

/** Any play of any module, ended or not: its setup, then one number for each move. */
export const legalPlay: fc.Arbitrary<LegalPlay> = fc
  .record({
    game: fc.constantFrom(...games),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
    way: fc.nat(1000),
    taken: fc.array(fc.nat(0xffff), { maxLength: 60 }),
  })
  .map(({ game, seed, way, taken }) => {
    const setup = setupOf(game, seed, way)
    const moves: Move[] = []
    let snapshot = start(game, setup)
    for (const number of taken) {
      if (snapshot.status !== 'active') break
      const made = moveOf(game, snapshot, number)
      const after = move(game, snapshot, made)
      if (!after) throw new Error(`${game.scenario.id}: ${JSON.stringify(made)} should be possible`)
      moves.push(made)
      snapshot = after
    }
    return { game, setup, moves }
  })

/** The same play taken to its ending, always by the first way. */
export function finished(game: Game, from: Setup, moves: readonly Move[]): Move[] {
  const all = [...moves]
  let snapshot: Snapshot | undefined = replay(game, from, moves).snapshot
  while (snapshot && snapshot.status === 'active' && all.length < 500) {
    const next = openMoves(game, snapshot)[0]
    if (!next) break
    all.push(next)
    snapshot = move(game, snapshot, next)
  }
  return all
}

function setupOf(game: Game, seed: number, way: number): Setup {
  const pairs = game.scenario.variants.flatMap(({ id, levels }) =>
    levels.map((level) => ({ level, variant: id })),
  )
  const pair = pairs[way % pairs.length]
  if (!pair) throw new Error(`${game.scenario.id} cannot be played at any level`)
  return { ...pair, seed }
}

function moveOf(game: Game, snapshot: Snapshot, number: number): Move {
  const step = stepAt(game, snapshot)
  const made = (pick: string, text?: string): Move => ({
    step: step.id,
    pick,
    ...(text === undefined ? {} : { text }),
  })
  switch (step.kind) {
    case 'decision': {
      const offered = offeredChoices(game, snapshot, step)
      return made(offered[number % offered.length]?.id ?? '')
    }
    case 'sensitive':
      return made(['full', 'short', 'skip'][number % 3] ?? '')
    case 'pick': {
      const count = step.least + (number % (step.most - step.least + 1))
      const some = shuffled(step.options, number, step.id).slice(0, count)
      return made(some.map(({ id }) => id).join('+'))
    }
    case 'order': {
      const order = shuffled(step.items, number, step.id)
      return made(order.map(({ id }) => id).join('>'))
    }
    case 'write':
      return number % 4 ? made('written', written[number % written.length]) : made('next')
    default:
      return made('next')
  }
}
