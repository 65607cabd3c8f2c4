import * as v from 'valibot'

/** How long each answer on a sheet may be, in characters. */
export const FIELD_LETTERS = 400

/** What a learner wrote on the sheet of a module, by field, as it is kept and carried from a device to another. */
export const SheetWords = v.strictObject({
  scenario: v.pipe(v.string(), v.regex(/^_?[a-z][a-z0-9-]*$/), v.maxLength(60)),
  words: v.pipe(
    v.record(
      v.pipe(v.string(), v.regex(/^(memory|blank):[\p{L}\p{N}_#-]+$/u), v.maxLength(120)),
      v.pipe(v.string(), v.minLength(1), v.maxLength(FIELD_LETTERS)),
    ),
    v.check((words) => Object.keys(words).length <= 200),
  ),
  /** Milliseconds since 1970. */
  changedAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type SheetWords = v.InferOutput<typeof SheetWords>
