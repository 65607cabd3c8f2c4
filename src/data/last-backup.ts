import { db as deviceDb, type Database } from './db'

/** The last backup of this device, and what was done since. */
export interface LastBackup {
  /** Milliseconds since 1970; undefined when there was none. */
  at: number | undefined
  /** Runs, cards of the notebook and tries added since then (or ever). */
  since: number
}

/** When this device was last backed up: verbs only. */
export function lastBackupIn(db: Database = deviceDb) {
  const countWork = async () => {
    const counts = await Promise.all([db.runs.count(), db.contacts.count(), db.attempts.count()])
    return counts.reduce((all, count) => all + count, 0)
  }
  return {
    async get(): Promise<LastBackup> {
      const [at, work] = await db.meta.bulkGet(['backupAt', 'backupWork'])
      return { at: at?.value, since: Math.max(0, (await countWork()) - (work?.value ?? 0)) }
    },

    /** A backup of everything there is now was made. @param at milliseconds since 1970 */
    async mark(at: number): Promise<void> {
      const work = await countWork()
      await db.write([], () =>
        db.meta.bulkPut([
          { key: 'backupAt', value: at },
          { key: 'backupWork', value: work },
        ]),
      )
    },
  }
}
