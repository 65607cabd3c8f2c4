import * as v from 'valibot'

/** One fact a module may state, with its source. Dates are `YYYY-MM-DD` (`asOf` may be `YYYY-MM`). */
export const Fact = v.object({
  id: v.string(),
  text: v.string(),
  /** The short form a text may quote with `{fact:…}`. */
  value: v.optional(v.string()),
  /** V = read at the official source; S = read in a concordant secondary source. */
  status: v.picklist(['V', 'S']),
  source: v.string(),
  official: v.boolean(),
  url: v.string(),
  checkedOn: v.string(),
  asOf: v.optional(v.string()),
  reviewBy: v.string(),
  /** A sum of money: it ages faster. */
  amount: v.optional(v.boolean()),
})
export type Fact = v.InferOutput<typeof Fact>

/** The file `scenarios/facts.json`. */
export const FactsFile = v.object({ format: v.literal(1), facts: v.array(Fact) })
