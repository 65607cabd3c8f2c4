import { afterTexts, identityTexts } from './page-texts'
import type { Choice, Condition, Effect, Line, Scenario, Step } from './scenario'

/** What a text is for. Budgets and tones differ by part. */
export type Part =
  | 'identity'
  | 'label'
  | 'line'
  | 'prompt'
  | 'hint'
  | 'choice'
  | 'option'
  | 'why'
  | 'next'
  | 'cause'
  | 'starter'
  | 'example'
  | 'sentence'
  | 'title'
  | 'summary'
  | 'notice'
  | 'retry'
  | 'memory'
  | 'truth'
  | 'card'
  | 'plan'
  | 'sheet'
  | 'script'
  | 'after'
  | 'teacher'

/** A text of the module and where it stands. */
export interface TextAt {
  path: string
  text: string
  part: Part
  /** Who says it, for a line. */
  by?: string
  step?: Step
}

/** One question of a condition: a leaf, never `all`, `any` or `not`. */
export type Question = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

/** Everything a module mentions, with its place. */
export interface Survey {
  texts: TextAt[]
  lines: { path: string; line: Line; step: Step }[]
  questions: { path: string; question: Question; step: Step }[]
  effects: { path: string; effect: Effect; step: Step }[]
}

/** Reads a module once from top to bottom and lists its texts, lines, questions and effects. */
export function survey(scenario: Scenario): Survey {
  const found: Survey = { texts: [], lines: [], questions: [], effects: [] }
  found.texts.push(...identityTexts(scenario))
  scenario.steps.forEach((step, index) => readStep(found, step, `steps[${index}]`))
  found.texts.push(...afterTexts(scenario))
  return found
}

/** A step being read: where what is found goes, and the path of the step. */
interface Reader {
  found: Survey
  step: Step
  path: string
}

function readStep(found: Survey, step: Step, path: string): void {
  const reader = { found, step, path }
  if ('lines' in step) lines(reader, 'lines', step.lines)
  if ('prompt' in step) put(reader, 'prompt', step.prompt, 'prompt')
  switch (step.kind) {
    case 'decision':
      put(reader, 'hint', step.hint, 'hint')
      step.choices.forEach((choice, i) => readChoice(reader, choice, `choices[${i}]`))
      break
    case 'write':
      put(reader, 'starter', step.starter, 'starter')
      put(reader, 'example', step.example, 'example')
      put(reader, 'why', step.why, 'why')
      effects(reader, 'effects', step.effects)
      break
    case 'pick':
      step.options.forEach((option, i) => {
        put(reader, `options[${i}].text`, option.text, 'option')
        put(reader, `options[${i}].why`, option.why, 'why')
        effects(reader, `options[${i}].effects`, option.effects)
      })
      lines(reader, 'reaction', step.reaction)
      put(reader, 'why', step.why, 'why')
      break
    case 'order':
      step.items.forEach((item, i) => put(reader, `items[${i}].text`, item.text, 'option'))
      effects(reader, 'effects', step.effects)
      put(reader, 'why', step.why, 'why')
      break
    case 'say':
      put(reader, 'sentence', step.sentence, 'sentence')
      break
    case 'model':
      for (const side of ['poor', 'good'] as const) {
        put(reader, `${side}.title`, step[side].title, 'title')
        lines(reader, `${side}.lines`, step[side].lines)
        put(reader, `${side}.note`, step[side].note, 'why')
      }
      break
    case 'sensitive':
      put(reader, 'notice', step.notice, 'notice')
      break
    case 'branch':
      step.ways.forEach((way, i) => readCondition(reader, way.when, `${path}.ways[${i}].when`))
      break
    case 'ending':
      put(reader, 'title', step.title, 'title')
      put(reader, 'summary', step.summary, 'summary')
      put(reader, 'retry.text', step.retry.text, 'retry')
      break
  }
}

function readChoice(reader: Reader, choice: Choice, key: string): void {
  put(reader, `${key}.text`, choice.text, 'choice')
  if (choice.when) readCondition(reader, choice.when, `${reader.path}.${key}.when`)
  effects(reader, `${key}.effects`, choice.effects)
  lines(reader, `${key}.reaction`, choice.reaction)
  put(reader, `${key}.why`, choice.why, 'why')
  put(reader, `${key}.next`, choice.next, 'next')
  put(reader, `${key}.cause`, choice.cause, 'cause')
}

function put({ found, step, path }: Reader, key: string, text: string | undefined, part: Part) {
  if (text !== undefined) found.texts.push({ path: `${path}.${key}`, text, part, step })
}

function lines(reader: Reader, key: string, said: readonly Line[] | undefined): void {
  const { found, step, path } = reader
  said?.forEach((line, i) => {
    const place = `${path}.${key}[${i}]`
    found.lines.push({ path: place, line, step })
    found.texts.push({ path: `${place}.text`, text: line.text, part: 'line', by: line.by, step })
    if (line.when) readCondition(reader, line.when, `${place}.when`)
  })
}

function effects({ found, step, path }: Reader, key: string, list: readonly Effect[] | undefined) {
  list?.forEach((effect, i) => {
    const place = `${path}.${key}[${i}]`
    found.effects.push({ path: place, effect, step })
    if ('remember' in effect)
      found.texts.push({ path: `${place}.text`, text: effect.text, part: 'memory', step })
  })
}

function readCondition(reader: Reader, condition: Condition, path: string): void {
  if ('all' in condition)
    condition.all.forEach((c, i) => readCondition(reader, c, `${path}.all[${i}]`))
  else if ('any' in condition)
    condition.any.forEach((c, i) => readCondition(reader, c, `${path}.any[${i}]`))
  else if ('not' in condition) readCondition(reader, condition.not, `${path}.not`)
  else reader.found.questions.push({ path, question: condition, step: reader.step })
}
