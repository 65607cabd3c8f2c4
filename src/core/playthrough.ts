import * as v from 'valibot'
import type { Game } from './compile'
import { move, openMoves, start, stepAt, type Snapshot } from './play'
import type { Step } from './scenario'

/** A play written in advance: what the learner picks, and the ending that must come out. */
export const Playthrough = v.strictObject({
  name: v.string(),
  level: v.string(),
  variant: v.string(),
  seed: v.pipe(v.number(), v.integer()),
  /** `step:choice`, `step:a+c`, `step:b>a>c`, `step:full`; steps to read or to write pass by themselves. */
  picks: v.array(v.string()),
  ending: v.string(),
})
export type Playthrough = v.InferOutput<typeof Playthrough>

/** The `playthroughs.json` beside a module. */
export const Playthroughs = v.strictObject({
  scenario: v.string(),
  plays: v.array(Playthrough),
})

/** How a play differs from what was written: a code and what its sentence needs. */
export interface Difference {
  code:
    | 'unknown-level'
    | 'unknown-variant'
    | 'variant-not-in-level'
    | 'impossible-pick'
    | 'picks-left'
    | 'picks-missing'
    | 'other-ending'
  params: Record<string, string>
}

const PASSING: readonly Step['kind'][] = ['lines', 'write', 'say', 'model']

/** Steps passed in a row before a play is given up; `check` forbids such loops. */
const MOST_PASSED = 1000

/** Plays a written playthrough and says where it differs from what it promised; nothing when it holds. */
export function playDifferences(game: Game, play: Playthrough): Difference[] {
  const { levels, variants } = game.scenario
  const variant = variants.find(({ id }) => id === play.variant)
  if (!levels.some(({ id }) => id === play.level))
    return [{ code: 'unknown-level', params: { id: play.level } }]
  if (!variant) return [{ code: 'unknown-variant', params: { id: play.variant } }]
  if (!variant.levels.includes(play.level))
    return [{ code: 'variant-not-in-level', params: { id: play.variant, level: play.level } }]

  let snapshot = passed(game, start(game, play))
  for (const [index, written] of play.picks.entries()) {
    const [step = '', pick = ''] = written.split(':')
    if (snapshot.status !== 'active')
      return [
        {
          code: 'picks-left',
          params: { ending: String(snapshot.value), picks: play.picks.slice(index).join(', ') },
        },
      ]
    const after = move(game, snapshot, { step, pick })
    if (!after) return [{ code: 'impossible-pick', params: { pick: written, ...at(snapshot) } }]
    snapshot = passed(game, after)
  }
  if (snapshot.status === 'active') return [{ code: 'picks-missing', params: at(snapshot) }]
  const ending = String(snapshot.value)
  return ending === play.ending
    ? []
    : [{ code: 'other-ending', params: { ending, expected: play.ending } }]

  function at(here: Snapshot): { at: string; open: string } {
    return {
      at: String(here.value),
      open: openMoves(game, here)
        .map(({ pick }) => pick)
        .join(', '),
    }
  }
}

/** The endings that no playthrough promises. */
export function endingsLeft(game: Game, plays: readonly Pick<Playthrough, 'ending'>[]): string[] {
  const promised = new Set(plays.map(({ ending }) => ending))
  return [...game.steps.values()]
    .filter(({ kind, id }) => kind === 'ending' && !promised.has(id))
    .map(({ id }) => id)
}

/** Goes through the steps where there is nothing to choose. */
function passed(game: Game, from: Snapshot): Snapshot {
  let snapshot = from
  for (let count = 0; count < MOST_PASSED; count++) {
    if (snapshot.status !== 'active') break
    const step = stepAt(game, snapshot)
    if (!PASSING.includes(step.kind)) break
    const pick = step.kind === 'write' ? 'written' : 'next'
    const text = step.kind === 'write' ? step.example : undefined
    const after = move(
      game,
      snapshot,
      text ? { step: step.id, pick, text } : { step: step.id, pick },
    )
    if (!after) break
    snapshot = after
  }
  return snapshot
}
