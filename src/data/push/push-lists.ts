import type { Mapping } from '../../core/push/fields'
import type { Person } from '../../core/push/person'
import type { Sending } from '../../core/push/sending'
import { db as deviceDb, type Database, type PushDraft, type PushList } from '../db'
import { markLastDay } from './last-day'

/** The list of an adviser, its marks and drafts: verbs only. Every promise of a write resolves once the disk has it. */
export function pushListsIn(db: Database = deviceDb) {
  const personal = [db.pushLists, db.pushPeople, db.pushMarks]

  async function begun(sending: Sending, at: number): Promise<void> {
    const list = await db.pushLists.toCollection().first()
    if (list && list.begun[sending] === undefined)
      await db.pushLists.put({ ...list, begun: { ...list.begun, [sending]: at } })
  }

  return {
    /** The list kept on this device, with its people in the order of the file. */
    async read(): Promise<{ list: PushList; people: Person[] } | undefined> {
      const list = await db.pushLists.toCollection().first()
      return list && { list, people: await db.pushPeople.orderBy('line').toArray() }
    },

    /** Keeps a list in the place of the one before: whole, or not at all. */
    replace: (list: PushList, people: readonly Person[]): Promise<void> =>
      db
        .write(personal, async () => {
          for (const table of personal) await table.clear()
          await db.pushLists.add(list)
          await db.pushPeople.bulkAdd(people)
        })
        .then(() => markLastDay(list.endsOn)),

    /** Remembers when a sending began, to propose it again seven days later. */
    begin: (sending: Sending, at: number): Promise<void> =>
      db.write([db.pushLists], () => begun(sending, at)),

    endOn: (endsOn: string): Promise<void> =>
      db
        .write([db.pushLists], async () => {
          await db.pushLists.toCollection().modify({ endsOn })
        })
        .then(() => markLastDay(endsOn)),

    /** Who is done with, by sending. */
    async marks(): Promise<Map<Sending, Set<string>>> {
      const done = new Map<Sending, Set<string>>()
      await db.pushMarks.each(({ push, person }) => {
        done.set(push, (done.get(push) ?? new Set()).add(person))
      })
      return done
    },

    /** Marks people done, or no more. The first mark begins the sending. */
    mark: (push: Sending, people: readonly string[], done: boolean, at: number): Promise<void> =>
      db.write([db.pushLists, db.pushMarks], async () => {
        if (!done) return db.pushMarks.bulkDelete(people.map((person) => [push, person]))
        await db.pushMarks.bulkPut(people.map((person) => ({ push, person, at })))
        await begun(push, at)
      }),

    /** This person asked to receive nothing more: they leave the list, with their marks. */
    forget: (person: string): Promise<void> =>
      db.write([db.pushPeople, db.pushMarks], async () => {
        await db.pushPeople.delete(person)
        await db.pushMarks.where({ person }).delete()
      }),

    /** The list, its people and their marks; the drafts hold nobody and stay. */
    erase: (): Promise<void> =>
      db
        .write(personal, async () => {
          for (const table of personal) await table.clear()
        })
        .then(() => markLastDay(undefined)),

    /** Erases the list when its last day is over. @param today `YYYY-MM-DD` @returns whether it was. */
    eraseOver: (today: string): Promise<boolean> =>
      db.write(personal, async () => {
        const list = await db.pushLists.toCollection().first()
        if (!list || list.endsOn >= today) return false
        for (const table of personal) await table.clear()
        return true
      }),

    /** Everything set once. */
    drafts: (): Promise<PushDraft[]> => db.pushDrafts.toArray(),

    putDraft: (draft: PushDraft): Promise<void> =>
      db.write([db.pushDrafts], async () => {
        await db.pushDrafts.put(draft)
      }),

    /** The columns chosen for a kind of file. @param headers of `headersName` */
    rememberMapping: (headers: string, mapping: Mapping): Promise<void> =>
      db.write([db.pushDrafts], async () => {
        const draft = await db.pushDrafts.get('mappings')
        const before = draft?.key === 'mappings' ? draft.value : {}
        await db.pushDrafts.put({ key: 'mappings', value: { ...before, [headers]: mapping } })
      }),
  }
}
