import type { Move } from '../core/play'
import { backTo, type Run, type RunRecord } from '../core/run'
import type { KeptText } from '../data/db'
import type { KeptRun } from '../data/runs'
import { ownRun, type Ownership } from '../data/tabs'
import { troubleOf } from '../data/trouble'
import type { Notice } from './notice'

/** Dexie and the rest come right after the first screen, never before it. */
const keeping = () => import('../data/keep')

/**
 * One sitting: a run from its opening in this tab until it is left. Its moves are kept one after the other, and
 * its lock is held meanwhile. What comes late, once the learner has left, is still kept, but told to nobody.
 * @param tell says to the learner what happens to the memory of this run
 * @param held the lock of the run, when this tab has just taken it
 */
export function createSitting(tell: (notice: Notice) => void, held?: Ownership) {
  let kept: { run: Run; text: KeptText; records: RunRecord[] } | undefined
  let ownership = held
  let isInMemory = false
  let isLeft = false
  /** The writes asked so far, one after the other. Never rejects. */
  let written: Promise<unknown> = Promise.resolve()

  function inTurn<T>(write: () => Promise<T>): Promise<T> {
    const result = written.then(write)
    written = result.catch(() => undefined)
    return result
  }

  function say(notice: Notice): void {
    if (!isLeft) tell(notice)
  }

  /** Keeps a new run and the moves it begins with. @returns the run, pinned to its text; nothing when refused. */
  function begin(
    started: Omit<Run, 'text'>,
    text: string,
    copied: readonly Move[],
  ): Promise<Run | undefined> {
    return inTurn(async () => {
      try {
        const keep = await keeping()
        const pinned = keep.pinned(started, text)
        const records = keep.chained(pinned.run, copied, started.startedAt)
        await keep.beginRun({ ...pinned, records })
        kept = { ...pinned, records }
        await own()
      } catch (error) {
        stayInMemory(error)
      }
      return kept?.run
    })
  }

  /**
   * Goes on with a kept run.
   * @param cut where it stands, when its last moves are not possible any more: the run is taken back there, so
   * that what is played next is found again
   */
  async function resume(
    found: KeptRun,
    cut: { step: string; count: number } | undefined,
  ): Promise<void> {
    kept = { ...found, records: [...found.records] }
    if (!ownership) await inTurn(own)
    if (cut && ownership) await keep(backTo(cut.step, cut.count))
  }

  /** @returns whether the move may be shown: it is on the disk, or the learner was told that nothing is kept. */
  function keep(made: Move, ending?: string): Promise<boolean> {
    return inTurn(async () => {
      if (isInMemory || !kept) return true
      try {
        const { keepNext } = await keeping()
        await keepNext(kept, made, Date.now(), ending, say)
        return true
      } catch (error) {
        const isTaken = troubleOf(error).kind === 'taken'
        if (isTaken) giveAway()
        else stayInMemory(error)
        return !isTaken
      }
    })
  }

  function stayInMemory(error: unknown): void {
    isInMemory = true
    say({ kind: troubleOf(error).kind })
  }

  async function own(): Promise<void> {
    await release()
    ownership = kept && (await ownRun(kept.run.id, giveAway))
    if (!ownership) say({ kind: 'taken' })
  }

  /** Gives the run to another tab, after the last write: here one only looks from now on. */
  function giveAway(): void {
    void inTurn(release)
    say({ kind: 'taken' })
  }

  /** Leaves the run; it stays kept. Resolves when its last write is done and its lock given back. */
  function leave(): Promise<void> {
    isLeft = true
    return inTurn(release)
  }

  async function release(): Promise<void> {
    const given = ownership
    ownership = undefined
    await given?.release()
  }

  return { begin, resume, keep, giveAway, leave, isLeft: () => isLeft }
}

export type Sitting = ReturnType<typeof createSitting>
