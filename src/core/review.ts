import { dayNumber, dayOf, type Day } from './day'

/**
 * Days between two recalls of a card that is known. A fixed ladder: spacing helps (g 0.74), growing gaps add
 * nothing proven (Latimier and others 2021).
 */
export const GAPS = [1, 3, 7, 21] as const

/** One day's answer to one card, the only thing kept of a review. One a day: a day with a miss is a miss. */
export interface CardAnswer {
  /** `module/card`. */
  card: string
  on: Day
  known: boolean
}

/** Where a card stands. */
export interface CardState {
  /** How many gaps were passed in a row, from 0 to 4. */
  passed: number
  /** The next day to see it; undefined once every gap was passed. */
  due: Day | undefined
}

/**
 * Where a card stands today, from its answers alone. A clock that was wrong is not believed: an answer given
 * "after tomorrow" or before the card was met does not count until the calendar makes it possible.
 * One day of play on each side is left to those who cross time zones.
 * @param metOn the day its module was first finished
 * @param answers the answers to this card, in any order
 */
export function cardState(metOn: Day, answers: readonly CardAnswer[], today: Day): CardState {
  const now = dayNumber(today)
  const met = dayNumber(metOn)
  const isBelieved = met <= now + 1
  const first = isBelieved ? met - 1 : -Infinity
  const days = answers
    .map(({ on, known }) => ({ on: dayNumber(on), known }))
    .filter(({ on }) => on >= first && on <= now + 1)
    .sort((a, b) => a.on - b.on)

  let passed = 0
  let since = isBelieved ? met : -Infinity
  for (const { on, known } of days) {
    const gap = GAPS[passed]
    if (known && (gap === undefined || on < since + gap)) continue
    passed = known ? passed + 1 : 0
    since = on
  }
  const gap = GAPS[passed]
  if (gap === undefined) return { passed, due: undefined }
  return { passed, due: since === -Infinity ? today : dayOf(since + gap) }
}

/** A card as a schedule sees it. */
export interface Scheduled {
  /** `module/card`. */
  id: string
  metOn: Day
}

/** What is to be seen today, the longest awaited first, and the next day with something to see. */
export function schedule<Card extends Scheduled>(
  cards: readonly Card[],
  answers: readonly CardAnswer[],
  today: Day,
): { due: Card[]; next: Day | undefined; learnt: number } {
  const byCard = new Map<string, CardAnswer[]>()
  for (const answer of answers) {
    const others = byCard.get(answer.card)
    if (others) others.push(answer)
    else byCard.set(answer.card, [answer])
  }
  const due: { card: Card; on: Day }[] = []
  let next: Day | undefined
  let learnt = 0
  for (const card of cards) {
    const { due: on } = cardState(card.metOn, byCard.get(card.id) ?? [], today)
    if (on === undefined) learnt += 1
    else if (on <= today) due.push({ card, on })
    else if (next === undefined || on < next) next = on
  }
  due.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return { due: due.map(({ card }) => card), next, learnt }
}

/** The one answer a day keeps: whoever missed a card that day did not know it. Order does not matter. */
export function sameDay(one: CardAnswer, other: CardAnswer): CardAnswer {
  return one.known ? other : one
}
