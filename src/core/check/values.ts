import type { Diagnostic } from '../diagnostics'
import type { Effect } from '../scenario'
import type { Question } from '../survey'
import type { Rule, Subject } from './subject'

/** Meters out of their bounds, names used for what they are not, conditions that cannot vary. */
export const values: Rule = (subject) => {
  const found = meterProblems(subject)
  for (const { path, question } of subject.questions)
    found.push(...questionProblems(subject, question, path))
  for (const { path, effect } of subject.effects)
    found.push(...effectProblems(subject, effect, path))
  subject.scenario.steps.forEach((step, i) => {
    if (step.kind === 'write')
      found.push(...textProblems(subject, step.into, 'into', `steps[${i}].into`))
  })
  subject.scenario.levels.forEach(({ id }, i) => {
    if (!subject.scenario.variants.some(({ levels }) => levels.includes(id)))
      found.push({ code: 'level-without-variant', path: `levels[${i}]`, params: { id } })
  })
  return found
}

function meterProblems({ scenario, memory }: Subject): Diagnostic[] {
  return scenario.meters.flatMap((meter, i): Diagnostic[] => {
    const path = `meters[${i}]`
    if (meter.kind === 'checklist')
      return meter.items.flatMap(({ flag: id }, n): Diagnostic[] => {
        const kind = memory.get(id)?.kind
        const place = `${path}.items[${n}].flag`
        if (!kind) return [{ code: 'unknown-memory', path: place, params: { id } }]
        if (kind === 'flag') return []
        return [{ code: 'wrong-memory-kind', path: place, params: { id, use: 'item' } }]
      })
    const { id, min, max, start, levels } = meter
    if (min >= max) return [{ code: 'meter-bounds', path, params: { id, min, max } }]
    const found: Diagnostic[] = []
    if (start < min || start > max)
      found.push({ code: 'meter-start', path: `${path}.start`, params: { id, start, min, max } })
    const wrong = levels.findIndex(({ from }, n) =>
      n === 0 ? from !== min : from <= (levels[n - 1]?.from ?? min) || from > max,
    )
    if (wrong >= 0)
      found.push({
        code: 'meter-levels',
        path: `${path}.levels[${wrong}].from`,
        params: { id, min, max, from: levels[wrong]?.from ?? min },
      })
    return found
  })
}

function questionProblems(subject: Subject, question: Question, path: string): Diagnostic[] {
  if ('given' in question) return textProblems(subject, question.given, 'given', `${path}.given`)
  if (!('compare' in question)) return []
  const { compare: id, is, to } = question
  const meter = subject.meters.get(id)
  const kind = subject.memory.get(id)?.kind
  if (!meter && !kind) return [{ code: 'unknown-meter', path: `${path}.compare`, params: { id } }]
  if (!meter && kind === 'text')
    return [{ code: 'wrong-memory-kind', path: `${path}.compare`, params: { id, use: 'compare' } }]
  const fits = !meter && kind === 'flag' ? isEqualityOf('boolean') : typeof to === 'number'
  if (!fits)
    return [
      {
        code: 'wrong-value-kind',
        path: `${path}.to`,
        params: { id, value: `${is} ${String(to)}` },
      },
    ]
  if (!meter || typeof to !== 'number') return []
  const { min, max } =
    meter.kind === 'gauge' ? meter : { min: 0, max: new Set(meter.items.map((x) => x.flag)).size }
  if (min >= max) return []
  const verdict = verdictOf(is, to, min, max)
  return verdict ? [{ code: verdict, path: `${path}.to`, params: { id, min, max, to } }] : []

  function isEqualityOf(type: string): boolean {
    return typeof to === type && (is === '=' || is === '!=')
  }
}

type Comparison = Extract<Question, { compare: string }>['is']

/** Whether a comparison can only give one answer for a value between min and max. */
function verdictOf(is: Comparison, to: number, min: number, max: number) {
  const [always, never] = {
    '=': [false, to < min || to > max],
    '!=': [to < min || to > max, false],
    '<': [max < to, min >= to],
    '<=': [max <= to, min > to],
    '>': [min > to, max <= to],
    '>=': [min >= to, max < to],
  }[is]
  return always ? 'condition-always' : never ? 'condition-never' : undefined
}

function effectProblems(subject: Subject, effect: Effect, path: string): Diagnostic[] {
  if ('remember' in effect)
    return textProblems(subject, effect.remember, 'remember', `${path}.remember`)
  const [use, id] =
    'add' in effect ? (['add', effect.add] as const) : (['set', effect.set] as const)
  const meter = subject.meters.get(id)
  const kind = meter?.kind ?? subject.memory.get(id)?.kind
  if (!kind) return [{ code: 'unknown-meter', path: `${path}.${use}`, params: { id } }]
  const allowed = use === 'add' ? ['gauge', 'number'] : ['flag', 'number']
  if (!allowed.includes(kind))
    return [{ code: 'wrong-memory-kind', path: `${path}.${use}`, params: { id, use } }]
  if ('set' in effect && typeof effect.to !== (kind === 'flag' ? 'boolean' : 'number'))
    return [
      { code: 'wrong-value-kind', path: `${path}.to`, params: { id, value: String(effect.to) } },
    ]
  return []
}

function textProblems(
  { memory }: Subject,
  id: string,
  use: 'given' | 'into' | 'remember',
  path: string,
): Diagnostic[] {
  const kind = memory.get(id)?.kind
  if (!kind) return [{ code: 'unknown-memory', path, params: { id } }]
  return kind === 'text' ? [] : [{ code: 'wrong-memory-kind', path, params: { id, use } }]
}
