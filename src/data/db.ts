import { Dexie, type Table } from 'dexie'
import type {
  Accepted,
  Given,
  KeptResult,
  SchoolClass,
  SealKey,
  Together,
} from '../core/class/kept'
import type { Attempt, Contact } from '../core/notebook'
import type { Plan } from '../core/plan'
import type { Rating } from '../core/rating'
import type { CardAnswer } from '../core/review'
import type { Template, Sender } from '../core/push/compose'
import type { Mapping } from '../core/push/fields'
import type { Person } from '../core/push/person'
import type { Sending } from '../core/push/sending'
import type { Run, RunRecord } from '../core/run'
import type { SheetWords } from '../core/sheet-words'
import { DATABASE } from './marker'
import type { OfferSearch } from '../core/offers/search'
import type { Answers, Candidate } from '../core/trades/candidates'
import { patientIndexedDB } from './patient-factory'
import { StorageTrouble, troubleOf } from './trouble'

/**
 * Raised by one each time stored data takes a meaning that older code would get wrong. The first write of the newer
 * code raises the mark in the database, in the same transaction: from then on, older code only reads.
 */
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

/** A list of people an adviser writes to. There is one at a time. */
export interface PushList {
  id: 'list'
  name: string
  /** Why these people are written to, in the adviser's words. */
  purpose: string
  /** Last day, `YYYY-MM-DD`: the list is erased after it. */
  endsOn: string
  /** Milliseconds since 1970. */
  at: number
  /** When each sending began, milliseconds since 1970. */
  begun: Partial<Record<Sending, number>>
}

/** A person marked done for a sending. */
export interface PushMark {
  push: Sending
  person: string
  /** Milliseconds since 1970. */
  at: number
}

/** What an adviser set once: texts changed by hand (`push/audience`), who writes, columns by kind of file. */
export type PushDraft =
  | { key: 'templates'; value: Record<string, Template> }
  | { key: 'sender'; value: Sender }
  | { key: 'mappings'; value: Record<string, Mapping> }

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
  readonly pushLists!: Table<PushList, string>
  readonly pushPeople!: Table<Person, string>
  readonly pushMarks!: Table<PushMark, [Sending, string]>
  readonly pushDrafts!: Table<PushDraft, string>
  readonly classes!: Table<SchoolClass, string>
  readonly given!: Table<Given, string>
  readonly results!: Table<KeptResult, [string, string]>
  readonly sealKeys!: Table<SealKey, string>
  readonly accepted!: Table<Accepted, string>
  readonly together!: Table<Together, string>
  readonly quarantine!: Table<Quarantined, number>
  readonly meta!: Table<Meta, string>

  /** @param epoch that of this code; replaced in tests */
  constructor(
    name = DATABASE,
    private readonly epoch = EPOCH,
  ) {
    super(name, { chromeTransactionDurability: 'strict', ...patientIndexedDB() })
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
      pushLists: 'id',
      pushPeople: 'id, line',
      pushMarks: '[push+person], push, person',
      pushDrafts: 'key',
      classes: 'id',
      given: 'id, class',
      results: '[assignment+member], assignment, class',
      sealKeys: 'publicKey',
      accepted: 'id',
      together: 'id, class',
      quarantine: '++id',
      meta: 'key',
    })
    this.on('populate', () => void this.meta.add({ key: 'epoch', value: this.epoch }))
  }

  /**
   * Runs a reading and writing transaction that is durable when the promise resolves.
   * @throws {StorageTrouble} `newer` when a later version of the app owns the data; nothing is written.
   */
  async write<T>(tables: Table[], work: () => Promise<T>): Promise<T> {
    try {
      return await this.transaction('rw', [...tables, this.meta], async () => {
        const marked = (await this.meta.get('epoch'))?.value ?? 0
        if (marked > this.epoch) throw new StorageTrouble('newer')
        if (marked < this.epoch) await this.meta.put({ key: 'epoch', value: this.epoch })
        return work()
      })
    } catch (error) {
      throw troubleOf(error)
    }
  }

  /** Says whether a later version of the app owns the data: then everything is read-only. */
  async isNewer(): Promise<boolean> {
    const epoch = await this.meta.get('epoch')
    return epoch !== undefined && epoch.value > this.epoch
  }
}

/** The database of this device. */
export const db = new Database()
