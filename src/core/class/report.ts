import type { Choice, Scenario, StepOf } from '../scenario'
import { answersOf, isJudged, runOf, type Answer, type Which } from './answers'
import type { Result } from './result'

/** What a class chose at one decision. */
export interface DecisionReport {
  step: StepOf<'decision'>
  /** Pupils who met it. */
  met: number
  choices: { choice: Choice; count: number }[]
  /** 0: everybody agrees on a right answer; 1: the most to talk about. Undefined where nothing is right or wrong. */
  worth?: number
  /** Median, in seconds. */
  seconds?: number
}

/** What a class did on one module. Counts are pupils, never tries. */
export interface ModuleReport {
  scenario: Scenario
  which: Which
  /** Pupils who handed in at least one run of it. */
  pupils: number
  endings: { ending: StepOf<'ending'>; count: number }[]
  /** In the order of the module. */
  decisions: DecisionReport[]
  /** Pupils who met the misconception, and those who chose it. */
  misconceptions: { id: string; belief: string; truth: string; met: number; held: number }[]
  /** Decisions that practised the objective, all pupils together, and how many went best. */
  objectives: { id: string; text: string; practised: number; best: number }[]
  /** Pupils who played again: how many went further, or as far. */
  again: { further: number; same: number }
  /** Median and extremes of the time spent choosing, in seconds. */
  time?: { median: number; shortest: number; longest: number }
}

/** Counts what a class did on a module, on the first run of each pupil or on the best. */
export function reportOf(
  scenario: Scenario,
  results: readonly Result[],
  which: Which,
): ModuleReport {
  const pupils = results.flatMap((result) => {
    const run = runOf(result, scenario.id, which)
    return run ? [{ result, run, answers: answersOf(scenario, run) }] : []
  })
  const answers = pupils.flatMap((pupil) => pupil.answers)
  const times = pupils
    .map(({ run }) => run.moves.reduce((sum, made) => sum + (made.seconds ?? 0), 0))
    .filter((seconds) => seconds > 0)
    .sort((a, b) => a - b)
  return {
    scenario,
    which,
    pupils: pupils.length,
    endings: scenario.steps
      .filter((step) => step.kind === 'ending')
      .map((ending) => ({
        ending,
        count: pupils.filter(({ run }) => run.ending === ending.id).length,
      })),
    decisions: decisionReports(scenario, answers),
    misconceptions: scenario.misconceptions.map(({ id, belief, truth }) => {
      const offers = ({ choices }: StepOf<'decision'>) =>
        choices.some((choice) => choice.misconception === id)
      const met = pupils.filter((pupil) => pupil.answers.some(({ step }) => offers(step)))
      const held = met.filter((pupil) =>
        pupil.answers.some(({ choice }) => choice.misconception === id),
      )
      return { id, belief, truth, met: met.length, held: held.length }
    }),
    objectives: scenario.objectives.map(({ id, text }) => {
      const practised = answers.filter(
        ({ step }) => isJudged(step) && step.objectives?.includes(id),
      )
      const best = practised.filter(({ choice }) => choice.quality === 'best')
      return { id, text, practised: practised.length, best: best.length }
    }),
    again: againOf(scenario, results),
    ...(times.length
      ? {
          time: {
            median: median(times),
            shortest: times[0] ?? 0,
            longest: times.at(-1) ?? 0,
          },
        }
      : {}),
  }
}

/** The decisions most worth a talk: wrong answers first, then opinions that split; `most` at the most. */
export function pointsToDiscuss(report: ModuleReport, most = 5): DecisionReport[] {
  return report.decisions
    .filter(({ worth, met }) => met > 0 && (worth ?? 0) > 0)
    .sort((a, b) => (b.worth ?? 0) - (a.worth ?? 0))
    .slice(0, most)
}

function decisionReports(scenario: Scenario, answers: readonly Answer[]): DecisionReport[] {
  const byStep = new Map<string, Answer[]>()
  for (const answer of answers) {
    const list = byStep.get(answer.step.id)
    if (list) list.push(answer)
    else byStep.set(answer.step.id, [answer])
  }
  return scenario.steps.flatMap((step) => {
    if (step.kind !== 'decision') return []
    const given = byStep.get(step.id) ?? []
    const choices = step.choices.map((choice) => ({
      choice,
      count: given.filter((answer) => answer.choice.id === choice.id).length,
    }))
    const times = given
      .flatMap(({ seconds }) => (seconds === undefined ? [] : [seconds]))
      .sort((a, b) => a - b)
    return [
      {
        step,
        met: given.length,
        choices,
        ...(isJudged(step) && given.length ? { worth: worthOf(choices, given.length) } : {}),
        ...(times.length ? { seconds: median(times) } : {}),
      },
    ]
  })
}

/** Two thirds for the part of traps, one third for how evenly opinions split (entropy, 1 when all are equal). */
function worthOf(choices: DecisionReport['choices'], met: number): number {
  const parts = choices.map(({ choice, count }) => ({ choice, part: count / met }))
  const traps = parts.reduce(
    (sum, { choice, part }) => sum + (choice.quality === 'trap' ? part : 0),
    0,
  )
  const entropy = parts.reduce((sum, { part }) => (part ? sum - part * Math.log2(part) : sum), 0)
  return (2 * traps + entropy / Math.log2(Math.max(2, choices.length))) / 3
}

function againOf(scenario: Scenario, results: readonly Result[]): ModuleReport['again'] {
  const rank = (ending: string | undefined) => {
    const step = scenario.steps.find(({ id }) => id === ending)
    return step?.kind === 'ending' ? step.rank : 0
  }
  const again = results.filter((result) => (result.plays[scenario.id] ?? 0) > 1)
  const further = again.filter(
    (result) =>
      rank(runOf(result, scenario.id, 'best')?.ending) >
      rank(runOf(result, scenario.id, 'first')?.ending),
  )
  return { further: further.length, same: again.length - further.length }
}

/** The middle of a sorted list. */
function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 ? high : (low + high) / 2
}
