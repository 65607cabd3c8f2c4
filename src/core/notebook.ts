import { addDays, workday, type Day } from './day'

/** How far an application has come, in the order of the road. */
export const CONTACT_STATES = ['todo', 'contacted', 'followUp', 'interview', 'answer'] as const
export type ContactState = (typeof CONTACT_STATES)[number]

/** What a call or a visit can give. Each counts, and opens a next step. */
export const OUTCOMES = ['reached', 'noAnswer', 'message', 'meeting', 'refusal'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const CONTACT_KINDS = ['cfa', 'firm'] as const
export const CHANNELS = ['phone', 'visit', 'mail', 'form', 'other'] as const

/** A training centre or a firm, and how far one is with it. Texts are the learner's own words. */
export interface Contact {
  id: string
  kind: (typeof CONTACT_KINDS)[number]
  name: string
  state: ContactState
  /** Their answer, once there is one. */
  reply?: 'yes' | 'no'
  person?: string
  channel?: (typeof CHANNELS)[number]
  /** A phone number, an address. */
  reach?: string
  /** The day of the first contact. */
  contactedOn?: Day
  /** What to do next, and when. */
  next?: string
  nextOn?: Day
  /** The advert as it was pasted: it is often gone from the web when they call back. */
  advert?: string
  note?: string
  /** Milliseconds since 1970. */
  createdAt: number
  changedAt: number
}

/** Letters a text of a card may have. */
export const MOST_LETTERS = {
  name: 120,
  person: 120,
  reach: 200,
  next: 300,
  note: 4000,
  advert: 20_000,
} as const

/** Something tried for real, with what came of it. Never changed once kept. */
export interface Attempt {
  id: string
  /** `contact/<id>` or `task/<module>`. */
  about: string
  on: Day
  /** Milliseconds since 1970. */
  at: number
  outcome: Outcome
}

/** The next useful step. Each has its sentence in `notebook.step`. */
type StepName = 'followUp' | 'callAgain' | 'otherWay' | 'callBack' | 'prepare' | 'another'

export interface NextStep {
  name: StepName
  /** The proposed day, never on a weekend. */
  on?: Day
  /** The days between which it makes sense. */
  between?: readonly [Day, Day]
}

/** Failed tries after which another way than the phone is proposed. */
const TRIES = 3

/**
 * The next useful step after what just happened.
 * @param tries how many times nobody answered, this time included
 */
export function nextStep(outcome: Outcome, on: Day, tries = 1): NextStep {
  switch (outcome) {
    case 'reached':
      return { name: 'followUp', ...followUp(on) }
    case 'noAnswer':
      return tries < TRIES
        ? { name: 'callAgain', on: workday(addDays(on, 1)) }
        : { name: 'otherWay', on: workday(addDays(on, 1)) }
    case 'message':
      return { name: 'callBack', on: workday(addDays(on, 2)) }
    case 'meeting':
      return { name: 'prepare' }
    case 'refusal':
      return { name: 'another' }
  }
}

/** When to follow up a first contact: one to two weeks later, on a working day. */
export function followUp(contactedOn: Day): { on: Day; between: readonly [Day, Day] } {
  const first = addDays(contactedOn, 7)
  return { on: workday(first), between: [first, addDays(contactedOn, 14)] }
}

/** The card after something was tried. Nothing takes it back on its road, but a refusal ends it. */
export function afterAttempt(contact: Contact, { outcome, on, at }: Attempt): Contact {
  const reached: Record<Outcome, ContactState> = {
    reached: 'contacted',
    noAnswer: 'todo',
    message: 'contacted',
    meeting: 'interview',
    refusal: 'answer',
  }
  const contactedOn = contact.contactedOn ?? (outcome === 'noAnswer' ? undefined : on)
  return {
    ...contact,
    state: furthest(contact.state, reached[outcome]),
    ...(contactedOn === undefined ? {} : { contactedOn }),
    ...(outcome === 'refusal' ? { reply: 'no' } : {}),
    changedAt: at,
  }
}

/** The card with a next step on a day: a contact already made then waits for its follow-up. */
export function planned(contact: Contact, next: string, nextOn: Day, at: number): Contact {
  const state = contact.state === 'contacted' ? 'followUp' : contact.state
  return { ...contact, state, next, nextOn, changedAt: at }
}

/** When to propose a follow-up for a card that has none; undefined when it is not the moment. */
export function openFollowUp({ state, contactedOn, nextOn }: Contact): NextStep | undefined {
  if (state !== 'contacted' || contactedOn === undefined || nextOn !== undefined) return undefined
  return { name: 'followUp', ...followUp(contactedOn) }
}

function furthest(one: ContactState, other: ContactState): ContactState {
  return CONTACT_STATES.indexOf(one) < CONTACT_STATES.indexOf(other) ? other : one
}
