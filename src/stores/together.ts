import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Art } from '../core/art'
import type { Together } from '../core/class/kept'
import { debriefOf } from '../core/debrief'
import { feedbackOf, type Feedback } from '../core/feedback'
import { move, replay, stepAt, type Snapshot } from '../core/play'
import { artOf } from '../data/library'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { newId, newSeed } from './chance'
import { openPacks, type OpenPack } from './packs'
import { wordingOf } from './wording'

/** Hands counted, by the name of the choice. */
export type Votes = Readonly<Record<string, number>>

const data = async () => (await import('../data/classes')).classesIn()

/** A module that a class plays together: the road and the hands that were counted, kept at every choice. */
export const useTogether = defineStore('together', () => {
  const open = shallowRef<OpenPack>()
  const art = shallowRef<Art>()
  const play = shallowRef<Together>()
  const snapshot = shallowRef<Snapshot>()
  const feedback = shallowRef<Feedback>()
  /** Every road this class took in this module, the oldest first; the one being played among them. */
  const roads = shallowRef<readonly Together[]>([])
  const trouble = shallowRef<TroubleKind>()
  const state = shallowRef<'loading' | 'unknown' | 'ready'>('loading')
  let busy = false

  const step = computed(() =>
    open.value && snapshot.value ? stepAt(open.value.game, snapshot.value) : undefined,
  )
  const debrief = computed(() =>
    open.value && play.value ? debriefOf(open.value.game, play.value, play.value.moves) : undefined,
  )
  const lastDecision = computed(
    () =>
      play.value?.moves.findLastIndex(
        (made) => open.value?.game.steps.get(made.step)?.kind === 'decision',
      ) ?? -1,
  )
  const wording = wordingOf(
    () => open.value?.pack,
    () => snapshot.value?.context.texts ?? {},
  )

  /** Opens a module for a class, and the kept play of that name when there is one. */
  async function load(school: string, module: string, id?: string): Promise<void> {
    if (id && id === play.value?.id && state.value === 'ready') return
    state.value = 'loading'
    play.value = snapshot.value = feedback.value = art.value = trouble.value = undefined
    roads.value = []
    ;[open.value] = await openPacks([module])
    const whole = await (await data()).get(school).catch((error: unknown) => {
      trouble.value = troubleOf(error).kind
      return undefined
    })
    roads.value = whole?.together.filter((one) => one.module === module) ?? []
    const kept = roads.value.find((one) => one.id === id)
    if (kept) stand(kept)
    state.value = open.value && whole ? 'ready' : 'unknown'
    if (open.value) art.value = await artOf(module)
  }

  /** Begins a play of the module that is open. */
  async function begin(school: string, level: string, variant: string): Promise<void> {
    if (!open.value) return
    await keep({
      id: newId(),
      class: school,
      module: open.value.pack.scenario.id,
      level,
      variant,
      seed: newSeed(),
      at: Date.now(),
      moves: [],
    })
  }

  /** Makes a move of the class; one that is not possible, or a second tap, changes nothing. */
  async function choose(pick: string, votes?: Votes): Promise<void> {
    const before = snapshot.value
    if (!open.value || !before || !play.value || !step.value) return
    const made = { step: step.value.id, pick }
    const after = move(open.value.game, before, made)
    if (!after) return
    const brought = feedbackOf(open.value.game, before, made, after)
    const ending = after.status === 'done' ? { ending: String(after.value) } : {}
    const isCounted = votes && Object.values(votes).some((count) => count > 0)
    const counted = isCounted ? { votes: { ...votes } } : {}
    const moves = [...play.value.moves, { ...made, ...counted }]
    if (await keep({ ...play.value, ...ending, moves })) feedback.value = brought
  }

  /** Comes back to the last vote of this play, as if nothing had been followed. */
  async function back(): Promise<void> {
    if (!play.value || lastDecision.value < 0) return
    await keep(cut(play.value, lastDecision.value))
  }

  /** Takes another road: a new play that begins with the first moves of this one. The first stays kept. */
  async function replayFrom(count: number): Promise<void> {
    if (!play.value) return
    await keep({ ...cut(play.value, count), id: newId(), at: Date.now() })
  }

  /** Shown once it is on the disk; when the disk refuses, the class goes on and is told. */
  async function keep(changed: Together): Promise<boolean> {
    if (busy) return false
    busy = true
    try {
      await (await data()).keepTogether(changed)
      trouble.value = undefined
    } catch (error) {
      trouble.value = troubleOf(error).kind
    } finally {
      busy = false
    }
    roads.value = [...roads.value.filter(({ id }) => id !== changed.id), changed]
    stand(changed)
    return true
  }

  function stand(kept: Together): void {
    if (!open.value) return
    play.value = kept
    feedback.value = undefined
    snapshot.value = replay(open.value.game, kept, kept.moves).snapshot
  }

  /** The class has talked about what the last choice brought. */
  function readOn(): void {
    feedback.value = undefined
  }

  return {
    open,
    art,
    play,
    snapshot,
    step,
    feedback,
    debrief,
    roads,
    trouble,
    state,
    canBack: computed(() => lastDecision.value >= 0),
    wording,
    load,
    begin,
    choose,
    back,
    replayFrom,
    readOn,
  }
})

/** A play that has only its first moves, so that it is not over. */
function cut(play: Together, count: number): Together {
  const shorter = { ...play, moves: play.moves.slice(0, count) }
  delete shorter.ending
  return shorter
}
