import type { Scenario } from '../scenario'
import { answersOf, isJudged, runOf } from './answers'
import type { Result } from './result'

/** Why a pupil might welcome a word from the teacher. Never shown to a class. */
export type Reason =
  | { kind: 'unfinished'; module: string }
  | { kind: 'hard-ending'; module: string }
  | { kind: 'many-traps'; module: string; traps: number; judged: number }
  | { kind: 'same-belief'; module: string; belief: string }
  | { kind: 'very-fast'; module: string }

/** A pupil and the reasons, the most telling first. */
export interface HelpLine {
  result: Result
  reasons: Reason[]
}

/** Part of wrong answers from which it is worth a word. */
const MANY_TRAPS = 0.4
/** Seconds under which nobody reads a decision. */
const VERY_FAST = 3

/** The pupils who might need help, those with most reasons first. What happens in sensitive scenes is not looked at. */
export function needHelp(scenarios: readonly Scenario[], results: readonly Result[]): HelpLine[] {
  return results
    .map((result) => ({ result, reasons: scenarios.flatMap((one) => reasonsOf(one, result)) }))
    .filter(({ reasons }) => reasons.length)
    .sort((a, b) => b.reasons.length - a.reasons.length)
}

function reasonsOf(scenario: Scenario, result: Result): Reason[] {
  const module = scenario.id
  const first = runOf(result, module, 'first')
  const best = runOf(result, module, 'best')
  if (!first || !best) return [{ kind: 'unfinished', module }]
  const reasons: Reason[] = []
  const answers = answersOf(scenario, best).filter(({ step }) => isJudged(step))
  const traps = answers.filter(({ choice }) => choice.quality === 'trap').length
  if (answers.length && traps / answers.length >= MANY_TRAPS)
    reasons.push({ kind: 'many-traps', module, traps, judged: answers.length })
  const end = scenario.steps.find(({ id }) => id === best.ending)
  if (end?.kind === 'ending' && end.rank === 1) reasons.push({ kind: 'hard-ending', module })
  if (best !== first) {
    const held = (run: typeof best) =>
      new Set(answersOf(scenario, run).flatMap(({ choice }) => choice.misconception ?? []))
    const before = held(first)
    for (const id of held(best)) {
      const belief = scenario.misconceptions.find((one) => one.id === id)?.belief
      if (before.has(id) && belief) reasons.push({ kind: 'same-belief', module, belief })
    }
  }
  const times = answersOf(scenario, first).flatMap(({ seconds }) => seconds ?? [])
  const fast = times.filter((seconds) => seconds < VERY_FAST).length
  if (times.length >= 4 && fast / times.length > 0.5) reasons.push({ kind: 'very-fast', module })
  return reasons
}
