import { soundRecords } from '../core/chain'
import type { Run, RunRecord } from '../core/run'
import { db as deviceDb, type Database, type KeptText } from './db'
import { StorageTrouble, troubleOf } from './trouble'

/** Everything needed to play a run on: its header, its records and the text it is pinned to. */
export interface KeptRun {
  run: Run
  records: RunRecord[]
  text: KeptText
}

const FEW_RUNS = 20

/** The runs of a device: verbs only. Every promise of a write resolves once the disk has it. */
export function runsIn(db: Database = deviceDb) {
  return {
    /** Keeps a new run, its text and the moves it starts from, in one transaction. */
    add: ({ run, records, text }: KeptRun): Promise<void> =>
      db.write([db.runs, db.records, db.texts], async () => {
        await db.texts.put(text)
        await db.runs.add(run)
        await db.records.bulkAdd(records)
      }),

    /**
     * Appends one record; when it reaches an ending, closes the run in the same transaction.
     * A connection that was lost is opened again, once: the record may then be there already, and counts once.
     * @throws {StorageTrouble} `taken` when another tab wrote this move first; `wiped` when its run is not there.
     */
    async append(record: RunRecord, over?: Pick<Run, 'endedAt' | 'ending'>): Promise<void> {
      const write = (isRetry: boolean) =>
        db.write([db.runs, db.records], async () => {
          if (!(await db.runs.get(record.run))) throw new StorageTrouble('wiped')
          const known = isRetry && (await db.records.get([record.run, record.seq]))
          if (!known || known.hash !== record.hash) await db.records.add(record)
          if (over) await db.runs.update(record.run, over)
        })
      try {
        await write(false)
      } catch (error) {
        if (troubleOf(error).kind !== 'broken') throw error
        db.close({ disableAutoOpen: false })
        await write(true)
      }
    },

    /** Puts back runs as the mirror has them, all or none. */
    restore: (copies: readonly KeptRun[]): Promise<void> =>
      db.write([db.runs, db.records, db.texts], async () => {
        await db.texts.bulkPut(copies.map(({ text }) => text))
        await db.runs.bulkPut(copies.map(({ run }) => run))
        await db.records.bulkPut(copies.flatMap(({ records }) => records))
      }),

    /** A run with its records and text; undefined when it or its text is not on this device. */
    async get(id: string): Promise<KeptRun | undefined> {
      const [run, records] = await Promise.all([db.runs.get(id), recordsOf(db, id)])
      const text = run && (await db.texts.get(run.text))
      return run && text && { run, records, text }
    },

    /** All runs, the oldest first. */
    all: (): Promise<Run[]> => db.runs.orderBy('startedAt').toArray(),

    records: (id: string): Promise<RunRecord[]> => recordsOf(db, id),

    /** The names of the steps that some runs went through. One reading of all records costs less than one a run. */
    async stepsSeen(ids: readonly string[]): Promise<Set<string>> {
      const wanted = new Set(ids)
      const records =
        wanted.size > FEW_RUNS
          ? await db.records.toArray()
          : (await Promise.all(ids.map((id) => recordsOf(db, id)))).flat()
      return new Set(records.flatMap(({ run, step }) => (wanted.has(run) ? [step] : [])))
    },

    /**
     * Puts aside the records of a run that break its chain, and keeps the sound ones.
     * @returns how many records were put aside.
     */
    async quarantineBroken(run: Run, at: number): Promise<number> {
      const records = await recordsOf(db, run.id)
      const broken = records.slice(soundRecords(run, records))
      if (!broken.length) return 0
      await db.write([db.records, db.quarantine], async () => {
        await db.quarantine.add({ at, reason: 'chain', rows: broken })
        await db.records.bulkDelete(broken.map((record) => [record.run, record.seq]))
      })
      return broken.length
    },

    /** Forgets the texts that no run asks for any more. */
    dropUnusedTexts: (): Promise<void> =>
      db.write([db.runs, db.texts], async () => {
        const used = new Set<unknown>(await db.runs.orderBy('text').uniqueKeys())
        await db.texts.filter((text) => !used.has(text.hash)).delete()
      }),
  }
}

function recordsOf(db: Database, id: string): Promise<RunRecord[]> {
  return db.records.where('[run+seq]').between([id, 0], [id, Infinity]).toArray()
}
