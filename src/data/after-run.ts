import type { Plan } from '../core/plan'
import type { Rating } from '../core/rating'
import { db as deviceDb, type Database } from './db'

/** What a learner makes of a module once the scene is over: plans, answers about themself, words on the sheet. */
export function afterRunIn(db: Database = deviceDb) {
  return {
    /** The plans of a module, or all of them; the oldest first. */
    async plans(scenario?: string): Promise<Plan[]> {
      const found = await (scenario === undefined
        ? db.plans.toArray()
        : db.plans.where({ scenario }).toArray())
      return found.sort((a, b) => a.createdAt - b.createdAt)
    },

    /** Keeps a plan, new or changed. */
    putPlan: (plan: Plan): Promise<void> =>
      db.write([db.plans], async () => {
        await db.plans.put(plan)
      }),

    /** The answers about a module, or all of them. */
    ratings: (scenario?: string): Promise<Rating[]> =>
      scenario === undefined ? db.ratings.toArray() : db.ratings.where({ scenario }).toArray(),

    /** Keeps answers. They are never changed afterwards. */
    addRating: (rating: Rating): Promise<void> =>
      db.write([db.ratings], async () => {
        await db.ratings.add(rating)
      }),

    /** What was written on the sheet of a module, by field. */
    async sheetWords(scenario: string): Promise<Readonly<Record<string, string>>> {
      return (await db.sheetWords.get(scenario))?.words ?? {}
    },

    /**
     * Keeps what is written in some fields; an empty text takes one away. Two tabs that write in two fields both win.
     * @param fields texts by field
     * @param changedAt milliseconds since 1970
     */
    writeOnSheet: (
      scenario: string,
      fields: Readonly<Record<string, string>>,
      changedAt: number,
    ): Promise<void> =>
      db.write([db.sheetWords], async () => {
        const all = { ...(await db.sheetWords.get(scenario))?.words, ...fields }
        const written = Object.entries(all).flatMap(([field, text]) =>
          text.trim() ? [[field, text.trim()] as const] : [],
        )
        await db.sheetWords.put({ scenario, words: Object.fromEntries(written), changedAt })
      }),
  }
}
