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

/** The move that takes a run back to its first `count` moves. It is a record like any other: nothing is erased. */
export function backTo(step: string, count: number): Move {
  return { step, pick: `<${count}` }
}

/** The records that stand once every step back has been followed. */
export function standingOf<T extends Move>(records: readonly T[]): T[] {
  let standing: T[] = []
  for (const record of records) {
    const back = /^<(\d+)$/.exec(record.pick)
    if (back) standing = standing.slice(0, Number(back[1]))
    else standing.push(record)
  }
  return standing
}

/** The moves that stand once every step back has been followed. */
export function movesOf(records: readonly Move[]): Move[] {
  return standingOf(records).map(({ step, pick, text }) =>
    text === undefined ? { step, pick } : { step, pick, text },
  )
}
