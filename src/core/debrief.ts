import { answerOf } from './answer'
import type { Game, Setup } from './compile'
import { feedbackOf, type Feedback } from './feedback'
import { isDecision } from './progress'
import { move, saidLines, start, stepAt, type Move, type Snapshot } from './play'
import type { Choice, Line, Step, StepOf } from './scenario'
import { turningPointOf, type TurningPoint } from './turning-point'

/** One decision of the run, told again: what was asked, said, brought, and what else was possible. */
export interface Turn {
  /** How many moves came before: where a replay from here begins. */
  index: number
  step: Step
  /** The line the learner was answering. */
  asked?: Line
  made: Move
  /** What the learner said, picked or put in order. */
  answer: string[]
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
  const turningPoint = ending && turningPointOf(game, setup, moves, turns, ending)
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
    made,
    answer: answerOf(step, made),
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
