import type { Setup } from '../compile'
import type { Move } from '../play'

/** A move, and about how long the pupil took for it, in seconds; undefined when it was not measured. */
export interface TimedMove extends Move {
  seconds?: number
}

/** One finished play of a module, as it is handed in. */
export interface ResultRun extends Setup {
  module: string
  version: string
  /** 1 for the first time the pupil finished the module. */
  attempt: number
  /** Milliseconds since 1970, to the minute. */
  startedAt: number
  moves: TimedMove[]
  ending: string
}

/** What a pupil hands in: nothing else leaves their device. */
export interface Result {
  assignment: string
  /** 10 hexadecimal digits drawn for this assignment: two hand-ins of one pupil are recognised, nothing more. */
  member: string
  /** The pseudonym or number the pupil chose. */
  name: string
  /** Milliseconds since 1970, to the second. */
  sentAt: number
  /** How many times each module was finished. */
  plays: Record<string, number>
  /** The first run of each module, and the best one when it is another. */
  runs: ResultRun[]
}

/** The longest name, in UTF-8 bytes. */
export const LONGEST_NAME = 48
