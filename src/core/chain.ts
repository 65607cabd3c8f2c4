import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Move } from './play'
import type { Run, RunRecord } from './run'

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
