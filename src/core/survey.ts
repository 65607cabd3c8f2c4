import { at } from './diagnostics'
import type { Condition, Effect, Line, Scenario, Step } from './scenario'

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
  readIdentity(found, scenario)
  scenario.steps.forEach((step, index) => readStep(found, step, `steps[${index}]`))
  readAfter(found, scenario)
  return found
}

function readIdentity({ texts }: Survey, scenario: Scenario): void {
  const put = (path: string, text: string, part: Part = 'label') => texts.push({ path, text, part })
  put('title', scenario.title, 'identity')
  put('summary', scenario.summary, 'identity')
  scenario.objectives.forEach((o, i) => put(`objectives[${i}].text`, o.text, 'identity'))
  scenario.rules.forEach((r, i) => put(`rules[${i}].text`, r.text, 'identity'))
  scenario.misconceptions.forEach((m, i) => {
    put(`misconceptions[${i}].belief`, m.belief, 'identity')
    put(`misconceptions[${i}].truth`, m.truth, 'truth')
  })
  scenario.cast.forEach((c, i) => put(`cast[${i}].role`, c.role))
  scenario.meters.forEach((meter, i) => {
    put(`meters[${i}].label`, meter.label)
    if (meter.kind === 'gauge')
      meter.levels.forEach((level, l) => put(`meters[${i}].levels[${l}].text`, level.text))
    else meter.items.forEach((item, l) => put(`meters[${i}].items[${l}].text`, item.text))
  })
  scenario.memory.forEach((m, i) => m.kind === 'text' && put(`memory[${i}].label`, m.label))
  scenario.levels.forEach((level, i) => {
    put(`levels[${i}].label`, level.label)
    put(`levels[${i}].summary`, level.summary)
  })
  scenario.variants.forEach((variant, i) => put(`variants[${i}].label`, variant.label))
}

function readStep(found: Survey, step: Step, path: string): void {
  const put = (key: string, text: string | undefined, part: Part) => {
    if (text !== undefined) found.texts.push({ path: `${path}.${key}`, text, part, step })
  }
  const lines = (key: string, said: readonly Line[] = []) =>
    said.forEach((line, i) => {
      const place = `${path}.${key}[${i}]`
      found.lines.push({ path: place, line, step })
      found.texts.push({ path: `${place}.text`, text: line.text, part: 'line', by: line.by, step })
      if (line.when) readCondition(found, line.when, `${place}.when`, step)
    })
  const effects = (key: string, list: readonly Effect[] = []) =>
    list.forEach((effect, i) => {
      const place = `${path}.${key}[${i}]`
      found.effects.push({ path: place, effect, step })
      if ('remember' in effect)
        found.texts.push({ path: `${place}.text`, text: effect.text, part: 'memory', step })
    })

  if ('lines' in step) lines('lines', step.lines)
  if ('prompt' in step) put('prompt', step.prompt, 'prompt')
  switch (step.kind) {
    case 'decision':
      put('hint', step.hint, 'hint')
      step.choices.forEach((choice, i) => {
        const key = `choices[${i}]`
        put(`${key}.text`, choice.text, 'choice')
        if (choice.when) readCondition(found, choice.when, `${path}.${key}.when`, step)
        effects(`${key}.effects`, choice.effects)
        lines(`${key}.reaction`, choice.reaction)
        put(`${key}.why`, choice.why, 'why')
        put(`${key}.next`, choice.next, 'next')
        put(`${key}.cause`, choice.cause, 'cause')
      })
      break
    case 'write':
      put('starter', step.starter, 'starter')
      put('example', step.example, 'example')
      put('why', step.why, 'why')
      effects('effects', step.effects)
      break
    case 'pick':
      step.options.forEach((option, i) => {
        put(`options[${i}].text`, option.text, 'option')
        put(`options[${i}].why`, option.why, 'why')
        effects(`options[${i}].effects`, option.effects)
      })
      lines('reaction', step.reaction)
      put('why', step.why, 'why')
      break
    case 'order':
      step.items.forEach((item, i) => put(`items[${i}].text`, item.text, 'option'))
      effects('effects', step.effects)
      put('why', step.why, 'why')
      break
    case 'say':
      put('sentence', step.sentence, 'sentence')
      break
    case 'model':
      for (const side of ['poor', 'good'] as const) {
        put(`${side}.title`, step[side].title, 'title')
        lines(`${side}.lines`, step[side].lines)
        put(`${side}.note`, step[side].note, 'why')
      }
      break
    case 'sensitive':
      put('notice', step.notice, 'notice')
      break
    case 'branch':
      step.ways.forEach((way, i) => readCondition(found, way.when, `${path}.ways[${i}].when`, step))
      break
    case 'ending':
      put('title', step.title, 'title')
      put('summary', step.summary, 'summary')
      put('retry.text', step.retry.text, 'retry')
      break
  }
}

function readCondition(found: Survey, condition: Condition, path: string, step: Step): void {
  if ('all' in condition)
    condition.all.forEach((c, i) => readCondition(found, c, at(`${path}.all`, i), step))
  else if ('any' in condition)
    condition.any.forEach((c, i) => readCondition(found, c, at(`${path}.any`, i), step))
  else if ('not' in condition) readCondition(found, condition.not, `${path}.not`, step)
  else found.questions.push({ path, question: condition, step })
}

function readAfter({ texts }: Survey, { after, teacher }: Scenario): void {
  const put = (path: string, text: string, part: Part) => texts.push({ path, text, part })
  put('after.reflection.question', after.reflection.question, 'after')
  after.reflection.reasons.forEach((r, i) => {
    put(`after.reflection.reasons[${i}].text`, r.text, 'after')
    put(`after.reflection.reasons[${i}].note`, r.note, 'after')
  })
  after.cards.forEach((card, i) => {
    put(`after.cards[${i}].front`, card.front, 'card')
    put(`after.cards[${i}].back`, card.back, 'card')
  })
  after.plans.forEach((plan, i) => {
    put(`after.plans[${i}].if`, plan.if, 'plan')
    put(`after.plans[${i}].then`, plan.then, 'plan')
  })
  put('after.sheet.title', after.sheet.title, 'sheet')
  after.sheet.sections.forEach((section, i) => {
    put(`after.sheet.sections[${i}].heading`, section.heading, 'sheet')
    section.lines.forEach((l, n) => put(`after.sheet.sections[${i}].lines[${n}]`, l, 'sheet'))
  })
  after.script.forEach((part, i) => {
    put(`after.script[${i}].label`, part.label, 'script')
    put(`after.script[${i}].text`, part.text, 'script')
  })
  put('after.task.text', after.task.text, 'after')
  put('after.task.ally', after.task.ally, 'after')
  after.confidence.forEach((c, i) => put(`after.confidence[${i}].text`, c.text, 'after'))
  put('after.nerves.text', after.nerves.text, 'after')
  after.situations.forEach((s, i) => {
    put(`after.situations[${i}].text`, s.text, 'after')
    s.options.forEach((o, n) => put(`after.situations[${i}].options[${n}].text`, o.text, 'after'))
    put(`after.situations[${i}].why`, s.why, 'after')
  })
  teacher.plan.forEach((p, i) => put(`teacher.plan[${i}].what`, p.what, 'teacher'))
  teacher.questions.forEach((q, i) => put(`teacher.questions[${i}]`, q, 'teacher'))
  put('teacher.disclosure', teacher.disclosure, 'teacher')
  teacher.tips?.forEach((tip, i) => put(`teacher.tips[${i}]`, tip, 'teacher'))
}
