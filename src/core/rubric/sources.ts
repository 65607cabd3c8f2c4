import type { Fact } from '../fact'
import type { Material } from './material'
import { percent, type Detail, type Row } from './row'

/** Oldest check allowed, in days. */
const FRESH = { amount: 90, other: 180 }

/** F1: every declared fact has its source and dates; 90 % are official; amounts past their review date block, others warn. */
export function factsSourced({ scenario, facts, today }: Material): Row {
  const used = scenario.facts.flatMap((id) => facts.get(id) ?? [])
  const details: Detail[] = []
  let blocking = 0
  let late = 0
  const official = percent(used.filter((fact) => fact.official).length, used.length)
  scenario.facts.forEach((id, i) => {
    const fact = facts.get(id)
    if (!fact) return
    const path = `facts[${i}]`
    for (const code of missing(fact)) {
      blocking += 1
      details.push({ code, path, params: { id } })
    }
    if (official < 90 && !fact.official)
      details.push({ code: 'not-official', path, params: { id } })
    const age = daysBetween(fact.checkedOn, today)
    const isOld = age > (fact.amount ? FRESH.amount : FRESH.other)
    if (!isOld && today <= fact.reviewBy) return
    late += 1
    if (fact.amount) blocking += 1
    details.push({
      code: fact.amount ? 'amount-late' : 'fact-late',
      path,
      params: { id, age, reviewBy: fact.reviewBy },
    })
  })
  return {
    row: 'F1',
    value: `${used.length} ; ${official} % ; ${late}`,
    threshold: '≥ 90 % ; 0',
    ok: blocking === 0 && (used.length === 0 || official >= 90),
    details,
  }
}

function missing(fact: Fact): string[] {
  const found: string[] = []
  if (!fact.source.trim()) found.push('no-source')
  if (!fact.url.startsWith('https://')) found.push('no-url')
  if (![fact.checkedOn, fact.reviewBy].every((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)))
    found.push('no-date')
  return found
}

/** Days from one `YYYY-MM-DD` to another, by the proleptic Gregorian calendar. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** Days since 1 March of year 0 (Hinnant 2013, « days from civil »). */
function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const y = month <= 2 ? year - 1 : year
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + ofYear
}

const SPELLED =
  '(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille)'
const UNIT = '(?:ans|mois|euros|€|%|pour cent)'

/** Numbers in digits, and numbers in letters before a unit that matters. Ordinals (3e, 2de) are no figures. */
const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])\d[\d\u00a0\u202f ]*(?:,\d+)?(?!\d)(?!(?:er|re|e|de|nde|ème)(?!\p{L}))|(?<!\p{L})${SPELLED}(?:-${SPELLED})?(?= ${UNIT}(?!\p{L}))`,
  'giu',
)

/** Words of amounts of time, money or quantity: after them even a small figure is a fact. */
const FACT_UNIT =
  /^\s*(?:ans?|mois|jours?|semaines?|h(?!\p{L})|heures?|min(?!\p{L})|minutes|€|euros?|%|km|kilomètres?)/iu

/**
 * F2: every figure the learner reads belongs to a declared fact or to the `fiction` of the story.
 * A single digit without a unit (« 2 questions ») is a way of speaking and is let through.
 */
export function figuresSourced({ scenario, facts, texts }: Material): Row {
  const declared = scenario.facts.flatMap((id) => {
    const fact = facts.get(id)
    return fact ? [fact.value ?? '', fact.text] : []
  })
  const known = new Set([...declared, ...scenario.fiction].flatMap((text) => [...figures(text)]))
  const details: Detail[] = []
  for (const { path, text, part } of texts) {
    if (path.startsWith('teacher.plan') || part === 'label') continue
    // Tokens come from facts and memory; a figure of a fact is sourced by nature.
    const own = text.replace(/\{fact:[^}]*\}/gu, '')
    for (const found of figures(own)) {
      if (known.has(found)) continue
      details.push({ code: 'orphan-figure', path, params: { figure: found } })
    }
  }
  return {
    row: 'F2',
    value: String(details.length),
    threshold: '0',
    ok: details.length === 0,
    details,
  }
}

/** The figures of a text, written one way: no space inside, letters small. */
function figures(text: string): Set<string> {
  const found = new Set<string>()
  for (const match of text.matchAll(FIGURE)) {
    const figure = match[0]
      .trim()
      .toLowerCase()
      .replace(/[\s\u00a0\u202f]/gu, '')
    const after = text.slice(match.index + match[0].trimEnd().length)
    if (/^\d$/.test(figure) && !FACT_UNIT.test(after)) continue
    found.add(figure)
  }
  return found
}
