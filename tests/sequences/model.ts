import { canonical } from '../../src/core/backup/canonical'
import { soundRecords } from '../../src/core/chain'
import type { Move } from '../../src/core/play'
import { movesOf } from '../../src/core/run'
import type { useCurrentRun } from '../../src/stores/current-run'
import type { World } from './world'

/** What a device must hold, said in the simplest way: the moves of the run that is being played, in order. */
export interface Model {
  run: string | undefined
  records: Move[]
  /** What each of two tabs knows; undefined: it is closed. */
  tabs: (Tab | undefined)[]
  backup: string | undefined
}
export interface Tab {
  run: string
  /** How many records it has seen: fewer than there are, and another tab has played on. */
  seen: number
  /** The device was full: what is played since is in memory only. */
  inMemory: boolean
  onlyLooks: boolean
}

export type Store = ReturnType<typeof useCurrentRun>

/** The device and its two tabs. */
export interface Device {
  world: World
  tabs: Store[]
}

/** @throws with both values when they are not the same */
export function agree(actual: unknown, expected: unknown, what: string): void {
  const [one, other] = [canonical(actual), canonical(expected)]
  if (one !== other) throw new Error(`${what}: ${one} instead of ${other}`)
}

/** The database and all that reads it come late: what they need of the browser must be there first. */
export async function loaded() {
  const [{ db }, { backupIn }] = await Promise.all([
    import('../../src/data/db'),
    import('../../src/data/backup'),
  ])
  return { db, backup: backupIn(db) }
}

/** The database as it must be: the run of the model, sound, with these very moves. */
export async function holds(model: Model): Promise<void> {
  if (model.run === undefined) return
  const { db } = await loaded()
  const run = await db.runs.get(model.run)
  const records = await db.records.where('run').equals(model.run).sortBy('seq')
  const plain = (moves: readonly Move[]) => moves.map(({ step, pick }) => `${step} ${pick}`)
  agree(plain(records), plain(model.records), 'records')
  if (run) agree(soundRecords(run, records), records.length, 'sound records')
}

/** A tab shows what the model says. */
export function shows(store: Store, model: Model): void {
  agree(store.state, 'playing', 'state')
  agree(store.run?.id, model.run, 'run')
  const picks = (moves: readonly Move[]) => moves.map(({ pick }) => pick)
  agree(picks(store.moves), picks(movesOf(model.records)), 'moves')
}

/** What must come of a move that a tab tries to keep. @returns whether it is kept */
export function kept(
  model: Model,
  tab: Tab,
  made: Move,
  { isEnding, isFull }: { isEnding: boolean; isFull: boolean },
): boolean {
  if (tab.inMemory || tab.onlyLooks) return false
  if (isFull) {
    tab.inMemory = true
    return false
  }
  if (tab.run !== model.run || tab.seen < model.records.length) {
    tab.onlyLooks = true
    return false
  }
  model.records.push(made)
  tab.seen += 1
  if (isEnding) Object.assign(model, { run: undefined, records: [] })
  return true
}
