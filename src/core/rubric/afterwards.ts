import type { Material } from './material'
import { percent, type Detail, type Row } from './row'
import { wordRuns } from './words'

/** T1: five to eight cards, 60 % of « que dis-tu, que fais-tu », short, every rule and misconception recalled. */
export function reviewCards({ scenario, count }: Material): Row {
  const { cards } = scenario.after
  const details: Detail[] = []
  cards.forEach(({ id, front, back }, i) => {
    const path = `after.cards[${i}]`
    if (count(front) > 20)
      details.push({ code: 'long-front', path, params: { id, count: count(front) } })
    if (count(back) > 30)
      details.push({ code: 'long-back', path, params: { id, count: count(back) } })
  })
  const recalled = new Set(cards.flatMap(({ about }) => about))
  for (const list of ['rules', 'misconceptions'] as const)
    scenario[list].forEach(({ id }, i) => {
      if (!recalled.has(id))
        details.push({ code: 'no-card', path: `${list}[${i}]`, params: { id } })
    })
  const acting = percent(
    cards.filter(({ kind }) => kind === 'say' || kind === 'do').length,
    cards.length,
  )
  return {
    row: 'T1',
    value: `${cards.length} ; ${acting} % ; ${details.length}`,
    threshold: '5–8 ; ≥ 60 % ; 0',
    ok: cards.length >= 5 && cards.length <= 8 && acting >= 60 && details.length === 0,
    details,
  }
}

/** T2: four if-then plans at least, one against an obstacle, 15 words a part; a script; a sheet of 120 words at most. */
export function realLifeEnd({ scenario, count }: Material): Row {
  const { plans, sheet, script } = scenario.after
  const details: Detail[] = []
  plans.forEach((plan, i) => {
    const longest = Math.max(count(plan.if), count(plan.then))
    if (longest > 15)
      details.push({ code: 'long-plan', path: `after.plans[${i}]`, params: { count: longest } })
  })
  if (!plans.some(({ obstacle }) => obstacle))
    details.push({ code: 'no-obstacle', path: 'after.plans', params: {} })
  if (!script.length) details.push({ code: 'no-script', path: 'after.script', params: {} })
  const sheetWords = sheet.sections.reduce(
    (sum, { heading, lines }) =>
      sum + count(heading) + lines.reduce((inner, line) => inner + count(line), 0),
    count(sheet.title),
  )
  return {
    row: 'T2',
    value: `${plans.length} ; ${sheetWords} ; ${details.length}`,
    threshold: '≥ 4 ; ≤ 120 ; 0',
    ok: plans.length >= 4 && sheetWords <= 120 && details.length === 0,
    details,
  }
}

/** T3: three questions of confidence, and four situations at least that are not copied from the story. */
export function beforeAndAfter({ scenario, texts, read }: Material): Row {
  const { confidence, situations } = scenario.after
  const story = new Set(texts.flatMap(({ step, text }) => (step ? wordRuns(read(text)) : [])))
  const details = situations.flatMap(({ id, text, options }, i): Detail[] => {
    const copied = [text, ...options.map((option) => option.text)]
      .flatMap((own) => wordRuns(read(own)))
      .find((run) => story.has(run))
    return copied
      ? [{ code: 'copied', path: `after.situations[${i}]`, params: { id, text: copied } }]
      : []
  })
  return {
    row: 'T3',
    value: `${confidence.length} ; ${situations.length} ; ${details.length}`,
    threshold: '3 ; ≥ 4 ; 0',
    ok: confidence.length === 3 && situations.length >= 4 && details.length === 0,
    details,
  }
}

/** K1: a plan of 55 minutes and three questions for the class; what to do if a pupil confides is asked by the format. */
export function teacherKit({ scenario }: Material): Row {
  const { plan, questions } = scenario.teacher
  const minutes = plan.reduce((sum, part) => sum + part.minutes, 0)
  return {
    row: 'K1',
    value: `${minutes} ; ${questions.length}`,
    threshold: '55 ; 3',
    ok: minutes === 55 && questions.length === 3,
    details: [],
  }
}
