import { Dexie, type Table } from 'dexie'
import type { Attempt, Contact } from '../core/notebook'
import type { Plan } from '../core/plan'
import type { Rating } from '../core/rating'
import type { CardAnswer } from '../core/review'
import type { Run, RunRecord } from '../core/run'
import type { SheetWords } from '../core/sheet-words'
import { DATABASE } from './marker'
import type { OfferSearch } from '../core/offers/search'
import type { Answers, Candidate } from '../core/trades/candidates'
import { StorageTrouble, troubleOf } from './trouble'

/** Raised by one each time stored data takes a meaning that older code would get wrong. */
export const EPOCH = 1

/** The text of a module as it was when a run began on it; kept until its last run is over. */
export interface KeptText {
  hash: string
  scenario: string
  text: string
}

/** Rows that could not be trusted, put aside instead of thrown away. */
interface Quarantined {
  id?: number
  at: number
  reason: string
  rows: unknown[]
}

/** A search that was opened, kept for later, or both; `name` is that of `searchName`. */
export interface KeptSearch {
  name: string
  search: OfferSearch
  /** Milliseconds since 1970. */
  at: number
  favourite: boolean
  /** Asked for without network: proposed again when it is back. */
  waiting: boolean
}

/** A trade to explore, and the answers that brought it up. @see Candidate */
export interface KeptTrade extends Candidate {
  /** Milliseconds since 1970. */
  at: number
}

/** What is being filled in, picked up again at the next visit. */
export type Draft = { key: 'search'; value: OfferSearch } | { key: 'answers'; value: Answers }

/** What is said of this very device, and never leaves it: see `last-backup.ts` for the last two. */
interface Meta {
  key: 'epoch' | 'backupAt' | 'backupWork'
  value: number
}

/** The one database of the app; nothing else opens IndexedDB. Migrations only add. */
export class Database extends Dexie {
  readonly runs!: Table<Run, string>
  readonly records!: Table<RunRecord, [string, number]>
  readonly texts!: Table<KeptText, string>
  readonly searches!: Table<KeptSearch, string>
  readonly keptTrades!: Table<KeptTrade, string>
  readonly drafts!: Table<Draft, string>
  readonly contacts!: Table<Contact, string>
  readonly attempts!: Table<Attempt, string>
  readonly cardAnswers!: Table<CardAnswer, [string, string]>
  readonly plans!: Table<Plan, string>
  readonly ratings!: Table<Rating, string>
  readonly sheetWords!: Table<SheetWords, string>
  readonly quarantine!: Table<Quarantined, number>
  readonly meta!: Table<Meta, string>

  constructor(name = DATABASE) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      runs: 'id, scenario, text, startedAt',
      records: '[run+seq], run',
      texts: 'hash',
      searches: 'name, at',
      keptTrades: 'rome, at',
      drafts: 'key',
      contacts: 'id',
      attempts: 'id, about',
      cardAnswers: '[card+on]',
      plans: 'id, scenario',
      ratings: 'id, scenario',
      sheetWords: 'scenario',
      quarantine: '++id',
      meta: 'key',
    })
    this.on('populate', () => void this.meta.add({ key: 'epoch', value: EPOCH }))
  }

  /**
   * Runs a reading and writing transaction that is durable when the promise resolves.
   * @throws {StorageTrouble} `newer` when a later version of the app owns the data; nothing is written.
   */
  async write<T>(tables: Table[], work: () => Promise<T>): Promise<T> {
    try {
      return await this.transaction('rw', [...tables, this.meta], async () => {
        const epoch = await this.meta.get('epoch')
        if (epoch && epoch.value > EPOCH) throw new StorageTrouble('newer')
        return work()
      })
    } catch (error) {
      throw troubleOf(error)
    }
  }

  /** Says whether a later version of the app owns the data: then everything is read-only. */
  async isNewer(): Promise<boolean> {
    const epoch = await this.meta.get('epoch')
    return epoch !== undefined && epoch.value > EPOCH
  }
}

/** The database of this device. */
export const db = new Database()
