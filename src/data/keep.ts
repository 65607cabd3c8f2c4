import { nextRecord, soundRecords, textHash } from '../core/chain'
import type { Run, RunRecord } from '../core/run'
import type { Move } from '../core/play'
import { db } from './db'
import { isMarked, markKeptRuns } from './marker'
import { openMirror } from './mirror'
import { runsIn, type KeptRun } from './runs'
import { StorageTrouble, troubleOf } from './trouble'

/** What was found when the device's runs were opened. */
export interface Opening {
  /** Runs read back from the mirror after the browser wiped the database. */
  rebuilt: number
  /** The database was wiped and the mirror held nothing. */
  lost: boolean
  /** The data belongs to a later version of the app: read only. */
  newer: boolean
}

/** A run, and how many of its records were just put aside. */
type ReadRun = KeptRun & { quarantined: number }

const runs = runsIn()
const mirroring = openMirror()
let isSilent = false

/** How long the private files may take to answer for one run, and for all of them, in milliseconds. */
const PATIENCE = 2_000
const PATIENCE_FOR_ALL = 20_000
let opening: Promise<Opening> | undefined
// A browser that deletes a database closes it first: what was found at the opening is then looked for again.
db.on('close', () => (opening = undefined))

/**
 * Opens the device's runs, and rebuilds them from the mirror when the database was wiped.
 * What was rebuilt or lost is told to the first who asks, and not again.
 * @throws {StorageTrouble} when the database does not open.
 */
export async function openRuns(): Promise<Opening> {
  const told = await opened()
  opening = Promise.resolve({ ...told, rebuilt: 0, lost: false })
  return told
}

/**
 * Opens the device's runs for what is kept beside them. What was rebuilt or lost is still told by `openRuns`.
 * @throws {StorageTrouble} when the database does not open.
 */
export function opened(): Promise<Opening> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined
    throw troubleOf(error)
  })
  return opening
}

/** A new run with its pinned text. @param text the pack's text. */
export function pinned(run: Omit<Run, 'text'>, text: string): { run: Run; text: KeptRun['text'] } {
  const hash = textHash(text)
  return { run: { ...run, text: hash }, text: { hash, scenario: run.scenario, text } }
}

/** Moves already made elsewhere, as the first records of a new run. @param at milliseconds since 1970 */
export function chained(run: Run, moves: readonly Move[], at: number): RunRecord[] {
  const records: RunRecord[] = []
  for (const made of moves) records.push(nextRecord(run, records.at(-1), made, at))
  return records
}

/** Keeps a new run: durable in the database, then mirrored. @throws {StorageTrouble} */
export async function beginRun(kept: KeptRun): Promise<void> {
  await opened()
  await runs.add(kept)
  markKeptRuns()
  await mirrored((mirror) => mirror.begin(kept))
}

/**
 * Keeps one move: durable in the database, then mirrored. The promise resolves when it can be shown.
 * @param at milliseconds since 1970
 * @throws {StorageTrouble} nothing was kept.
 */
export async function keepMove(
  run: Run,
  last: RunRecord | undefined,
  made: Move,
  at: number,
  ending?: string,
): Promise<RunRecord> {
  const record = nextRecord(run, last, made, at)
  const over = ending === undefined ? undefined : { endedAt: at, ending }
  await runs.append(record, over)
  await mirrored((mirror) => mirror.append(record, over))
  return record
}

/**
 * Keeps one move of a run that a tab plays, and adds its record to those the tab has. When the browser deleted the
 * database meanwhile, everything the mirror has comes back first, and this run as the tab has it.
 * @param at milliseconds since 1970
 * @param tell is told how many runs the device has again, when it had to be rebuilt
 * @throws {StorageTrouble} nothing was kept.
 */
export async function keepNext(
  kept: KeptRun,
  made: Move,
  at: number,
  ending: string | undefined,
  tell: (rebuilt: { kind: 'rebuilt'; count: number }) => void,
): Promise<void> {
  const write = () => keepMove(kept.run, kept.records.at(-1), made, at, ending)
  const record = await write().catch(async (error: unknown) => {
    if (troubleOf(error).kind !== 'wiped') throw error
    tell({ kind: 'rebuilt', count: await keepAgain(kept) })
    return write()
  })
  kept.records.push(record)
}

async function keepAgain(kept: KeptRun): Promise<number> {
  opening = undefined
  await openRuns()
  await runs.restore([kept])
  markKeptRuns()
  await mirrored((mirror) => mirror.begin(kept))
  return db.runs.count()
}

/**
 * A run as far as it is sound. Broken records are put aside; then each of the two copies gives the other
 * what it misses, and where they went different ways the database is right.
 * @param at milliseconds since 1970
 */
export async function readRun(id: string, at: number): Promise<ReadRun | undefined> {
  if ((await opened()).newer) return readOnly(id)
  try {
    return await readAndMend(id, at)
  } catch (error) {
    // Newer code in another tab has taken the device over since this one was opened.
    if (troubleOf(error).kind === 'newer') return readOnly(id)
    throw error
  }
}

async function readOnly(id: string): Promise<ReadRun | undefined> {
  const kept = await runs.get(id)
  return kept && { ...kept, records: soundOf(kept), quarantined: 0 }
}

async function readAndMend(id: string, at: number): Promise<ReadRun | undefined> {
  const [kept, copy] = await Promise.all([
    runs.get(id),
    inTime(mirroring.then((mirror) => mirror?.readRecords(id))),
  ])
  if (!kept) {
    const whole = await inTime(mirroring.then((mirror) => mirror?.read(id)))
    if (whole) await runs.restore([whole])
    return whole && { ...whole, quarantined: 0 }
  }
  const sound = { ...kept, records: soundOf(kept) }
  const isSound = sound.records.length === kept.records.length
  const quarantined = isSound ? 0 : await runs.quarantineBroken(kept.run, at)
  const agree = copy?.run.text === kept.run.text && isSameRoad(copy.records, sound.records)
  if (agree && copy.records.length > sound.records.length) {
    const longer = { ...copy, text: kept.text }
    await runs.restore([longer])
    return { ...longer, quarantined }
  }
  if (!agree || copy.records.length < sound.records.length)
    await mirrored((mirror) => mirror.begin(sound))
  return { ...sound, quarantined }
}

/** Runs that came in from a backup and are in the database: mirrored too. */
export async function mirrorRuns(kept: readonly KeptRun[]): Promise<void> {
  if (!kept.length) return
  markKeptRuns()
  await mirrored((mirror) => mirror.beginAll(kept))
}

/** All runs, the oldest first. */
export async function allRuns(): Promise<Run[]> {
  await opened()
  return runs.all()
}

/** The records of a run, whatever their state. */
export async function recordsOfRun(id: string): Promise<RunRecord[]> {
  await opened()
  return runs.records(id)
}

/** The names of the steps that some runs went through, whatever the state of their records. */
export async function stepsSeen(ids: readonly string[]): Promise<Set<string>> {
  await opened()
  return runs.stepsSeen(ids)
}

async function open(): Promise<Opening> {
  if (!db.isOpen()) await db.open()
  if (await db.isNewer()) return { rebuilt: 0, lost: false, newer: true }
  if ((await db.runs.count()) > 0) return { rebuilt: 0, lost: false, newer: false }
  const copies = await inTime(
    mirroring.then((mirror) => mirror?.readAll() ?? []),
    PATIENCE_FOR_ALL,
  )
  // Not « nothing to rebuild »: new runs would then hide the old ones for good.
  if (!copies) throw new StorageTrouble('broken')
  await runs.restore(copies)
  return { rebuilt: copies.length, lost: copies.length === 0 && isMarked(), newer: false }
}

function soundOf({ run, records }: KeptRun): RunRecord[] {
  return records.slice(0, soundRecords(run, records))
}

/** Says whether one list begins with the other: hashes are chained, so the last one both have tells. */
function isSameRoad(some: readonly RunRecord[], others: readonly RunRecord[]): boolean {
  const last = Math.min(some.length, others.length) - 1
  return some[last]?.hash === others[last]?.hash
}

/** The mirror is a second chance, not a condition: its failures never stop a play, nor does its silence. */
async function mirrored(
  work: (mirror: NonNullable<Awaited<typeof mirroring>>) => Promise<void>,
): Promise<void> {
  await inTime(
    mirroring.then((mirror) => mirror && work(mirror)),
    PATIENCE,
  ).catch(() => undefined)
}

/** @returns undefined when the private files have once been silent too long; they are then left alone until the next opening. */
async function inTime<T>(answer: Promise<T>, patience = PATIENCE): Promise<T | undefined> {
  if (isSilent) return undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      isSilent = true
      resolve(undefined)
    }, patience)
  })
  try {
    return await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
