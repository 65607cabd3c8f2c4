import type { Game, Setup } from './compile'
import { feedbackOf, type Feedback } from './feedback'
import { isDecision } from './progress'
import { move, openMoves, saidLines, start, stepAt, type Move, type Snapshot } from './play'
import type { Choice, Line, Step, StepOf } from './scenario'

/** One decision of the run, told again: what was asked, said, brought, and what else was possible. */
export interface Turn {
  /** How many moves came before: where a replay from here begins. */
  index: number
  step: Step
  /** The line the learner was answering. */
  asked?: Line
  feedback: Feedback
  /** What was chosen, when the step is a decision. */
  choice?: Choice
  /** Undefined for a first try, a sensitive scene or a gesture that is not judged. */
  quality?: Choice['quality']
  objectives: readonly string[]
  /** The other choices of that decision, open or not. */
  others: readonly Choice[]
}

/** A run told again: everything is derived from the module and the list of moves. */
export interface Debrief {
  /** Undefined when the run has not reached an ending. */
  ending?: StepOf<'ending'>
  turns: Turn[]
  /** Two sentences at most, drawn from the learner's own choices, in the order they happened. */
  causes: string[]
  /** Each objective, how many decisions practised it and how many of them went best. */
  objectives: { id: string; text: string; practised: number; best: number }[]
  turningPoint?: TurningPoint
}

/** The single other choice that would have changed the ending most. */
export interface TurningPoint {
  turn: Turn
  choice: Choice
  ending: StepOf<'ending'>
}

/** Tells a run again. Moves after an impossible one are left out. */
export function debriefOf(game: Game, setup: Setup, moves: readonly Move[]): Debrief {
  const turns: Turn[] = []
  let snapshot = start(game, setup)
  for (const [index, made] of moves.entries()) {
    const after = move(game, snapshot, made)
    if (!after) break
    const turn = turnOf(game, snapshot, made, after, index)
    if (turn) turns.push(turn)
    snapshot = after
  }
  const end = stepAt(game, snapshot)
  const ending = end.kind === 'ending' ? end : undefined
  const turningPoint = ending && findTurningPoint(game, setup, moves, turns, ending)
  return {
    turns,
    causes: ending ? causesOf(turns, ending.rank >= 3) : [],
    objectives: game.scenario.objectives.map((objective) => {
      const practised = turns.filter((turn) => turn.objectives.includes(objective.id))
      const best = practised.filter((turn) => turn.quality === 'best').length
      return { ...objective, practised: practised.length, best }
    }),
    ...(ending ? { ending } : {}),
    ...(turningPoint ? { turningPoint } : {}),
  }
}

function turnOf(
  game: Game,
  before: Snapshot,
  made: Move,
  after: Snapshot,
  index: number,
): Turn | undefined {
  const step = stepAt(game, before)
  const feedback = isDecision(step) ? feedbackOf(game, before, made, after) : undefined
  if (!feedback) return undefined
  const asked = saidLines(game, before.context, 'lines' in step ? step.lines : []).at(-1)
  const quality = feedback.note?.quality
  const choices = step.kind === 'decision' ? step.choices : []
  const choice = choices.find((one) => one.id === made.pick)
  return {
    index,
    step,
    feedback,
    objectives: ('objectives' in step && step.objectives) || [],
    others: choices.filter((one) => one !== choice),
    ...(choice ? { choice } : {}),
    ...(asked ? { asked } : {}),
    ...(quality ? { quality } : {}),
  }
}

/** The two choices that weighed most in the direction of the ending; the stronger first, then told in order. */
function causesOf(turns: readonly Turn[], happy: boolean): string[] {
  const order = happy ? ['best', 'ok', 'trap'] : ['trap', 'ok', 'best']
  return turns
    .flatMap(({ index, choice }) => (choice?.cause ? [{ index, choice, cause: choice.cause }] : []))
    .sort(
      (a, b) =>
        order.indexOf(a.choice.quality) - order.indexOf(b.choice.quality) ||
        weight(b.choice) - weight(a.choice) ||
        b.index - a.index,
    )
    .slice(0, 2)
    .sort((a, b) => a.index - b.index)
    .map(({ cause }) => cause)
}

function weight({ effects = [] }: Choice): number {
  return effects.reduce((sum, effect) => sum + ('add' in effect ? Math.abs(effect.by) : 1), 0)
}

/**
 * Tries every other choice of every judged decision. After it, the learner plays as they did wherever
 * they come by the same step, and gives the middle answer at steps they never met.
 */
function findTurningPoint(
  game: Game,
  setup: Setup,
  moves: readonly Move[],
  turns: readonly Turn[],
  reached: StepOf<'ending'>,
): TurningPoint | undefined {
  const habits = new Map(moves.map((made) => [made.step, made]))
  let found: TurningPoint | undefined
  let snapshot = start(game, setup)
  let played = 0
  for (const turn of turns) {
    while (played < turn.index) {
      const made = moves[played++]
      snapshot = (made && move(game, snapshot, made)) ?? snapshot
    }
    if (!turn.quality || turn.step.kind !== 'decision') continue
    for (const choice of turn.others) {
      const ending = playOn(game, snapshot, { step: turn.step.id, pick: choice.id }, habits)
      if (ending && ending.rank > (found?.ending.rank ?? reached.rank))
        found = { turn, choice, ending }
    }
  }
  return found
}

function playOn(
  game: Game,
  from: Snapshot,
  first: Move,
  habits: ReadonlyMap<string, Move>,
): StepOf<'ending'> | undefined {
  let snapshot = move(game, from, first)
  for (let steps = 0; snapshot && steps < game.steps.size * 2; steps++) {
    const step = stepAt(game, snapshot)
    if (step.kind === 'ending') return step
    const habit = step.id === first.step ? undefined : habits.get(step.id)
    snapshot =
      (habit && move(game, snapshot, habit)) ??
      move(game, snapshot, middleMove(game, snapshot, step))
  }
  return undefined
}

function middleMove(game: Game, snapshot: Snapshot, step: Step): Move {
  const open = openMoves(game, snapshot)
  const middle =
    step.kind === 'decision'
      ? open.find(({ pick }) => step.choices.find((one) => one.id === pick)?.quality === 'ok')
      : undefined
  return middle ?? open[0] ?? { step: step.id, pick: 'next' }
}
