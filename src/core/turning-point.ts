import { answerOf } from './answer'
import type { Game, Setup } from './compile'
import type { Turn } from './debrief'
import { move, openMoves, start, stepAt, type Move, type Snapshot } from './play'
import type { Choice, Step, StepOf } from './scenario'

/** The single other answer that would have changed the ending most. */
export interface TurningPoint {
  turn: Turn
  instead: Move
  /** What the other answer says. */
  words: string[]
  ending: StepOf<'ending'>
}

/**
 * Tries the other answers of every judged decision; a trap is never advised. After it, the learner plays as they did
 * wherever they come by the same step, and gives the middle answer at steps they never met. Of two answers that lead
 * as far, the one that mends the worse mistake comes first, then the later one: it is the shorter way.
 * @param reached the ending of the run
 * @returns undefined when no other answer leads to a better ending
 */
export function turningPointOf(
  game: Game,
  setup: Setup,
  moves: readonly Move[],
  turns: readonly Turn[],
  reached: StepOf<'ending'>,
): TurningPoint | undefined {
  const habits = new Map(moves.map((made) => [made.step, made]))
  const found: (TurningPoint & { quality: Quality })[] = []
  let snapshot = start(game, setup)
  let played = 0
  for (const turn of turns) {
    while (played < turn.index) {
      const made = moves[played++]
      snapshot = (made && move(game, snapshot, made)) ?? snapshot
    }
    for (const { pick, quality } of otherAnswers(turn)) {
      const instead = { step: turn.step.id, pick }
      const ending = playOn(game, snapshot, instead, habits)
      if (ending && ending.rank > reached.rank)
        found.push({ turn, instead, words: answerOf(turn.step, instead), ending, quality })
    }
  }
  return found.sort(
    (a, b) =>
      b.ending.rank - a.ending.rank ||
      worth(a.turn.quality) - worth(b.turn.quality) ||
      worth(b.quality) - worth(a.quality) ||
      b.turn.index - a.turn.index,
  )[0]
}

type Quality = Choice['quality']

function otherAnswers({ step, made, quality, others }: Turn): { pick: string; quality: Quality }[] {
  if (!quality) return []
  if (step.kind === 'decision')
    return others.flatMap(({ id, quality: other }) =>
      other === 'trap' ? [] : [{ pick: id, quality: other }],
    )
  const pick =
    step.kind === 'pick'
      ? goodOptions(step)
      : step.kind === 'order'
        ? step.items.map(({ id }) => id).join('>')
        : made.pick
  return quality === 'best' || pick === made.pick ? [] : [{ pick, quality: 'best' }]
}

function goodOptions({ options, most }: StepOf<'pick'>): string {
  const good = options.filter((option) => option.good).map(({ id }) => id)
  return good.slice(0, most).join('+')
}

function worth(quality: Quality | undefined): number {
  return ['trap', 'ok', 'best'].indexOf(quality ?? 'best')
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
