import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { checkLimits, tooBig, type Limits } from '../limits'
import { canonical } from './canonical'

/** The number of this form of file. A higher one comes from a later version of the app. */
const VERSION = 1
const FORMAT = 'a-toi-de-jouer/backup'

/** What a device keeps, or what a file says one kept: rows are trusted only once `tableRules` has read them. */
export interface DeviceContent<Row = unknown> {
  /** What the stored data means; a device refuses data of a later epoch than its own. */
  epoch: number
  settings: Readonly<Record<string, unknown>>
  /** The rows of each table, in the order of their keys. */
  tables: Readonly<Record<string, readonly Row[]>>
}

/** What a file says about itself. */
interface BackupHead {
  /** Version of the app that wrote it. */
  app: string
  /** ISO 8601, UTC. */
  madeAt: string
}

export interface Backup extends BackupHead {
  content: DeviceContent
}

/**
 * Why a file is refused whole. Each has its sentence in `backup.refused`.
 * too-big: over 60 MB; not-json: cut, or something else; not-a-backup: JSON of another kind;
 * newer: made by a later version; damaged: its counts or its hash do not fit; unsafe: built to harm.
 */
export type Refusal = 'too-big' | 'not-json' | 'not-a-backup' | 'newer' | 'damaged' | 'unsafe'

export type OpenedBackup = { ok: true; backup: Backup } | { ok: false; refusal: Refusal }

const LIMITS: Limits = {
  bytes: 60_000_000,
  depth: 24,
  values: 4_000_000,
  steps: 100_000,
  items: 1_000_000,
}

/** The most bytes a backup may have: a larger file is not even read. */
export const MOST_BYTES = LIMITS.bytes

const Head = v.object({ format: v.literal(FORMAT), version: v.number() })
const File = v.object({
  app: v.pipe(v.string(), v.maxLength(60)),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  counts: v.record(v.string(), v.number()),
  sha256: v.string(),
  settings: v.record(v.string(), v.unknown()),
  tables: v.record(v.string(), v.array(v.unknown())),
})

/** The text of a backup: JSON with one row a line, its counts and the SHA-256 of its content in canonical form. */
export function writeBackup({ app, madeAt, content }: Backup): string {
  const tables = rowTexts(content.tables)
  const counts = Object.fromEntries(tables.map(([name, rows]) => [name, rows.length]))
  const head = {
    format: FORMAT,
    version: VERSION,
    app,
    madeAt,
    epoch: content.epoch,
    counts,
    sha256: hashOf(content, tables),
  }
  const lines = Object.entries(head).map(
    ([key, value]) => `${JSON.stringify(key)}: ${canonical(value)}`,
  )
  const bodies = tables.map(
    ([name, rows]) => `${JSON.stringify(name)}: [${rows.map((row) => `\n${row}`).join(',')}]`,
  )
  return `{
${lines.join(',\n')},
"settings": ${canonical(content.settings)},
"tables": {
${bodies.join(',\n')}
}
}
`
}

/** Reads the text of a file at the door. Never throws; what it says of its rows is still to be read one by one. */
export function openBackup(text: string, epoch: number): OpenedBackup {
  const refuse = (refusal: Refusal): OpenedBackup => ({ ok: false, refusal })
  if (tooBig(text, MOST_BYTES) !== undefined) return refuse('too-big')
  let value: unknown
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text)
  } catch {
    return refuse('not-json')
  }
  const { refused, found } = checkLimits(value, LIMITS)
  if (refused || found.some(({ code }) => code === 'forbidden-key')) return refuse('unsafe')
  const head = v.safeParse(Head, value)
  if (!head.success) return refuse('not-a-backup')
  if (head.output.version > VERSION) return refuse('newer')
  const file = v.safeParse(File, value)
  if (!file.success) return refuse('damaged')
  const { app, madeAt, counts, sha256: hash, ...content } = file.output
  if (content.epoch > epoch) return refuse('newer')
  const tables = rowTexts(content.tables)
  const isWhole =
    Object.keys(counts).length === tables.length &&
    tables.every(([name, rows]) => counts[name] === rows.length) &&
    hashOf(content, tables) === hash
  return isWhole ? { ok: true, backup: { app, madeAt, content } } : refuse('damaged')
}

type RowTexts = readonly [name: string, rows: readonly string[]][]

function rowTexts(tables: DeviceContent['tables']): RowTexts {
  return Object.entries(tables)
    .map(([name, rows]): RowTexts[number] => [name, rows.map(canonical)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** SHA-256, in hexadecimal, of the canonical form of `{ epoch, settings, tables }`. */
function hashOf({ epoch, settings }: DeviceContent, tables: RowTexts): string {
  const bodies = tables.map(([name, rows]) => `${JSON.stringify(name)}:[${rows.join(',')}]`)
  const text = `{"epoch":${epoch},"settings":${canonical(settings)},"tables":{${bodies.join(',')}}}`
  return bytesToHex(sha256(utf8ToBytes(text)))
}
