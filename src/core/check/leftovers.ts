import type { Code, Diagnostic } from '../diagnostics'
import { tokens } from '../text'
import type { Rule, Subject } from './subject'

/** What is declared and never used: it would confuse the next author. */
export const leftovers: Rule = (subject) => {
  const { scenario } = subject
  const found: Diagnostic[] = []
  const unused = (
    code: Code,
    path: string,
    list: readonly { id: string }[],
    used: Pick<ReadonlySet<string>, 'has'>,
  ) =>
    list.forEach(({ id }, i) => {
      if (!used.has(id)) found.push({ code, path: `${path}[${i}]`, params: { id } })
    })

  const choices = scenario.steps.flatMap((step) => (step.kind === 'decision' ? step.choices : []))
  const objectives = scenario.steps.flatMap((step) =>
    'objectives' in step ? (step.objectives ?? []) : [],
  )
  const inTexts = mentioned(subject)
  const help = scenario.steps.flatMap((step) => (step.kind === 'sensitive' ? step.help : []))

  unused('unused-objective', 'objectives', scenario.objectives, new Set(objectives))
  unused('unused-rule', 'rules', scenario.rules, new Set(choices.map(({ rule }) => rule ?? '')))
  unused(
    'unused-misconception',
    'misconceptions',
    scenario.misconceptions,
    new Set(choices.map(({ misconception }) => misconception ?? '')),
  )
  unused(
    'unused-fact',
    'facts',
    scenario.facts.map((id) => ({ id })),
    new Set([...inTexts.facts, ...help, ...choices.map(({ fact }) => fact ?? '')]),
  )
  unused('unused-character', 'cast', scenario.cast, new Set(subject.lines.map((x) => x.line.by)))

  const moved = new Set(
    subject.effects.flatMap(({ effect }) => ('add' in effect ? [effect.add] : [])),
  )
  scenario.meters.forEach(({ kind, id }, i) => {
    if (kind === 'gauge' && !moved.has(id))
      found.push({ code: 'unused-meter', path: `meters[${i}]`, params: { id } })
  })
  found.push(...memoryLeftovers(subject, inTexts.memory), ...sameVariants(subject))
  return found
}

/** The facts and the memories named by tokens. */
function mentioned({ texts }: Subject): { facts: Set<string>; memory: Set<string> } {
  const facts = new Set<string>()
  const memory = new Set<string>()
  for (const { text } of texts) {
    if (!text.includes('{')) continue
    for (const token of tokens(text)) {
      if (token.kind === 'fact') facts.add(token.id)
      if (token.kind === 'memory') memory.add(token.id)
    }
  }
  return { facts, memory }
}

function memoryLeftovers(subject: Subject, inTexts: ReadonlySet<string>): Diagnostic[] {
  const read = new Set(inTexts)
  const written = new Set<string>()
  for (const { question } of subject.questions) {
    if ('compare' in question) read.add(question.compare)
    if ('given' in question) read.add(question.given)
  }
  for (const meter of subject.scenario.meters)
    if (meter.kind === 'checklist') for (const { flag } of meter.items) read.add(flag)
  for (const { effect } of subject.effects)
    written.add('add' in effect ? effect.add : 'set' in effect ? effect.set : effect.remember)
  for (const step of subject.scenario.steps) if (step.kind === 'write') written.add(step.into)

  return subject.scenario.memory.flatMap(({ id }, i): Diagnostic[] => {
    const path = `memory[${i}]`
    if (!read.has(id)) return [{ code: 'unused-memory', path, params: { id } }]
    return written.has(id) ? [] : [{ code: 'unset-memory', path, params: { id } }]
  })
}

/** Of the variants no condition names, the first is the plain story; any other is a copy of it. */
function sameVariants({ scenario, questions }: Subject): Diagnostic[] {
  const named = new Set(
    questions.flatMap((x) => ('variant' in x.question ? x.question.variant : [])),
  )
  return scenario.variants
    .map(({ id }, i) => ({ id, path: `variants[${i}]` }))
    .filter(({ id }) => !named.has(id))
    .slice(1)
    .map(({ id, path }) => ({ code: 'unused-variant', path, params: { id } }))
}
