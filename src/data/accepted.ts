import type { Accepted } from '../core/class/kept'
import { leaveAssignmentSigns } from './assignment-sign'
import { db as deviceDb, type Database } from './db'

/** The assignments accepted by the pupil of this device. Every promise of a write resolves once the disk has it. */
export function acceptedIn(db: Database = deviceDb) {
  async function leaveSigns(): Promise<void> {
    const all = await db.accepted.toArray()
    leaveAssignmentSigns(
      all.map(({ id, assignment }) => ({
        id,
        modules: assignment.modules.map(({ module }) => module),
        stepBack: assignment.stepBack,
      })),
    )
  }
  return {
    /** All of them, the latest first. */
    all: async (): Promise<Accepted[]> =>
      (await db.accepted.toCollection().sortBy('acceptedAt')).reverse(),

    get: (id: string): Promise<Accepted | undefined> => db.accepted.get(id),

    async save(accepted: Accepted): Promise<void> {
      await db.write([db.accepted], () => db.accepted.put(accepted))
      await leaveSigns()
    },

    async forget(id: string): Promise<void> {
      await db.write([db.accepted], () => db.accepted.delete(id))
      await leaveSigns()
    },
  }
}
