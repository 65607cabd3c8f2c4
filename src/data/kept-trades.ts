import { MOST_KEPT, type Candidate } from '../core/trades/candidates'
import { db as deviceDb, type Database, type KeptTrade } from './db'

/** The trades that someone explores: verbs only. Every promise of a write resolves once the disk has it. */
export function keptTradesIn(db: Database = deviceDb) {
  return {
    /** The kept trades, the first kept first. */
    all: (): Promise<KeptTrade[]> => db.keptTrades.orderBy('at').toArray(),

    /**
     * Keeps a trade, unless three are kept already.
     * @param at milliseconds since 1970
     * @returns false when there is no room: nothing has changed.
     */
    keep: (candidate: Candidate, at: number): Promise<boolean> =>
      db.write([db.keptTrades], async () => {
        const isKnown = await db.keptTrades.get(candidate.rome)
        if (!isKnown && (await db.keptTrades.count()) >= MOST_KEPT) return false
        const { rome, label, interests, riasec } = candidate
        await db.keptTrades.put({
          rome,
          label,
          interests: [...interests],
          riasec: [...riasec],
          at: isKnown?.at ?? at,
        })
        return true
      }),

    drop: (rome: string): Promise<void> =>
      db.write([db.keptTrades], () => db.keptTrades.delete(rome)),
  }
}
