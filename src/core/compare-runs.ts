import type { Debrief, Turn } from './debrief'

/** The same moment of the module in two runs, answered otherwise. */
interface ChangedAnswer {
  before: Turn
  now: Turn
  /** Undefined where nothing is judged, or when both answers are worth the same. */
  change?: 'better' | 'worse'
}

/** « La dernière fois » and « cette fois »: what two runs of a module have in common and what changed. */
export interface RunsCompared {
  /** Undefined when one of the runs has no ending, or when both have endings of the same rank. */
  ending?: 'better' | 'worse'
  /** Moments met in both runs. */
  common: number
  changed: ChangedAnswer[]
  /** Objectives by how many of their decisions went best, for those practised in both runs. */
  objectives: {
    id: string
    text: string
    before: { best: number; practised: number }
    now: { best: number; practised: number }
  }[]
}

const WORTH = { trap: 0, ok: 1, best: 2 }

/** Compares two debriefs of the same module. Moments are matched by their step; answers by what was picked. */
export function compareRuns(before: Debrief, now: Debrief): RunsCompared {
  const earlier = new Map(before.turns.map((turn) => [turn.step.id, turn]))
  const both = now.turns.flatMap((turn) => {
    const other = earlier.get(turn.step.id)
    return other ? [{ before: other, now: turn }] : []
  })
  const ending = before.ending && now.ending && changeOf(before.ending.rank, now.ending.rank)
  return {
    ...(ending ? { ending } : {}),
    common: both.length,
    changed: both
      .filter((pair) => pair.before.made.pick !== pair.now.made.pick)
      .map((pair) => {
        const [was, is] = [pair.before.quality, pair.now.quality]
        const change = was && is && changeOf(WORTH[was], WORTH[is])
        return { ...pair, ...(change ? { change } : {}) }
      }),
    objectives: now.objectives.flatMap(({ id, text, best, practised }) => {
      const other = before.objectives.find((objective) => objective.id === id)
      return other?.practised && practised
        ? [
            {
              id,
              text,
              before: { best: other.best, practised: other.practised },
              now: { best, practised },
            },
          ]
        : []
    }),
  }
}

function changeOf(before: number, now: number): 'better' | 'worse' | undefined {
  if (before === now) return undefined
  return now > before ? 'better' : 'worse'
}
