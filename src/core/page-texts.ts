import type { Scenario } from './scenario'
import type { Part, TextAt } from './survey'

/** What a module says of itself: title, rules, misconceptions, meters, levels… */
export function identityTexts(scenario: Scenario): TextAt[] {
  const texts: TextAt[] = []
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
  return texts
}

/** What comes after the scene, and the part of the teacher. */
export function afterTexts({ after, teacher }: Scenario): TextAt[] {
  const texts: TextAt[] = []
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
  return texts
}
