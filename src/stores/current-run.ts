import { defineStore } from 'pinia'
import { computed, nextTick, shallowRef } from 'vue'
import type { Art } from '../core/art'
import { compile, type Game } from '../core/compile'
import { feedbackOf, type Feedback } from '../core/feedback'
import type { Pack } from '../core/pack'
import { move, replay, stepAt, type Move, type Snapshot } from '../core/play'
import { backTo, movesOf, type Run, type RunRecord } from '../core/run'
import { artOf, packText } from '../data/library'
import { hasKeptRuns } from '../data/marker'
import { ownRun, takeRun, type Ownership } from '../data/tabs'
import { troubleOf } from '../data/trouble'
import { newId, newSeed } from './chance'
import { noticeOf, type Notice } from './notice'

/** What to play: a module, and perhaps an exact run, a level, a variant, or an earlier moment to replay from. */
export interface Wish {
  module: string
  run?: string
  level?: string
  variant?: string
  /** A kept run, and how many of its moves to keep. */
  from?: { run: string; moves: number }
}

/** Dexie and the rest come right after the first screen, never before it. */
const keeping = () => import('../data/keep')

/** The run being played: its machine, its moment, and the one way to change it. */
export const useCurrentRun = defineStore('current-run', () => {
  const game = shallowRef<Game>()
  const pack = shallowRef<Pack>()
  const art = shallowRef<Art>()
  const run = shallowRef<Run>()
  const snapshot = shallowRef<Snapshot>()
  const moves = shallowRef<readonly Move[]>([])
  const feedback = shallowRef<Feedback>()
  const notice = shallowRef<Notice>()
  /** The coach explains at once on a first play, in the debrief later (see docs/pedagogy in DESIGN_GOALS). */
  const notesNow = shallowRef(true)
  const state = shallowRef<'empty' | 'loading' | 'unknown' | 'offline' | 'playing'>('empty')
  const busy = shallowRef(false)

  let last: RunRecord | undefined
  let kept: Promise<unknown> = Promise.resolve()
  let inMemory = false
  let ownership: Ownership | undefined
  let released: Promise<unknown> = Promise.resolve()
  /** Counts openings, so that an answer that comes too late is left. */
  let opening = 0

  const step = computed(() =>
    game.value && snapshot.value ? stepAt(game.value, snapshot.value) : undefined,
  )
  const level = computed(() =>
    game.value?.scenario.levels.find((candidate) => candidate.id === run.value?.level),
  )

  /** Another tab plays this run: here one only looks. */
  const readOnly = computed(() => notice.value?.kind === 'taken')

  /** Opens a run: the one asked for, else the unfinished one of this module, else a new one. */
  async function open(wish: Wish): Promise<void> {
    close()
    const turn = opening
    state.value = 'loading'
    try {
      const mayBeKept = wish.from ?? wish.run ?? (await hasKeptRuns())
      const found = mayBeKept && (await findKept(wish))
      if (found || turn !== opening) return
      const text = await packText(wish.module)
      if (turn !== opening) return
      if (text === undefined) state.value = 'unknown'
      else begin(wish, text)
    } catch {
      if (turn === opening) state.value = 'offline'
    }
  }

  async function findKept(wish: Wish): Promise<boolean> {
    const turn = opening
    try {
      const keep = await keeping()
      notice.value = noticeOf(await keep.openRuns())
      const all = (await keep.allRuns()).filter((one) => one.scenario === wish.module)
      notesNow.value = !all.some((one) => one.endedAt !== undefined)
      const id =
        wish.from?.run ??
        wish.run ??
        (wish.level ? undefined : all.findLast((one) => one.endedAt === undefined)?.id)
      const found = id === undefined ? undefined : await keep.readRun(id, Date.now())
      if (!found || turn !== opening) return false
      const foundPack = JSON.parse(found.text.text) as Pack
      const standing = movesOf(found.records)
      if (wish.from) {
        const { run: from, moves: count } = wish.from
        begin({ ...wish, level: found.run.level, variant: found.run.variant }, found.text.text, {
          seed: found.run.seed,
          moves: standing.slice(0, count),
          from: { run: from, seq: count },
        })
        return true
      }
      last = found.records.at(-1)
      if (found.quarantined) notice.value = { kind: 'quarantined' }
      show(foundPack, found.run, standing)
      await own(found.run.id)
      return true
    } catch (error) {
      notice.value = { kind: troubleOf(error).kind }
      return false
    }
  }

  function begin(
    wish: Wish,
    text: string,
    again?: { seed: number; moves: readonly Move[]; from: NonNullable<Run['from']> },
  ): void {
    const newPack = JSON.parse(text) as Pack
    const { scenario } = newPack
    const seed = again?.seed ?? newSeed()
    const newLevel = scenario.levels.find((one) => one.id === wish.level) ?? scenario.levels[0]
    const open = scenario.variants.filter((one) => one.levels.includes(newLevel?.id ?? ''))
    const variant = open.find((one) => one.id === wish.variant) ?? open[seed % open.length]
    const started = {
      id: newId(),
      scenario: scenario.id,
      version: scenario.version,
      level: newLevel?.id ?? '',
      variant: variant?.id ?? '',
      seed,
      startedAt: Date.now(),
      ...(again ? { from: again.from } : {}),
    }
    show(newPack, { ...started, text: '' }, again?.moves ?? [])
    kept = keepBeginning(started, text, again?.moves ?? [])
  }

  async function keepBeginning(
    started: Omit<Run, 'text'>,
    text: string,
    copied: readonly Move[],
  ): Promise<void> {
    try {
      const keep = await keeping()
      const { run: pinnedRun, text: keptText } = keep.pinned(started, text)
      const records = keep.chained(pinnedRun, copied, started.startedAt)
      await keep.beginRun({ run: pinnedRun, records, text: keptText })
      last = records.at(-1)
      run.value = pinnedRun
      await own(pinnedRun.id)
    } catch (error) {
      stayInMemory(error)
    }
  }

  function show(newPack: Pack, newRun: Run, standing: readonly Move[]): void {
    const newGame = compile(newPack.scenario)
    const { snapshot: now, played } = replay(newGame, newRun, standing)
    pack.value = newPack
    game.value = newGame
    run.value = newRun
    snapshot.value = now
    moves.value = standing.slice(0, played)
    feedback.value = undefined
    state.value = 'playing'
    void nextTick(async () => (art.value = await artOf(newRun.scenario)))
  }

  /** Makes a move: kept first, shown after. Refused moves and double taps change nothing. */
  async function choose(pick: string, text?: string): Promise<void> {
    const before = snapshot.value
    if (busy.value || readOnly.value) return
    if (!game.value || !before || !step.value) return
    const made: Move = { step: step.value.id, pick, ...(text === undefined ? {} : { text }) }
    const after = move(game.value, before, made)
    if (!after) return
    busy.value = true
    try {
      const ending = after.status === 'done' ? String(after.value) : undefined
      if (!(await keepOne(made, ending))) return
      moves.value = [...moves.value, made]
      snapshot.value = after
      feedback.value = feedbackOf(game.value, before, made, after)
    } finally {
      busy.value = false
    }
  }

  /** Goes back to the moment before the last decision. */
  async function back(): Promise<void> {
    if (busy.value || readOnly.value) return
    if (!game.value || !run.value || !step.value) return
    const count = lastDecision()
    if (count < 0) return
    busy.value = true
    try {
      if (!(await keepOne(backTo(step.value.id, count)))) return
      moves.value = moves.value.slice(0, count)
      snapshot.value = replay(game.value, run.value, moves.value).snapshot
      feedback.value = undefined
    } finally {
      busy.value = false
    }
  }

  function lastDecision(): number {
    return moves.value.findLastIndex(
      ({ step: id }) => game.value?.steps.get(id)?.kind === 'decision',
    )
  }

  /** @returns whether the move may be shown: kept, or played in memory after the learner was told. */
  async function keepOne(made: Move, ending?: string): Promise<boolean> {
    await kept
    if (inMemory || !run.value) return true
    try {
      const keep = await keeping()
      last = await keep.keepMove(run.value, last, made, Date.now(), ending)
      return true
    } catch (error) {
      const { kind } = troubleOf(error)
      if (kind === 'taken') giveAway()
      else stayInMemory(error)
      return kind !== 'taken'
    }
  }

  function stayInMemory(error: unknown): void {
    inMemory = true
    notice.value = { kind: troubleOf(error).kind }
  }

  async function own(id: string): Promise<void> {
    const turn = opening
    await released
    const owned = await ownRun(id, () => giveAway())
    if (turn !== opening) await owned?.release()
    else if (owned) ownership = owned
    else notice.value = { kind: 'taken' }
  }

  /** Takes the run from the tab that plays it. */
  async function takeHere(): Promise<void> {
    const id = run.value?.id
    if (!id || !run.value) return
    ownership = await takeRun(id, () => giveAway())
    if (!ownership) return
    await open({ module: run.value.scenario, run: id })
  }

  function giveAway(): void {
    letGo()
    notice.value = { kind: 'taken' }
  }

  function letGo(): void {
    if (ownership) released = ownership.release()
    ownership = undefined
  }

  /** The learner has read what the last move brought. */
  function readOn(): void {
    feedback.value = undefined
  }

  /** Leaves the run; it stays kept. */
  function close(): void {
    opening += 1
    letGo()
    last = undefined
    kept = Promise.resolve()
    inMemory = false
    notice.value = undefined
    feedback.value = undefined
    notesNow.value = true
    state.value = 'empty'
  }

  return {
    game,
    pack,
    art,
    run,
    snapshot,
    moves,
    step,
    level,
    feedback,
    notice,
    notesNow,
    state,
    busy,
    readOnly,
    open,
    choose,
    back,
    canBack: computed(() => Boolean(level.value?.stepBack) && lastDecision() >= 0),
    readOn,
    takeHere,
    close,
  }
})
