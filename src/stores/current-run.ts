import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Art } from '../core/art'
import type { Game } from '../core/compile'
import { feedbackOf, type Feedback } from '../core/feedback'
import type { Pack } from '../core/pack'
import { move, replay, stepAt, type Move, type Snapshot } from '../core/play'
import { backTo, movesOf, type Run } from '../core/run'
import type { Scenario } from '../core/scenario'
import { isStepBackRefused } from '../data/assignment-sign'
import { artOf } from '../data/library'
import { hasKeptRuns, isMarked } from '../data/marker'
import { takeRun, type Ownership } from '../data/tabs'
import { troubleOf } from '../data/trouble'
import { newId, newSeed } from './chance'
import { noticeOf, type Notice } from './notice'
import { painted } from './painted'
import { readyFrom, shippedModule, type Ready } from './ready-module'
import { createSitting, type Sitting } from './sitting'

/** What to play: a module, and perhaps an exact run, a level, a variant, or an earlier moment to replay from. */
export interface Wish {
  module: string
  run?: string
  level?: string
  variant?: string
  /** A kept run, and how many of its moves to keep. */
  from?: { run: string; moves: number }
}

/** Draws the seed of a new run. */
type SeedOf = (scenario: Scenario, level: string, variant?: string) => number

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
  /** The coach explains at once on a first play, in the debrief later: see the decisions of DESIGN_GOALS. */
  const notesNow = shallowRef(true)
  const state = shallowRef<'empty' | 'loading' | 'unknown' | 'offline' | 'playing'>('empty')
  const busy = shallowRef(false)
  let seedOf: SeedOf = newSeed

  const tell = (told: Notice) => (notice.value = told)
  let sitting = createSitting(tell)

  const step = computed(() =>
    game.value && snapshot.value ? stepAt(game.value, snapshot.value) : undefined,
  )
  const level = computed(() =>
    game.value?.scenario.levels.find((candidate) => candidate.id === run.value?.level),
  )

  /** Another tab plays this run: here one only looks. */
  const readOnly = computed(() => notice.value?.kind === 'taken')

  /**
   * Opens a run: the one asked for, else the unfinished one of this module, else a new one.
   * @param held the lock of the run asked for, when this tab has just taken it
   */
  async function open(wish: Wish, held?: Ownership): Promise<void> {
    const left = close()
    const mine = (sitting = createSitting(tell, held))
    seedOf = newSeed
    state.value = 'loading'
    try {
      // The module is made ready while the browser looks for its runs.
      let shipped: Ready | undefined
      const coming = shippedModule(wish.module).then((ready) => (shipped = ready))
      coming.catch(() => undefined)
      const mayBeKept = wish.from ?? wish.run ?? (isMarked() || (await hasKeptRuns()))
      const isLikeShipped = (text: string) => (shipped?.text === text ? shipped : undefined)
      if (mayBeKept && (await left.then(() => findKept(wish, mine, isLikeShipped)))) return
      const ready = await coming
      if (mine.isLeft()) return
      if (ready) begin(wish, ready)
      else state.value = 'unknown'
    } catch {
      if (!mine.isLeft()) state.value = 'offline'
    }
  }

  /**
   * @param ready gives a text that is ready already
   * @returns whether there is nothing more to open: the run was found, or the learner has left meanwhile.
   */
  async function findKept(
    wish: Wish,
    mine: Sitting,
    ready: (text: string) => Ready | undefined,
  ): Promise<boolean> {
    try {
      const keep = await keeping()
      const news = noticeOf(await keep.openRuns())
      const all = (await keep.allRuns()).filter((one) => one.scenario === wish.module)
      const id =
        wish.from?.run ??
        wish.run ??
        (wish.level ? undefined : all.findLast((one) => one.endedAt === undefined)?.id)
      const found = id === undefined ? undefined : await keep.readRun(id, Date.now())
      if (mine.isLeft()) return true
      notice.value = found?.quarantined ? { kind: 'quarantined' } : news
      notesNow.value = !all.some((one) => one.endedAt !== undefined)
      if (!found) {
        if (all.length) seedOf = (await import('./unlike')).unlike(all)
        return false
      }
      const standing = movesOf(found.records)
      const { text } = found.text
      const made = ready(text) ?? readyFrom(text)
      if (wish.from) {
        const { run: from, moves: count } = wish.from
        begin({ ...wish, level: found.run.level, variant: found.run.variant }, made, {
          seed: found.run.seed,
          moves: standing.slice(0, count),
          from: { run: from, seq: count },
        })
        return true
      }
      show(made, found.run, standing)
      const count = moves.value.length
      await mine.resume(
        found,
        step.value && count < standing.length ? { step: step.value.id, count } : undefined,
      )
      return true
    } catch (error) {
      if (!mine.isLeft()) notice.value = { kind: troubleOf(error).kind }
      return mine.isLeft()
    }
  }

  function begin(
    wish: Wish,
    ready: Ready,
    again?: { seed: number; moves: readonly Move[]; from: NonNullable<Run['from']> },
  ): void {
    const { scenario } = ready.pack
    const levelAsked = scenario.levels.find((one) => one.id === wish.level)
    const newLevel = (levelAsked ?? scenario.levels[0])?.id ?? ''
    const seed = again?.seed ?? seedOf(scenario, newLevel, wish.variant)
    const open = scenario.variants.filter((one) => one.levels.includes(newLevel))
    const variant = open.find((one) => one.id === wish.variant) ?? open[seed % open.length]
    const started = {
      id: newId(),
      scenario: scenario.id,
      version: scenario.version,
      level: newLevel,
      variant: variant?.id ?? '',
      seed,
      startedAt: Date.now(),
      ...(again ? { from: again.from } : {}),
    }
    show(ready, { ...started, text: '' }, again?.moves ?? [])
    const mine = sitting
    void mine.begin(started, ready.text, again?.moves ?? []).then((pinned) => {
      if (pinned && !mine.isLeft()) run.value = pinned
    })
  }

  function show(ready: Ready, newRun: Run, standing: readonly Move[]): void {
    const { snapshot: now, played } = replay(ready.game, newRun, standing)
    pack.value = ready.pack
    game.value = ready.game
    run.value = newRun
    snapshot.value = now
    moves.value = standing.slice(0, played)
    feedback.value = undefined
    state.value = 'playing'
    void painted().then(() => draw(newRun.scenario))
  }

  /** Brings the drawings of a module, if it is still the one that is played. */
  async function draw(scenario: string): Promise<void> {
    const drawn = await artOf(scenario)
    if (run.value?.scenario === scenario) art.value = drawn
  }

  /** Makes a move: kept first, shown after. Refused moves and double taps change nothing. */
  async function choose(pick: string, text?: string): Promise<void> {
    const before = snapshot.value
    const mine = sitting
    if (busy.value || readOnly.value) return
    if (!game.value || !before || !step.value) return
    const made: Move = { step: step.value.id, pick, ...(text === undefined ? {} : { text }) }
    const after = move(game.value, before, made)
    if (!after) return
    busy.value = true
    try {
      const ending = after.status === 'done' ? String(after.value) : undefined
      if (!(await mine.keep(made, ending)) || mine.isLeft()) return
      moves.value = [...moves.value, made]
      snapshot.value = after
      feedback.value = feedbackOf(game.value, before, made, after)
    } finally {
      if (!mine.isLeft()) busy.value = false
    }
  }

  /** Goes back to the moment before the last decision. */
  async function back(): Promise<void> {
    if (busy.value || readOnly.value) return
    if (!game.value || !run.value || !step.value) return
    const mine = sitting
    const count = lastDecision()
    if (count < 0) return
    busy.value = true
    try {
      if (!(await mine.keep(backTo(step.value.id, count))) || mine.isLeft()) return
      moves.value = moves.value.slice(0, count)
      snapshot.value = replay(game.value, run.value, moves.value).snapshot
      feedback.value = undefined
    } finally {
      if (!mine.isLeft()) busy.value = false
    }
  }

  function lastDecision(): number {
    return moves.value.findLastIndex(
      ({ step: id }) => game.value?.steps.get(id)?.kind === 'decision',
    )
  }

  /** Takes the run from the tab that plays it. */
  async function takeHere(): Promise<void> {
    const mine = sitting
    if (!run.value) return
    const { id, scenario } = run.value
    const held = await takeRun(id, () => sitting.giveAway())
    if (mine.isLeft()) await held?.release()
    else if (held) await open({ module: scenario, run: id }, held)
  }

  /** The learner has read what the last move brought. */
  function readOn(): void {
    feedback.value = undefined
  }

  /** Leaves the run; it stays kept. Resolves when all of it is. */
  function close(): Promise<void> {
    busy.value = false
    notice.value = undefined
    feedback.value = undefined
    notesNow.value = true
    state.value = 'empty'
    return sitting.leave()
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
    canBack: computed(
      () =>
        run.value !== undefined &&
        Boolean(level.value?.stepBack) &&
        !isStepBackRefused(run.value.scenario) &&
        lastDecision() >= 0,
    ),
    readOn,
    takeHere,
    close,
  }
})
