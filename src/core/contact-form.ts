import type { Day } from './day'
import { MOST_LETTERS, type Contact, type ContactState } from './notebook'

/** What the form of a card holds: texts as typed, empty where there is nothing. */
export interface ContactForm {
  kind: Contact['kind']
  name: string
  person: string
  channel: NonNullable<Contact['channel']> | ''
  reach: string
  contactedOn: Day
  next: string
  nextOn: Day
  advert: string
  note: string
}

/** The form of a card; of a new one when there is none. */
export function formOf(contact?: Contact): ContactForm {
  return {
    kind: contact?.kind ?? 'firm',
    name: contact?.name ?? '',
    person: contact?.person ?? '',
    channel: contact?.channel ?? '',
    reach: contact?.reach ?? '',
    contactedOn: contact?.contactedOn ?? '',
    next: contact?.next ?? '',
    nextOn: contact?.nextOn ?? '',
    advert: contact?.advert ?? '',
    note: contact?.note ?? '',
  }
}

/** What of a card is not in its form. */
type Rest = Pick<Contact, 'id' | 'state' | 'createdAt' | 'reply'>

/**
 * The card that a form says. Texts lose the spaces around them, and what is beyond the most letters.
 * @param rest what the form does not hold
 * @param changedAt milliseconds since 1970
 * @returns undefined when the form has no name
 */
export function contactOf(form: ContactForm, rest: Rest, changedAt: number): Contact | undefined {
  const name = cut(form.name, MOST_LETTERS.name)
  if (!name) return undefined
  const { id, state, createdAt, reply } = rest
  return {
    id,
    kind: form.kind,
    name,
    state,
    createdAt,
    changedAt,
    ...(reply && { reply }),
    ...(form.channel && { channel: form.channel }),
    ...given('person', cut(form.person, MOST_LETTERS.person)),
    ...given('reach', cut(form.reach, MOST_LETTERS.reach)),
    ...given('contactedOn', form.contactedOn),
    ...given('next', cut(form.next, MOST_LETTERS.next)),
    ...given('nextOn', form.nextOn),
    ...given('advert', cut(form.advert, MOST_LETTERS.advert)),
    ...given('note', cut(form.note, MOST_LETTERS.note)),
  }
}

/** The card in another state, as the learner says it. The day of the first contact is today when it is not known. */
export function inState(
  contact: Contact,
  state: ContactState,
  today: Day,
  changedAt: number,
): Contact {
  const isContacted = state !== 'todo' && contact.contactedOn === undefined
  const changed = { ...contact, state, changedAt }
  if (state !== 'answer') delete changed.reply
  return isContacted ? { ...changed, contactedOn: today } : changed
}

function given<Key extends string>(key: Key, text: string): Partial<Record<Key, string>> {
  const entry: Partial<Record<Key, string>> = {}
  if (text) entry[key] = text
  return entry
}

function cut(text: string, most: number): string {
  return text.trim().slice(0, most).trim()
}
