import { writeBackup } from '../core/backup/backup-file'
import { canonical } from '../core/backup/canonical'
import { DATABASE } from './marker'
import { openMirror } from './mirror'
import { rawTables, type RawTables } from './raw-tables'
import { loadSettings } from './settings'

/** What could be saved of a device whose database may not open. */
interface Rescue {
  /** A backup like any other: the app reads it back. */
  text: string
  /** Runs in it. */
  runs: number
  /** Rows of every table in it. */
  rows: number
  /** The database could not be read: what is there comes from the second copy of the runs. */
  withoutDatabase: boolean
}

/** Where rows come from; replaced in tests. */
interface Sources {
  tables: () => Promise<RawTables>
  mirror: typeof openMirror
}

/** The first epoch: every version of the app reads it. */
const FIRST_EPOCH = 1

/**
 * Everything this device keeps, as a backup, without asking Dexie: rows as the browser has them, then what only
 * the mirror has. Never throws.
 * @param app version of the app
 * @param at milliseconds since 1970
 */
export async function rescue(
  { app, at }: { app: string; at: number },
  sources: Sources = { tables: () => rawTables(DATABASE), mirror: openMirror },
): Promise<Rescue> {
  const read = await sources.tables().catch(() => undefined)
  const { meta = [], ...tables } = read ?? {}
  const whole = withMirror(tables, await mirrorRows(sources.mirror))
  const sound = Object.fromEntries(
    Object.entries(whole).map(([name, rows]) => [name, rows.filter(isPlain)]),
  )
  const content = { epoch: epochIn(meta), settings: { ...loadSettings() }, tables: sound }
  return {
    text: writeBackup({ app, madeAt: new Date(at).toISOString(), content }),
    runs: sound['runs']?.length ?? 0,
    rows: Object.values(sound).reduce((sum, rows) => sum + rows.length, 0),
    withoutDatabase: read === undefined,
  }
}

/** What the second copy has: the three tables of runs. */
const KEYS = { runs: ['id'], records: ['run', 'seq'], texts: ['hash'] } as const
type MirrorRows = Record<keyof typeof KEYS, readonly unknown[]>

async function mirrorRows(open: typeof openMirror): Promise<MirrorRows> {
  try {
    const copies = (await (await open())?.readAll()) ?? []
    return {
      runs: copies.map(({ run }) => run),
      records: copies.flatMap(({ records }) => records),
      texts: copies.map(({ text }) => text),
    }
  } catch {
    return { runs: [], records: [], texts: [] }
  }
}

/** Rows of the database, and those that only the mirror has; texts of the mirror were verified, they come first. */
function withMirror(tables: RawTables, mirror: MirrorRows): RawTables {
  const whole: RawTables = { ...tables }
  for (const name of ['runs', 'records', 'texts'] as const) {
    const nameOf = (row: unknown) =>
      JSON.stringify(KEYS[name].map((key) => (row as Record<string, unknown> | null)?.[key]))
    const own = tables[name] ?? []
    const copies = mirror[name]
    const lastWins = name === 'texts' ? [...own, ...copies] : [...copies, ...own]
    whole[name] = [...new Map(lastWins.map((row) => [nameOf(row), row])).values()]
  }
  return whole
}

/** A row that a text can hold: no loop, no number beyond JSON. */
function isPlain(row: unknown): boolean {
  try {
    canonical(row)
    return true
  } catch {
    return false
  }
}

function epochIn(meta: readonly unknown[]): number {
  const found = (meta as { key?: unknown; value?: unknown }[]).find((row) => row?.key === 'epoch')
  return typeof found?.value === 'number' ? found.value : FIRST_EPOCH
}
