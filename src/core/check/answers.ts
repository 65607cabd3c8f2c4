import type { Diagnostic } from '../diagnostics'
import type { StepOf } from '../scenario'
import type { Rule } from './subject'

/** Questions without a right answer, choices without advice, decisions that could lock the learner in. */
export const answers: Rule = ({ scenario }) => {
  const found: Diagnostic[] = []
  scenario.steps.forEach((step, i) => {
    if (step.kind === 'decision') found.push(...decisionProblems(step, `steps[${i}]`))
    if (step.kind === 'pick') found.push(...pickProblems(step, `steps[${i}]`))
  })
  const { reflection, situations } = scenario.after
  const right = reflection.reasons.filter((reason) => reason.right).length
  if (right !== 1)
    found.push({ code: 'reflection-right', path: 'after.reflection', params: { count: right } })
  situations.forEach(({ id, options }, i) => {
    const best = options.filter((option) => option.best).length
    if (best !== 1)
      found.push({
        code: 'situation-best',
        path: `after.situations[${i}]`,
        params: { id, count: best },
      })
  })
  return found
}

function decisionProblems(step: StepOf<'decision'>, path: string): Diagnostic[] {
  const { id, choices, sensitive } = step
  const found: Diagnostic[] = []
  choices.forEach((choice, i) => {
    if (choice.quality !== 'best' && choice.next === undefined)
      found.push({ code: 'missing-next', path: `${path}.choices[${i}]`, params: { id: choice.id } })
  })
  // In a sensitive scene several answers are right: none has to be the best.
  if (!sensitive && !choices.some(({ quality }) => quality === 'best'))
    found.push({ code: 'no-best', path, params: { id } })
  if (choices.every((choice) => choice.when)) found.push({ code: 'may-lock', path, params: { id } })
  return found
}

function pickProblems(step: StepOf<'pick'>, path: string): Diagnostic[] {
  const { id, least, most, options } = step
  const params = { id, least, most }
  if (least > most || most > options.length)
    return [{ code: 'pick-limits', path, params: { ...params, count: options.length } }]
  const good = options.filter((option) => option.good).length
  // More good answers than one may tick is fair: each of them is right.
  return good < least ? [{ code: 'pick-unfair', path, params: { ...params, good } }] : []
}
