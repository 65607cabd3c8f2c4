import type { Rating, RatingMoment } from './rating'
import type { After } from './scenario'

/** Two weeks, in milliseconds. */
const TWO_WEEKS = 14 * 86_400_000

/** One answer on the personal line. */
export interface Mark {
  moment: RatingMoment
  value: number
}

/** A question and its answers in the order of time: the last one before, after and later. */
export interface RatingLine {
  id: string
  text: string
  marks: Mark[]
}

/** The personal line of each confidence item, then of stage fright. Questions never answered are left out. */
export function ratingLines(
  after: Pick<After, 'confidence' | 'nerves'>,
  ratings: readonly Rating[],
): { confidence: RatingLine[]; nerves?: RatingLine } {
  const line = (
    { id, text }: { id: string; text: string },
    valueIn: (rating: Rating) => number | undefined,
  ): RatingLine[] => {
    const marks = lastOfEach(ratings, (rating) => valueIn(rating) !== undefined).flatMap(
      (rating) => {
        const value = valueIn(rating)
        return value === undefined ? [] : [{ moment: rating.moment, value }]
      },
    )
    return marks.length ? [{ id, text, marks }] : []
  }
  const [nerves] = line(after.nerves, (rating) => rating.nerves)
  return {
    confidence: after.confidence.flatMap((item) => line(item, (one) => one.confidence[item.id])),
    ...(nerves ? { nerves } : {}),
  }
}

/** How many situations were answered best, at each moment they were answered, out of how many. */
export function situationMarks(
  situations: After['situations'],
  ratings: readonly Rating[],
): (Mark & { of: number })[] {
  return lastOfEach(ratings, (rating) => Object.keys(rating.situations).length > 0).map(
    (rating) => {
      const answered = situations.filter(({ id }) => rating.situations[id] !== undefined)
      const best = answered.filter(({ id, options }) =>
        options.some((option) => option.best && option.id === rating.situations[id]),
      )
      return { moment: rating.moment, value: best.length, of: answered.length }
    },
  )
}

/**
 * Says whether the questions of two weeks later can be proposed: something was answered after a play, two weeks ago
 * or more, and nothing since.
 * @param ratings of one module
 * @param now milliseconds since 1970
 */
export function isLaterDue(ratings: readonly Rating[], now: number): boolean {
  const times = (moment: RatingMoment) =>
    ratings.filter((rating) => rating.moment === moment).map(({ at }) => at)
  const after = Math.max(...times('after'))
  return after <= now - TWO_WEEKS && Math.max(...times('later')) < after
}

function lastOfEach(ratings: readonly Rating[], has: (rating: Rating) => boolean): Rating[] {
  return (['before', 'after', 'later'] as const).flatMap((moment) => {
    const known = ratings.filter((rating) => rating.moment === moment && has(rating))
    const last = known.reduce<Rating | undefined>(
      (late, rating) => (late && late.at > rating.at ? late : rating),
      undefined,
    )
    return last ?? []
  })
}
