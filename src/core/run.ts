import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Setup } from './compile'
import type { Move } from './play'

/** One play of a module, from its first step to an ending. What happened is the list of its records. */
export interface Run extends Setup {
  id: string
  /** Module id, its version, and the hash of the exact text this run is played on. */
  scenario: string
  version: string
  text: string
  /** Milliseconds since 1970; display only, never used for order. */
  startedAt: number
  /** The run and the number of moves this one was replayed from, when it began at an earlier decision. */
  from?: { run: string; seq: number }
  /** Set once an ending is reached. */
  endedAt?: number
  ending?: string
}

/** One move (or step back), as stored: unique by run and seq, chained to the one before. */
export interface RunRecord extends Move {
  run: string
  /** 0, 1, 2… without gap. */
  seq: number
  /** Milliseconds since 1970. */
  at: number
  /** Hash of this record and of all before it. */
  hash: string
}

/** The record that comes after `last` (undefined for the first of a run). */
export function nextRecord(
  run: Run,
  last: RunRecord | undefined,
  made: Move,
  at: number,
): RunRecord {
  const record = { run: run.id, seq: last ? last.seq + 1 : 0, ...made, at }
  return { ...record, hash: hashOf(last?.hash ?? headHash(run), record) }
}

/** The move that takes a run back to its first `count` moves. It is a record like any other: nothing is erased. */
export function backTo(step: string, count: number): Move {
  return { step, pick: `<${count}` }
}

/** The moves that stand once every step back has been followed. */
export function movesOf(records: readonly Move[]): Move[] {
  let moves: Move[] = []
  for (const { step, pick, text } of records) {
    const back = /^<(\d+)$/.exec(pick)
    if (back) moves = moves.slice(0, Number(back[1]))
    else moves.push(text === undefined ? { step, pick } : { step, pick, text })
  }
  return moves
}

/** How many records, from the first, are sound: right run, no gap, chain unbroken. */
export function soundRecords(run: Run, records: readonly RunRecord[]): number {
  let previous = headHash(run)
  let sound = 0
  for (const record of records) {
    if (record.run !== run.id || record.seq !== sound || record.hash !== hashOf(previous, record))
      break
    previous = record.hash
    sound += 1
  }
  return sound
}

/** The hash that names a text: 128 bits of SHA-256, in hexadecimal. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)
}

function headHash({ id, scenario, text, level, variant, seed }: Run): string {
  return textHash(JSON.stringify([id, scenario, text, level, variant, seed]))
}

function hashOf(previous: string, record: Omit<RunRecord, 'hash'>): string {
  const { run, seq, step, pick, text, at } = record
  return textHash(JSON.stringify([previous, run, seq, step, pick, text ?? null, at]))
}
