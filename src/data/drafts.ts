import { db as deviceDb, type Database, type Draft } from './db'

type ValueOf<Key extends Draft['key']> = Extract<Draft, { key: Key }>['value']

/** What is being filled in on a device: verbs only. */
export function draftsIn(db: Database = deviceDb) {
  return {
    async get<Key extends Draft['key']>(key: Key): Promise<ValueOf<Key> | undefined> {
      return (await db.drafts.get(key))?.value as ValueOf<Key> | undefined
    },

    put: (draft: Draft): Promise<void> =>
      db.write([db.drafts], async () => {
        await db.drafts.put(draft)
      }),

    drop: (key: Draft['key']): Promise<void> => db.write([db.drafts], () => db.drafts.delete(key)),
  }
}
