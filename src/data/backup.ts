import { Dexie, type IndexableType } from 'dexie'
import {
  MOST_BYTES,
  openBackup,
  writeBackup,
  type DeviceContent,
  type OpenedBackup,
} from '../core/backup/backup-file'
import { canonical } from '../core/backup/canonical'
import type { ImportPlan } from '../core/backup/import-plan'
import type { WholeRun } from '../core/backup/join-runs'
import { TABLE_RULES } from '../core/backup/table-rules'
import { db as deviceDb, EPOCH, type Database } from './db'
import { StorageTrouble } from './trouble'

/** What to put in a backup. */
interface Wish {
  /** Also what a teacher received from pupils. */
  withClass: boolean
  /** Version of the app. */
  app: string
  /** Milliseconds since 1970. */
  at: number
  settings: DeviceContent['settings']
}

/** How many rows are given to the database before the screen may answer. */
const AT_ONCE = 500

/** The backup of a device: verbs only. */
export function backupIn(db: Database = deviceDb) {
  const readDevice = (settings: DeviceContent['settings'], withClass = true) =>
    db.transaction('r', db.tables, async (): Promise<DeviceContent<object>> => {
      const epoch = (await db.meta.get('epoch'))?.value ?? EPOCH
      const tables: Record<string, object[]> = {}
      for (const { name } of db.tables) {
        const rule = TABLE_RULES[name]
        if (!rule || (rule.group === 'class' && !withClass)) continue
        const rows: object[] = await db.table<object>(name).toArray()
        tables[name] = rows.map((row) => rule.read(row) ?? row)
      }
      return { epoch, settings, tables }
    })

  return {
    /** Everything the device keeps, read at one moment. */
    readDevice,

    /** The text of a backup of this device. */
    async write({ withClass, app, at, settings }: Wish): Promise<string> {
      const content = await readDevice(settings, withClass)
      return writeBackup({ app, madeAt: new Date(at).toISOString(), content })
    },

    /** Says whether a teacher received something from pupils on this device. */
    async hasClass(): Promise<boolean> {
      const names = Object.keys(TABLE_RULES).filter((name) => TABLE_RULES[name]?.group === 'class')
      const counts = await Promise.all(names.map((name) => db.table(name).count()))
      return counts.some((count) => count > 0)
    },

    /** Reads a file at the door; one that is too large is not read at all. */
    openFile: async (file: Blob): Promise<OpenedBackup> =>
      file.size > MOST_BYTES
        ? { ok: false, refusal: 'too-big' }
        : openBackup(await file.text(), EPOCH),

    /**
     * Does what a plan says in one transaction: all of it or nothing. Rows that are replaced are put aside.
     * @param at milliseconds since 1970
     * @throws {StorageTrouble} `taken` when the device is no longer as it was when the plan was made
     */
    apply: ({ runs, tables }: ImportPlan, at: number): Promise<void> =>
      db.write(db.tables, async () => {
        await checkRuns(runs.updated)
        const replaced: unknown[] = []
        for (const [name, { added, updated }] of Object.entries(tables)) {
          const rows = [...added, ...updated.map(({ row }) => row)]
          if (!rows.length) continue
          replaced.push(...(await rowsStillThere(name, added, updated)))
          await putAll(name, rows)
        }
        const incoming = [...runs.added, ...runs.updated.map(({ row }) => row)]
        const texts = new Map(incoming.map(({ text }) => [text.hash, text]))
        await putAll('texts', [...texts.values()])
        await putAll(
          'runs',
          incoming.map(({ run }) => run),
        )
        await putAll(
          'records',
          incoming.flatMap(({ records }) => records),
        )
        const aside = { replaced, chain: runs.broken }
        for (const [reason, rows] of Object.entries(aside))
          if (rows.length) await db.quarantine.add({ at, reason, rows })
      }),
  }

  /** Puts many rows, some at a time: the screen answers in between. */
  async function putAll(name: string, rows: readonly object[]): Promise<void> {
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await db.table(name).bulkPut(rows.slice(from, from + AT_ONCE))
  }

  /** A run that was played on meanwhile is not overwritten. */
  async function checkRuns(updated: readonly { mine: WholeRun }[]): Promise<void> {
    for (const { mine } of updated) {
      const { id } = mine.run
      const count = await db.records.where('[run+seq]').between([id, 0], [id, Infinity]).count()
      if (count !== mine.records.length) throw new StorageTrouble('taken')
    }
  }

  /** The rows about to be replaced. None may have changed, and none have come, since the plan was made. */
  async function rowsStillThere(
    name: string,
    added: readonly object[],
    updated: readonly { mine: object }[],
  ): Promise<unknown[]> {
    const { keyPath = '', auto } = db.table(name).schema.primKey
    // Rows that the device numbers itself are always new ones.
    if (auto) return []
    const keyOf = (row: object) => Dexie.getByKeyPath(row, keyPath) as IndexableType
    const come: unknown[] = await db.table(name).bulkGet(added.map(keyOf))
    const here: unknown[] = await db.table(name).bulkGet(updated.map(({ mine }) => keyOf(mine)))
    const isSame = here.every((row, index) => canonical(row) === canonical(updated[index]?.mine))
    if (!isSame || come.some((row) => row !== undefined)) throw new StorageTrouble('taken')
    return here
  }
}
