import * as v from 'valibot'
import { isDay } from './day'

/** How long each half of a plan may be, in characters. */
export const PLAN_LETTERS = 200

const sentence = v.pipe(v.string(), v.minLength(1), v.maxLength(PLAN_LETTERS))
const moment = v.pipe(v.number(), v.integer(), v.minValue(0))
const half = { if: sentence, then: sentence }

/** An if-then plan as it is kept and carried from a device to another. Moments are milliseconds since 1970. */
export const Plan = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  scenario: v.pipe(v.string(), v.regex(/^_?[a-z][a-z0-9-]*$/), v.maxLength(60)),
  ...half,
  /** What to do when it goes wrong. */
  obstacle: v.exactOptional(v.strictObject(half)),
  /** The appointment with oneself, on the clock of a zone. */
  on: v.exactOptional(
    v.strictObject({
      day: v.pipe(v.string(), v.check(isDay)),
      time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
      zone: v.pipe(v.string(), v.maxLength(60)),
      /** Minutes before; none when the learner wants no alarm. */
      alarm: v.exactOptional(v.picklist([15, 60, 1440])),
    }),
  ),
  /** How many times it was changed: a calendar that has the event updates it. */
  sequence: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
  createdAt: moment,
  changedAt: moment,
  /** Set once it was said again with half of it hidden. */
  rehearsedAt: v.exactOptional(moment),
  /** Set when the learner wants no more word of it: done, or dropped. */
  closedAt: v.exactOptional(moment),
})
export type Plan = v.InferOutput<typeof Plan>
