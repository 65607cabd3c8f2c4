import type { WholeClass } from '../core/class/class-file'
import type { Given, KeptResult, SchoolClass, SealKey, Together } from '../core/class/kept'
import { db as deviceDb, type Database } from './db'

/** The classes of a teacher on this device: verbs only. Every promise of a write resolves once the disk has it. */
export function classesIn(db: Database = deviceDb) {
  const ofClass = [db.classes, db.given, db.results, db.together]
  return {
    all: (): Promise<SchoolClass[]> => db.classes.toCollection().sortBy('createdAt'),

    save: (school: SchoolClass): Promise<unknown> =>
      db.write([db.classes], () => db.classes.put(school)),

    /** A class with everything in it; undefined when it is not on this device. */
    async get(id: string): Promise<WholeClass | undefined> {
      const school = await db.classes.get(id)
      if (!school) return undefined
      const [given, results, together] = await Promise.all([
        db.given.where('class').equals(id).sortBy('at'),
        db.results.where('class').equals(id).sortBy('receivedAt'),
        db.together.where('class').equals(id).sortBy('at'),
      ])
      return { school, given, results, together }
    },

    /** Puts a class back as its file has it, all or nothing. */
    restore: ({ school, given, results, together }: WholeClass): Promise<unknown> =>
      db.write(ofClass, async () => {
        await db.classes.put(school)
        await db.given.bulkPut(given)
        await db.results.bulkPut(results)
        await db.together.bulkPut(together)
      }),

    /** Forgets a class, its assignments and every result. */
    erase: (id: string): Promise<unknown> =>
      db.write(ofClass, async () => {
        await db.classes.delete(id)
        for (const table of [db.given, db.results, db.together])
          await table.where('class').equals(id).delete()
      }),

    give: (given: Given): Promise<unknown> => db.write([db.given], () => db.given.put(given)),

    /** The assignment of that name on this device, whatever its class. */
    givenOf: (assignment: string): Promise<Given | undefined> => db.given.get(assignment),

    /** Results already here, for these assignments. */
    resultsOf: (assignments: readonly string[]): Promise<KeptResult[]> =>
      db.results.where('assignment').anyOf(assignments).toArray(),

    keepResults: (results: readonly KeptResult[]): Promise<unknown> =>
      db.write([db.results], () => db.results.bulkPut([...results])),

    eraseResult: (assignment: string, member: string): Promise<unknown> =>
      db.write([db.results], () => db.results.delete([assignment, member])),

    keepTogether: (play: Together): Promise<unknown> =>
      db.write([db.together], () => db.together.put(play)),

    keys: (): Promise<SealKey[]> => db.sealKeys.toCollection().sortBy('createdAt'),

    addKey: (key: SealKey): Promise<unknown> => db.write([db.sealKeys], () => db.sealKeys.put(key)),
  }
}
