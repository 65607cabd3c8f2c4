import type { Code, Diagnostic } from '../diagnostics'
import { waysOut } from '../graph'
import type { Step } from '../scenario'
import type { Question } from '../survey'
import type { Rule, Subject } from './subject'

const SPEAKERS = ['coach', 'narrator', 'me']

/** Names that lead nowhere: steps, speakers, objectives, rules, facts, meters, memory, levels… */
export const references: Rule = (subject) => {
  const { scenario, graph, facts } = subject
  const found: Diagnostic[] = []
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id))
  const lookUp = (
    code: Code,
    known: Pick<ReadonlySet<string>, 'has'>,
    path: string,
    id: string | undefined,
  ) => {
    if (id !== undefined && !known.has(id)) found.push({ code, path, params: { id } })
  }

  const objectives = ids(scenario.objectives)
  const rules = ids(scenario.rules)
  const misconceptions = ids(scenario.misconceptions)
  const speakers = new Set([...SPEAKERS, ...ids(scenario.cast)])
  const levels = ids(scenario.levels)
  const variants = ids(scenario.variants)
  const declared = new Set(scenario.facts)

  if (facts) scenario.facts.forEach((id, i) => lookUp('unknown-fact', facts, `facts[${i}]`, id))
  scenario.variants.forEach((variant, i) =>
    variant.levels.forEach((id, l) =>
      lookUp('unknown-level', levels, `variants[${i}].levels[${l}]`, id),
    ),
  )
  lookUp('unknown-target', graph.indexOf, 'start', scenario.start)

  scenario.steps.forEach((step, i) => {
    const path = `steps[${i}]`
    for (const way of waysOut(step))
      lookUp('unknown-target', graph.indexOf, `${path}.${way.path}`, way.to)
    if ('objectives' in step)
      step.objectives?.forEach((id, o) =>
        lookUp('unknown-objective', objectives, `${path}.objectives[${o}]`, id),
      )
    if (step.kind === 'decision')
      step.choices.forEach((choice, c) => {
        const place = `${path}.choices[${c}]`
        lookUp('unknown-rule', rules, `${place}.rule`, choice.rule)
        lookUp(
          'unknown-misconception',
          misconceptions,
          `${place}.misconception`,
          choice.misconception,
        )
        lookUp('undeclared-fact', declared, `${place}.fact`, choice.fact)
      })
    if (step.kind === 'sensitive')
      step.help.forEach((id, h) => lookUp('unknown-help', declared, `${path}.help[${h}]`, id))
    if (step.kind === 'ending' && !isPlayed(subject, step.retry.step))
      found.push({
        code: 'unknown-retry',
        path: `${path}.retry.step`,
        params: { id: step.retry.step },
      })
  })

  for (const { path, line } of subject.lines)
    lookUp('unknown-speaker', speakers, `${path}.by`, line.by)
  for (const { path, question } of subject.questions) {
    if ('seen' in question && !canBeSeen(subject, question))
      found.push({ code: 'unknown-seen', path: `${path}.seen`, params: { id: question.seen } })
    if ('level' in question)
      question.level.forEach((id, l) => lookUp('unknown-level', levels, `${path}.level[${l}]`, id))
    if ('variant' in question)
      question.variant.forEach((id, l) =>
        lookUp('unknown-variant', variants, `${path}.variant[${l}]`, id),
      )
  }

  const about = new Set([...objectives, ...rules, ...misconceptions])
  scenario.after.cards.forEach((card, i) =>
    card.about.forEach((id, a) =>
      lookUp('unknown-about', about, `after.cards[${i}].about[${a}]`, id),
    ),
  )
  return found
}

/** Whether the learner does something at this step, so that it can be played again. */
function isPlayed({ graph }: Subject, id: string): boolean {
  const step = graph.steps[graph.indexOf.get(id) ?? -1]
  return step !== undefined && !['ending', 'branch', 'draw'].includes(step.kind)
}

/** Whether `step` or `step/choice` names something a play can leave behind. */
function canBeSeen({ graph }: Subject, { seen }: Extract<Question, { seen: string }>): boolean {
  const [id = '', mark] = seen.split('/')
  const step = graph.steps[graph.indexOf.get(id) ?? -1]
  if (!step || step.kind === 'ending') return false
  return mark === undefined || marksOf(step).includes(mark)
}

function marksOf(step: Step): readonly string[] {
  if (step.kind === 'decision') return step.choices.map(({ id }) => id)
  if (step.kind === 'sensitive') return ['full', 'short', 'skip']
  if (step.kind === 'order') return ['right']
  return step.kind === 'write' ? ['written'] : []
}
