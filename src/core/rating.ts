import * as v from 'valibot'

/** Before the first play, after a play, and two weeks later. */
const MOMENTS = ['before', 'after', 'later'] as const
export type RatingMoment = (typeof MOMENTS)[number]

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/), v.maxLength(40))
const grade = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))
const few = <const S extends v.GenericSchema>(value: S) =>
  v.pipe(
    v.record(id, value),
    v.check((answers) => Object.keys(answers).length <= 12),
  )

/**
 * What a learner answered about themself, as it is kept and carried from a device to another. It is shown to
 * nobody else. An answer that was left out is absent.
 */
export const Rating = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  scenario: v.pipe(v.string(), v.regex(/^_?[a-z][a-z0-9-]*$/), v.maxLength(60)),
  moment: v.picklist(MOMENTS),
  /** Milliseconds since 1970. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** From 0 (not at all) to 10 (altogether), by item. */
  confidence: few(grade),
  /** Stage fright, from 0 (none) to 10. */
  nerves: v.exactOptional(grade),
  /** The answer chosen, by situation. */
  situations: few(id),
})
export type Rating = v.InferOutput<typeof Rating>
