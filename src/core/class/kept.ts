import * as v from 'valibot'

/** Rows as they are kept; also their door when they come back in a file. Times are milliseconds since 1970. */

const name = v.pipe(v.string(), v.maxLength(80))
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
const short = v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/))
const member = v.pipe(v.string(), v.regex(/^[0-9a-f]{10}$/))
const word = v.pipe(v.string(), v.regex(/^[a-z_][a-z0-9_>+-]*$/), v.maxLength(400))
const slug = v.pipe(v.string(), v.regex(/^_?[a-z][a-z0-9-]*$/), v.maxLength(60))
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const seed = v.pipe(count, v.maxValue(2 ** 32 - 1))

/** A class, on the teacher's device only. */
export const SchoolClass = v.strictObject({
  id,
  name,
  /** How many pupils are expected; absent when the teacher did not say. */
  size: v.optional(v.pipe(count, v.maxValue(2000))),
  createdAt: count,
  /** The day from which the teacher is asked to erase it. */
  eraseOn: day,
})
export type SchoolClass = v.InferOutput<typeof SchoolClass>

const KeptAssignment = v.strictObject({
  id: short,
  title: v.pipe(v.string(), v.maxLength(60)),
  word: v.pipe(v.string(), v.maxLength(400)),
  modules: v.pipe(
    v.array(v.strictObject({ module: slug, level: v.optional(word), variants: v.array(word) })),
    v.minLength(1),
    v.maxLength(12),
  ),
  stepBack: v.boolean(),
  due: v.optional(day),
  key: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
})

/** An assignment as the teacher keeps it. */
export const Given = v.strictObject({ id: short, class: id, at: count, assignment: KeptAssignment })
export type Given = v.InferOutput<typeof Given>

const Moves = v.pipe(
  v.array(
    v.strictObject({
      step: word,
      pick: word,
      text: v.optional(v.pipe(v.string(), v.maxLength(400))),
      seconds: v.optional(count),
    }),
  ),
  v.maxLength(500),
)

const KeptRun = v.strictObject({
  module: slug,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  level: word,
  variant: word,
  seed,
  attempt: count,
  startedAt: v.pipe(v.number(), v.integer()),
  moves: Moves,
  ending: word,
})

/** A result as the teacher keeps it: by names, so that a later version of a module changes nothing to it. */
export const KeptResult = v.strictObject({
  assignment: short,
  member,
  class: id,
  receivedAt: count,
  result: v.strictObject({
    assignment: short,
    member,
    name: v.pipe(v.string(), v.maxLength(48)),
    sentAt: count,
    plays: v.record(slug, count),
    runs: v.pipe(v.array(KeptRun), v.maxLength(100)),
  }),
  /** From the zip of Moodle; never in a packet. */
  fullName: v.optional(name),
  participant: v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}$/))),
})
export type KeptResult = v.InferOutput<typeof KeptResult>

/** A key results are sealed to: twelve words give it back. */
export const SealKey = v.strictObject({
  publicKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** 16 random bytes the secret key is made of. */
  seed: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  createdAt: count,
})
export type SealKey = v.InferOutput<typeof SealKey>

/** An assignment a pupil accepted on this device. */
export const Accepted = v.strictObject({
  id: short,
  assignment: KeptAssignment,
  acceptedAt: count,
  /** Drawn for this assignment only. */
  member,
  /** The pseudonym or number; empty until the pupil chose one. */
  name: v.pipe(v.string(), v.maxLength(48)),
  /** When it was last handed in. */
  sentAt: v.optional(count),
})
export type Accepted = v.InferOutput<typeof Accepted>

/** A module played together on the projector, with the hands that were counted. */
export const Together = v.strictObject({
  id,
  class: id,
  module: slug,
  level: word,
  variant: word,
  seed,
  at: count,
  moves: v.pipe(
    v.array(
      v.strictObject({
        step: word,
        pick: word,
        votes: v.optional(v.record(word, count)),
      }),
    ),
    v.maxLength(500),
  ),
  ending: v.optional(word),
})
export type Together = v.InferOutput<typeof Together>
