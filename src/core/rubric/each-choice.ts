import type { Choice, StepOf } from '../scenario'
import type { Material } from './material'
import type { Detail } from './row'

/** What is wrong with a choice: a code and what its sentence needs beside the step and the choice. */
export type Problem = Pick<Detail, 'code' | 'params'>

/** Looks at every choice of every decision; `details` has one finding at most for each. */
export function eachChoice(
  { steps }: Material['scenario'],
  problem: (choice: Choice, step: StepOf<'decision'>) => Problem | undefined,
): { all: number; details: Detail[] } {
  let all = 0
  const details = steps.flatMap((step, s) => {
    if (step.kind !== 'decision') return []
    return step.choices.flatMap((choice, c): Detail[] => {
      all += 1
      const found = problem(choice, step)
      if (!found) return []
      const params = { step: step.id, id: choice.id, ...found.params }
      return [{ code: found.code, path: `steps[${s}].choices[${c}]`, params }]
    })
  })
  return { all, details }
}
