import type { SnapshotFrom } from 'xstate'
import { shuffled } from './chance'
import { startContext, type Event, type Game, type Machine, type Setup } from './compile'
import { meets, toTest, type Context } from './condition'
import type { Choice, Line, Step, StepOf } from './scenario'

/** Where a play stands: the XState snapshot. It holds functions; it is never stored, always replayed. */
export type Snapshot = SnapshotFrom<Machine>

/**
 * One gesture of the learner, as it is recorded.
 * `pick` is a choice id; `next`; `full`, `short` or `skip`; `a+c` (picked); `b>a>c` (ordered); `written`.
 */
export interface Move {
  step: string
  pick: string
  text?: string
}

/** The first moment of a play. */
export function start(game: Game, setup: Setup): Snapshot {
  return game.machine.getInitialSnapshot(game.scope, startContext(game.scenario, setup))
}

/** The step a play stands at. */
export function stepAt(game: Game, snapshot: Snapshot): Step {
  const step = game.steps.get(String(snapshot.value))
  if (!step) throw new Error(`The machine of ${game.scenario.id} stands at an unknown step.`)
  return step
}

/** The moment after a move, or undefined when the move is not possible here. The snapshot is untouched. */
export function move(game: Game, snapshot: Snapshot, made: Move): Snapshot | undefined {
  if (snapshot.status !== 'active' || snapshot.value !== made.step) return undefined
  const event = toEvent(stepAt(game, snapshot), made)
  if (!event) return undefined
  const after = game.machine.transition(snapshot, event, game.scope)
  return after === snapshot ? undefined : after
}

/** A whole play again, or how far it went before an impossible move. */
export interface Replay {
  snapshot: Snapshot
  /** How many moves were possible; equal to the number given when the play is sound. */
  played: number
}

/** Plays a list of moves from the start and stops at the first impossible one. */
export function replay(game: Game, setup: Setup, moves: readonly Move[]): Replay {
  let snapshot = start(game, setup)
  let played = 0
  for (const made of moves) {
    const after = move(game, snapshot, made)
    if (!after) break
    snapshot = after
    played += 1
  }
  return { snapshot, played }
}

/** The choices offered at a decision, in the order of this play: shuffled by its seed, the same at every replay. */
export function offeredChoices(game: Game, snapshot: Snapshot, step: StepOf<'decision'>): Choice[] {
  const open = step.choices.filter(
    (choice) => !choice.when || meets(snapshot.context, toTest(choice.when, game.scenario)),
  )
  return shuffled(open, snapshot.context.seed, step.id)
}

/** The lines that are said in this context. */
export function saidLines(game: Game, context: Context, lines: readonly Line[] = []): Line[] {
  return lines.filter((line) => !line.when || meets(context, toTest(line.when, game.scenario)))
}

/** Some of the moves possible here: all of them, except that a `pick` gives one, and an `order` two. */
export function openMoves(game: Game, snapshot: Snapshot): Move[] {
  if (snapshot.status !== 'active') return []
  const step = stepAt(game, snapshot)
  const moves = (...picks: string[]) => picks.map((pick) => ({ step: step.id, pick }))
  switch (step.kind) {
    case 'decision':
      return moves(...offeredChoices(game, snapshot, step).map((choice) => choice.id))
    case 'sensitive':
      return moves('full', 'short', 'skip')
    case 'pick': {
      const some = shuffled(step.options, snapshot.context.seed, step.id).slice(0, step.least)
      return moves(some.map((option) => option.id).join('+'))
    }
    case 'order': {
      const right = step.items.map((item) => item.id)
      return moves(right.join('>'), [...right].reverse().join('>'))
    }
    default:
      return moves('next')
  }
}

/** Translates a recorded gesture into the machine's event; undefined when it has no sense at this step. */
function toEvent(step: Step, { pick, text }: Move): Event | undefined {
  switch (step.kind) {
    case 'pick': {
      const picks = pick.split('+')
      const known = step.options.map((option) => option.id)
      return isSetOf(picks, known) && picks.length >= step.least && picks.length <= step.most
        ? { type: 'picked', picks }
        : undefined
    }
    case 'order': {
      const picks = pick.split('>')
      const known = step.items.map((item) => item.id)
      return isSetOf(picks, known) && picks.length === known.length
        ? { type: 'ordered', picks }
        : undefined
    }
    case 'write':
      return pick === 'written' ? { type: 'written', text: text ?? '' } : named(pick, ['next'])
    case 'decision':
      return named(
        pick,
        step.choices.map(({ id }) => id),
      )
    case 'sensitive':
      return named(pick, ['full', 'short', 'skip'])
    default:
      return named(pick, ['next'])
  }
}

/** Only known names become events: `*` or `xstate.stop`, read in a file, would mean something to XState. */
function named(pick: string, known: readonly string[]): Event | undefined {
  return known.includes(pick) ? { type: pick } : undefined
}

function isSetOf(picks: readonly string[], known: readonly string[]): boolean {
  return new Set(picks).size === picks.length && picks.every((pick) => known.includes(pick))
}
