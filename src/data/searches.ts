import { searchName, type OfferSearch } from '../core/offers/search'
import { db as deviceDb, type Database, type KeptSearch } from './db'

/** How many searches are remembered besides the favourites and those that wait for the network. */
const RECENT = 8

/** The searches of a device: verbs only. Every promise of a write resolves once the disk has it. */
export function searchesIn(db: Database = deviceDb) {
  return {
    /** All kept searches, the last one first. */
    all: (): Promise<KeptSearch[]> => db.searches.orderBy('at').reverse().toArray(),

    /**
     * Remembers a search that was opened, or that waits for the network; forgets the oldest ones.
     * @param at milliseconds since 1970
     */
    remember: (search: OfferSearch, at: number, waiting: boolean): Promise<void> =>
      db.write([db.searches], async () => {
        const name = searchName(search)
        const known = await db.searches.get(name)
        await db.searches.put({ name, search, at, favourite: known?.favourite ?? false, waiting })
        const others = await db.searches.orderBy('at').reverse().toArray()
        const old = others.filter((one) => !one.favourite && !one.waiting).slice(RECENT)
        await db.searches.bulkDelete(old.map((one) => one.name))
      }),

    favour: (name: string, favourite: boolean): Promise<void> =>
      db.write([db.searches], async () => {
        await db.searches.update(name, { favourite })
      }),

    /** The search was proposed again: it waits no more. */
    settle: (name: string): Promise<void> =>
      db.write([db.searches], async () => {
        await db.searches.update(name, { waiting: false })
      }),

    forget: (name: string): Promise<void> =>
      db.write([db.searches], () => db.searches.delete(name)),
  }
}
