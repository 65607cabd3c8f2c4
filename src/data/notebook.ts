import type { Attempt, Contact } from '../core/notebook'
import { db as deviceDb, type Database } from './db'

/** A card with what was tried about it: what a deletion takes away, and its undoing puts back. */
export interface ContactFile {
  contact: Contact
  attempts: Attempt[]
}

/** The notebook of a device: verbs only. Every promise of a write resolves once the disk has it. */
export function notebookIn(db: Database = deviceDb) {
  return {
    contacts: (): Promise<Contact[]> => db.contacts.toArray(),

    contact: (id: string): Promise<Contact | undefined> => db.contacts.get(id),

    /** What was tried about a card or a task, the oldest first. @param about `contact/<id>` or `task/<module>` */
    async attempts(about: string): Promise<Attempt[]> {
      const found = await db.attempts.where('about').equals(about).toArray()
      return found.sort((a, b) => a.at - b.at)
    },

    /** What was tried of the tasks of modules, the oldest first. */
    async taskAttempts(): Promise<Attempt[]> {
      const found = await db.attempts.where('about').startsWith('task/').toArray()
      return found.sort((a, b) => a.at - b.at)
    },

    /** Keeps a card, new or changed, and perhaps what was just tried about it, in one transaction. */
    put: (contact: Contact, attempt?: Attempt): Promise<void> =>
      db.write([db.contacts, db.attempts], async () => {
        await db.contacts.put(contact)
        if (attempt) await db.attempts.add(attempt)
      }),

    /**
     * Keeps many cards, all or none. Those they replace are put aside.
     * @param at milliseconds since 1970
     */
    putAll: (
      contacts: readonly Contact[],
      replaced: readonly Contact[],
      at: number,
    ): Promise<void> =>
      db.write([db.contacts, db.quarantine], async () => {
        await db.contacts.bulkPut([...contacts])
        if (replaced.length)
          await db.quarantine.add({ at, reason: 'replaced', rows: [...replaced] })
      }),

    /** Keeps what was tried of a module's task. */
    tried: (attempt: Attempt): Promise<void> =>
      db.write([db.attempts], async () => {
        await db.attempts.add(attempt)
      }),

    /** Takes back what was said of a try, and puts the card as it was before it. */
    untry: (attempt: Attempt, before?: Contact): Promise<void> =>
      db.write([db.contacts, db.attempts], async () => {
        await db.attempts.delete(attempt.id)
        if (before) await db.contacts.put(before)
      }),

    /** Takes a card away with what was tried about it. @returns all of it, for `restore` */
    remove: (id: string): Promise<ContactFile | undefined> =>
      db.write([db.contacts, db.attempts], async () => {
        const contact = await db.contacts.get(id)
        if (!contact) return undefined
        const tried = db.attempts.where('about').equals(`contact/${id}`)
        const attempts = await tried.toArray()
        await tried.delete()
        await db.contacts.delete(id)
        return { contact, attempts }
      }),

    /** Puts back what `remove` took away. */
    restore: ({ contact, attempts }: ContactFile): Promise<void> =>
      db.write([db.contacts, db.attempts], async () => {
        await db.contacts.put(contact)
        await db.attempts.bulkPut(attempts)
      }),
  }
}
