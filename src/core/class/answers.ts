import type { Choice, Scenario, StepOf } from '../scenario'
import type { Result, ResultRun } from './result'

/** Which of the runs of a pupil is looked at: the first shows what they believed, the best what they can do. */
export type Which = 'first' | 'best'

/** The run of a pupil on a module; undefined when none was handed in. */
export function runOf(result: Result, module: string, which: Which): ResultRun | undefined {
  const runs = result.runs
    .filter((run) => run.module === module)
    .sort((a, b) => a.attempt - b.attempt)
  return which === 'first' ? runs[0] : runs.at(-1)
}

/** One decision of a run, as the module of this device knows it. */
export interface Answer {
  step: StepOf<'decision'>
  choice: Choice
  seconds?: number
}

/** The decisions of a run, each once (the first time), in the order they were met. */
export function answersOf(scenario: Scenario, run: ResultRun): Answer[] {
  const steps = decisionsOf(scenario)
  const answers = new Map<string, Answer>()
  for (const { step: id, pick, seconds } of run.moves) {
    const step = steps.get(id)
    const choice = step?.choices.find((one) => one.id === pick)
    if (step && choice && !answers.has(id))
      answers.set(id, { step, choice, ...(seconds === undefined ? {} : { seconds }) })
  }
  return [...answers.values()]
}

/** Says whether a choice at that step is right or wrong: not at a first try, not in a sensitive scene. */
export function isJudged(step: StepOf<'decision'>): boolean {
  return !step.cold && !step.sensitive
}

const known = new WeakMap<Scenario, ReadonlyMap<string, StepOf<'decision'>>>()

function decisionsOf(scenario: Scenario): ReadonlyMap<string, StepOf<'decision'>> {
  const made =
    known.get(scenario) ??
    new Map(scenario.steps.flatMap((step) => (step.kind === 'decision' ? [[step.id, step]] : [])))
  known.set(scenario, made)
  return made
}
