/** The most cards of one sitting: at twenty seconds a card, some of them seen twice, it lasts two to five minutes. */
export const MOST_CARDS = 10
const SECONDS_A_CARD = 20

/** A sitting: the cards still to be seen, the first one shown. Each is its id. */
export interface Sitting {
  queue: readonly string[]
  /** How many different cards it began with, and how many are done. */
  all: number
  done: number
  /** The cards missed at least once. */
  missed: ReadonlySet<string>
}

/** Begins a sitting with the first of the cards that are due. */
export function sit(due: readonly string[]): Sitting {
  const queue = due.slice(0, MOST_CARDS)
  return { queue, all: queue.length, done: 0, missed: new Set() }
}

/** The sitting after the card shown was rated. A missed card comes back after the two that follow, until it is known. */
export function rated(sitting: Sitting, known: boolean): Sitting {
  const [card, ...rest] = sitting.queue
  if (card === undefined) return sitting
  if (known) return { ...sitting, queue: rest, done: sitting.done + 1 }
  const queue = [...rest.slice(0, 2), card, ...rest.slice(2)]
  return { ...sitting, queue, missed: new Set(sitting.missed).add(card) }
}

/** About how many minutes so many cards take, from 1 to 5. */
export function minutesOf(cards: number): number {
  const seconds = Math.min(cards, MOST_CARDS) * SECONDS_A_CARD
  return Math.max(1, Math.ceil(seconds / 60))
}
