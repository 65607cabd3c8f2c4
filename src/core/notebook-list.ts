import type { Contact, ContactState } from './notebook'
import { fold } from './search/fold'

/** The orders of the list: by the next step, by name, by the last change. */
export const ORDERS = ['next', 'name', 'recent'] as const
export type Order = (typeof ORDERS)[number]

/** What the list is asked to show. */
export interface Question {
  words: string
  state: ContactState | undefined
  order: Order
}

/** A card whose words can be searched. They are made ready once, when first asked for: thousands of adverts take time. */
export interface Searchable {
  contact: Contact
  name: string
  readonly words: string
}

/** Makes a card searchable: accents and capitals do not count, nor the spaces of a phone number. */
export function searchable(contact: Contact): Searchable {
  const name = fold(contact.name)
  let words: string | undefined
  return {
    contact,
    name,
    get words() {
      return (words ??= ` ${name} ${otherWords(contact)}`)
    },
  }
}

function otherWords({ person, reach, next, note, advert }: Contact): string {
  return fold([person, reach, reach?.replace(/\D/g, ''), next, note, advert].join(' '))
}

/** The cards that hold every word asked for (or one that begins so), in the order asked for. */
export function answerTo(
  { words, state, order }: Question,
  cards: readonly Searchable[],
): Contact[] {
  const wanted = fold(words).split(' ').filter(Boolean)
  return cards
    .filter(({ contact }) => state === undefined || contact.state === state)
    .filter((card) => wanted.every((word) => card.words.includes(` ${word}`)))
    .sort(BY[order])
    .map(({ contact }) => contact)
}

const BY: Record<Order, (a: Searchable, b: Searchable) => number> = {
  // Answered cards rest at the end; those with a day come first, the nearest first.
  next: ({ contact: a }, { contact: b }) =>
    Number(a.state === 'answer') - Number(b.state === 'answer') ||
    compare(a.nextOn ?? '~', b.nextOn ?? '~') ||
    b.changedAt - a.changedAt,
  name: (a, b) => compare(a.name, b.name),
  recent: (a, b) => b.contact.changedAt - a.contact.changedAt,
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
