import type { Scenario } from '../scenario'
import { questionsOf, toAsk, type Ask, type Setting } from './ask'
import { answerTo } from './known'
import type { Place, Places } from './places'

/** A condition where it is printed: without what is sure there, and with what the last paragraph says. */
export type Settled =
  | Exclude<Ask, { all: Ask[] } | { any: Ask[] }>
  /** The places one may come from for it to hold. */
  | { from: string[] }
  | { all: Settled[] }
  | { any: Settled[] }

/** More places than these are too many to compare: a word is easier. */
const MOST_FROM = 3

/** Makes a condition as short as the place allows. */
export function settled(ask: Ask, place: Place, places: Places, scenario: Scenario): Settled {
  const known = places.known.get(place.key)
  const answer = known && answerTo(ask, known, scenario)
  if (answer !== undefined) return answer
  const from = cameFrom(ask, place, places, scenario)
  if (from) return { from }
  if (typeof ask === 'boolean' || !('all' in ask || 'any' in ask)) return ask
  const isAll = 'all' in ask
  const parts = (isAll ? ask.all : ask.any)
    .map((part) => settled(part, place, places, scenario))
    .filter((part) => part !== isAll)
  if (parts.includes(!isAll)) return !isAll
  const [only, ...more] = parts
  if (only === undefined) return isAll
  return more.length ? (isAll ? { all: parts } : { any: parts }) : only
}

/** The conditions that are read at a place, as they are printed there. */
export function settledAt(place: Place, places: Places, setting: Setting): Settled[] {
  const { step, kind, answer } = place
  const { scenario } = setting
  const conditions = () => {
    if (kind === 'fork') return []
    if (kind === 'answer') {
      if (step.kind === 'pick') return step.reaction ?? []
      if (step.kind !== 'decision') return []
      return step.choices.find(({ id }) => id === answer)?.reaction ?? []
    }
    const lines = 'lines' in step ? step.lines : []
    return step.kind === 'model' ? [...lines, ...step.poor.lines, ...step.good.lines] : lines
  }
  const asks = conditions().map(({ when }) => toAsk(when, setting))
  const ways = (places.ways.get(place.key) ?? []).map(({ ask }) => ask)
  return [...asks, ...ways].map((ask) => settled(ask, place, places, scenario))
}

/** The questions of a settled condition that the sheet must answer. */
export function questionsIn(ask: Settled): ReturnType<typeof questionsOf> {
  if (typeof ask === 'boolean' || 'from' in ask) return []
  if ('all' in ask) return ask.all.flatMap(questionsIn)
  if ('any' in ask) return ask.any.flatMap(questionsIn)
  return questionsOf(ask)
}

/** The places a reader comes from when it holds, if the last place alone tells; undefined otherwise. */
function cameFrom(
  ask: Ask,
  place: Place,
  places: Places,
  scenario: Scenario,
): string[] | undefined {
  const ways = places.into.get(place.key) ?? []
  if (place.key === places.first || ways.length < 2) return undefined
  const answers = new Map<string, boolean>()
  for (const { from, known } of ways) {
    const answer = answerTo(ask, known, scenario)
    if (answer === undefined || (answers.get(from) ?? answer) !== answer) return undefined
    answers.set(from, answer)
  }
  const from = [...answers].flatMap(([key, holds]) => (holds ? [key] : []))
  return from.length <= MOST_FROM ? from : undefined
}
