import { soundRecords, textHash } from '../core/chain'
import type { Run, RunRecord } from '../core/run'
import type { KeptText } from './db'
import { DATABASE } from './marker'
import type { KeptRun } from './runs'

/**
 * A second copy of every run, outside IndexedDB: a browser may delete a whole database at once,
 * and what survives then is the origin private file system (see docs/reliability.md).
 * One file per run, one JSON line per record; one file per text. Finished runs stay too.
 */
export interface Mirror {
  /** Writes the header, the text and the first records of a run. */
  begin: (kept: KeptRun) => Promise<void>
  /** Writes many runs, each text once: runs that come from a backup. */
  beginAll: (kept: readonly KeptRun[]) => Promise<void>
  /** Adds one record (or the ending) at the end of a run's file. */
  append: (record: RunRecord, over?: Pick<Run, 'endedAt' | 'ending'>) => Promise<void>
  /** Every run that can be read back, with its sound records. Files that cannot be read are passed over. */
  readAll: () => Promise<KeptRun[]>
  /** One run, when its file holds it. */
  read: (id: string) => Promise<KeptRun | undefined>
  /** The same without its text, of which only the presence is checked: for a run whose text is known already. */
  readRecords: (id: string) => Promise<Omit<KeptRun, 'text'> | undefined>
}

/** The mirror of this device, or undefined where the browser has no private file system to write to. */
export async function openMirror(
  storage: Pick<StorageManager, 'getDirectory'> | undefined = globalThis.navigator?.storage,
): Promise<Mirror | undefined> {
  try {
    const root = await storage?.getDirectory()
    if (!root || !('createWritable' in FileSystemFileHandle.prototype)) return undefined
    return mirrorIn(root)
  } catch {
    return undefined
  }
}

function mirrorIn(root: FileSystemDirectoryHandle): Mirror {
  const folder = () => root.getDirectoryHandle(DATABASE, { create: true })
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }

  async function writeAt(name: string, content: string, append: boolean): Promise<void> {
    const file = await (await folder()).getFileHandle(name, { create: true })
    const size = append ? (await file.getFile()).size : 0
    const writable = await file.createWritable({ keepExistingData: append })
    if (append) await writable.seek(size)
    await writable.write(content)
    await writable.close()
  }

  async function readFile(name: string): Promise<string | undefined> {
    try {
      return await (await (await (await folder()).getFileHandle(name)).getFile()).text()
    } catch {
      return undefined
    }
  }

  async function parsedRun(id: string): Promise<Omit<KeptRun, 'text'> | undefined> {
    const content = await readFile(`run-${id}.jsonl`)
    return content === undefined ? undefined : readRun(content, id)
  }

  async function read(id: string): Promise<KeptRun | undefined> {
    const parsed = await parsedRun(id)
    const text = parsed && (await readFile(textName(parsed.run.text)))
    if (!parsed || text === undefined || textHash(text) !== parsed.run.text) return undefined
    const kept: KeptText = { hash: parsed.run.text, scenario: parsed.run.scenario, text }
    return { ...parsed, text: kept }
  }

  /** A power cut may leave a file without what was written in it. */
  async function hasText(hash: string): Promise<boolean> {
    try {
      const file = await (await folder()).getFileHandle(textName(hash))
      return (await file.getFile()).size > 0
    } catch {
      return false
    }
  }

  async function readRecords(id: string): Promise<Omit<KeptRun, 'text'> | undefined> {
    const parsed = await parsedRun(id)
    return parsed && (await hasText(parsed.run.text)) ? parsed : undefined
  }

  const writeText = ({ text }: KeptRun) => writeAt(textName(text.hash), text.text, false)
  const writeRun = ({ run, records }: KeptRun) => {
    const lines = [{ format: 1, run }, ...records].map(toLine).join('')
    return writeAt(`run-${run.id}.jsonl`, lines, false)
  }

  return {
    begin: (kept) =>
      inTurn(async () => {
        await writeText(kept)
        await writeRun(kept)
      }),
    // One turn a run: a run that is being played meanwhile does not wait for all the others.
    async beginAll(all) {
      const texts = new Map(all.map((kept) => [kept.text.hash, kept]))
      for (const kept of texts.values()) await inTurn(() => writeText(kept))
      for (const kept of all) await inTurn(() => writeRun(kept))
    },
    append: (record, over) =>
      inTurn(() =>
        writeAt(`run-${record.run}.jsonl`, toLine(record) + (over ? toLine({ over }) : ''), true),
      ),
    read: (id) => inTurn(() => read(id)),
    readRecords: (id) => inTurn(() => readRecords(id)),
    readAll: () =>
      inTurn(async () => {
        const runs: KeptRun[] = []
        for await (const name of (await folder()).keys()) {
          const id = /^run-(.+)\.jsonl$/.exec(name)?.[1]
          const kept = id === undefined ? undefined : await read(id)
          if (kept) runs.push(kept)
        }
        return runs
      }),
  }
}

const textName = (hash: string) => `text-${hash}.json`

function toLine(row: unknown): string {
  return `${JSON.stringify(row)}\n`
}

/** Reads back a run's file; a cut last line is left out, and what no longer follows the chain. */
function readRun(content: string, id: string): Omit<KeptRun, 'text'> | undefined {
  const rows = content.split('\n').flatMap((line): Record<string, unknown>[] => {
    try {
      const row: unknown = JSON.parse(line)
      return isObject(row) ? [row] : []
    } catch {
      return []
    }
  })
  const head = rows.shift()
  if (head?.['format'] !== 1 || !isObject(head['run'])) return undefined
  const over = rows.findLast((row) => 'over' in row)?.['over']
  const run = { ...head['run'], ...(isObject(over) ? over : {}) }
  if (!isRun(run) || run.id !== id) return undefined
  const records = rows.filter((row) => 'seq' in row) as unknown as RunRecord[]
  return { run, records: records.slice(0, soundRecords(run, records)) }
}

/** A damaged header must not stop the other runs from being read: what the app reads of it has its type. */
function isRun(run: Record<string, unknown>): run is Run & Record<string, unknown> {
  const { endedAt = 0, ending = '' } = run
  const words = ['id', 'scenario', 'version', 'text', 'level', 'variant'].map((key) => run[key])
  return (
    [...words, ending].every((value) => typeof value === 'string') &&
    [run['seed'], run['startedAt'], endedAt].every((value) => Number.isFinite(value))
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
