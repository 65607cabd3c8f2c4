import * as v from 'valibot'
import { isDay } from '../day'
import {
  CHANNELS,
  CONTACT_KINDS,
  CONTACT_STATES,
  MOST_LETTERS,
  OUTCOMES,
  type Attempt,
  type Contact,
} from '../notebook'
import { KINDS, LEVELS, SORTS, type OfferSearch } from '../offers/search'
import type { CardAnswer } from '../review'
import type { Run, RunRecord } from '../run'
import { RIASEC, type Answers } from '../trades/candidates'

/** The shapes of stored rows, for those that come from a file. Stored rows of today's code always have them. */

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const some = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most))
const optional = (most: number) => v.exactOptional(some(most))
/** Milliseconds since 1970, up to the last moment JavaScript can name. */
const moment = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15))
const day = v.pipe(v.string(), v.check(isDay))
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
/** Ids are made by chance; those of modules, steps and cards are written by authors. */
const id = some(100)
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const RunRow = v.strictObject({
  id,
  scenario: some(60),
  version: some(20),
  text: hash,
  level: some(40),
  variant: some(40),
  seed: count,
  startedAt: moment,
  from: v.exactOptional(v.strictObject({ run: id, seq: count })),
  endedAt: v.exactOptional(moment),
  ending: optional(40),
}) satisfies v.GenericSchema<unknown, Run>

export const RecordRow = v.strictObject({
  run: id,
  seq: count,
  step: some(40),
  pick: text(1000),
  text: v.exactOptional(text(1000)),
  at: moment,
  hash,
}) satisfies v.GenericSchema<unknown, RunRecord>

export const TextRow = v.strictObject({ hash, scenario: some(60), text: some(1_500_000) })

export const ContactRow = v.strictObject({
  id,
  kind: v.picklist(CONTACT_KINDS),
  name: some(MOST_LETTERS.name),
  state: v.picklist(CONTACT_STATES),
  reply: v.exactOptional(v.picklist(['yes', 'no'])),
  person: optional(MOST_LETTERS.person),
  channel: v.exactOptional(v.picklist(CHANNELS)),
  reach: optional(MOST_LETTERS.reach),
  contactedOn: v.exactOptional(day),
  next: optional(MOST_LETTERS.next),
  nextOn: v.exactOptional(day),
  advert: optional(MOST_LETTERS.advert),
  note: optional(MOST_LETTERS.note),
  createdAt: moment,
  changedAt: moment,
}) satisfies v.GenericSchema<unknown, Contact>

export const AttemptRow = v.strictObject({
  id,
  about: v.pipe(some(120), v.regex(/^(contact|task)\/./)),
  on: day,
  at: moment,
  outcome: v.picklist(OUTCOMES),
}) satisfies v.GenericSchema<unknown, Attempt>

export const CardAnswerRow = v.strictObject({
  card: v.pipe(some(120), v.regex(/^[^/]+\/[^/]+$/)),
  on: day,
  known: v.boolean(),
}) satisfies v.GenericSchema<unknown, CardAnswer>

const OfferSearchRow = v.strictObject({
  kind: v.picklist(KINDS),
  trade: v.exactOptional(v.strictObject({ rome: some(10), label: some(200) })),
  place: v.exactOptional(
    v.strictObject({
      code: some(10),
      name: some(100),
      latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
      longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    }),
  ),
  radius: v.pipe(v.number(), v.minValue(1), v.maxValue(200)),
  levels: v.pipe(v.array(v.picklist(LEVELS)), v.maxLength(LEVELS.length)),
  contract: v.exactOptional(v.picklist(['apprenticeship', 'professional'])),
  handi: v.boolean(),
  urgent: v.boolean(),
  simple: v.boolean(),
  startsBefore: v.exactOptional(day),
  sort: v.exactOptional(v.picklist(SORTS)),
}) satisfies v.GenericSchema<unknown, OfferSearch>

export const SearchRow = v.strictObject({
  name: some(200),
  search: OfferSearchRow,
  at: moment,
  favourite: v.boolean(),
  waiting: v.boolean(),
})

const interest = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30))
const ways = v.pipe(v.array(v.picklist(RIASEC)), v.maxLength(6))

export const KeptTradeRow = v.strictObject({
  rome: some(10),
  label: some(200),
  interests: v.pipe(v.array(interest), v.maxLength(30)),
  riasec: ways,
  at: moment,
})

const AnswersRow = v.strictObject({
  interests: v.record(
    v.pipe(v.string(), v.regex(/^([1-9]|[12]\d|30)$/)),
    v.picklist(['yes', 'maybe', 'no']),
  ),
  riasec: ways,
}) satisfies v.GenericSchema<unknown, Answers>

export const DraftRow = v.variant('key', [
  v.strictObject({ key: v.literal('search'), value: OfferSearchRow }),
  v.strictObject({ key: v.literal('answers'), value: AnswersRow }),
])

/** What was put aside stays aside: kept, never read again by the app. Its number is left out. */
export const QuarantineRow = v.object({
  at: moment,
  reason: some(40),
  rows: v.pipe(v.array(v.unknown()), v.maxLength(10_000)),
})
