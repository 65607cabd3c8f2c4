import { addDays, type Day } from './day'
import type { Plan } from './plan'
import type { Rating } from './rating'
import { isLaterDue } from './rating-line'
import type { Run } from './run'

/** Something the home says in one line, that can be sent away for good. */
export type QuietLine =
  /** Today is the day of a plan, or it has just passed. `run` opens it. */
  | { kind: 'today' | 'passed'; plan: Plan; run: string }
  /** Two weeks ago the learner said where they stood. `run` is their last play of it. */
  | { kind: 'later'; module: string; run: string }
  /** They have not begun this module: they can say where they stand before. */
  | { kind: 'before'; module: string }

/** How long a plan is still spoken of after its day. */
const DAYS_AFTER = 7
/** How long the questions of two weeks later are proposed. */
const LATEST = 45 * 86_400_000

/**
 * The one line of the home at this moment, if any: a plan first, then the questions of two weeks later, then those
 * of before. Nothing is counted, nothing insists: each comes in its time and goes away by itself.
 * @param modules ids in the order of the journey
 * @param now milliseconds since 1970
 */
export function quietLine(
  modules: readonly string[],
  kept: { runs: readonly Run[]; plans: readonly Plan[]; ratings: readonly Rating[] },
  today: Day,
  now: number,
): QuietLine | undefined {
  const lastRun = (module: string) =>
    kept.runs.findLast((run) => run.scenario === module && run.endedAt !== undefined)?.id

  const spoken = kept.plans
    .flatMap((plan) => {
      const run = lastRun(plan.scenario)
      const day = plan.closedAt === undefined ? plan.on?.day : undefined
      if (run === undefined || day === undefined) return []
      return day <= today && today <= addDays(day, DAYS_AFTER) ? [{ plan, run, day }] : []
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .at(-1)
  if (spoken) {
    const { plan, run, day } = spoken
    return { kind: day === today ? 'today' : 'passed', plan, run }
  }

  for (const module of modules) {
    const ratings = kept.ratings.filter((rating) => rating.scenario === module)
    const run = lastRun(module)
    const isRecent = ratings.some((one) => one.moment === 'after' && now - one.at <= LATEST)
    if (run !== undefined && isRecent && isLaterDue(ratings, now))
      return { kind: 'later', module, run }
  }

  const module = modules.find((id) => !kept.runs.some((run) => run.scenario === id))
  const isAnswered = kept.ratings.some((one) => one.scenario === module && one.moment === 'before')
  return module !== undefined && !isAnswered ? { kind: 'before', module } : undefined
}
