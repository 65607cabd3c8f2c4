import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Art } from '../core/art'
import { compareRuns, type RunsCompared } from '../core/compare-runs'
import type { Game } from '../core/compile'
import { debriefOf, type Debrief } from '../core/debrief'
import { mapOf } from '../core/map'
import { saidTrade } from '../core/offers/said-trade'
import type { Pack } from '../core/pack'
import type { Run } from '../core/run'
import { artOf } from '../data/library'
import { readAgain } from './finished-run'
import { painted } from './painted'
import { wordingOf } from './wording'

/** The run before, told beside the one on screen. */
export interface LastTime {
  debrief: Debrief
  compared: RunsCompared
  /** Turns a text of that run into what the learner read: it may be of another version of the module. */
  plainWords: (text: string) => string
}

/** A finished run told again, with what the learner's other runs of the module have seen. */
export const useDebrief = defineStore('debrief', () => {
  const run = shallowRef<Run>()
  const pack = shallowRef<Pack>()
  const art = shallowRef<Art>()
  const game = shallowRef<Game>()
  const debrief = shallowRef<Debrief>()
  const lastTime = shallowRef<LastTime>()
  const texts = shallowRef<Readonly<Record<string, string>>>({})
  const seen = shallowRef<ReadonlySet<string>>(new Set())
  const endingsFound = shallowRef<ReadonlySet<string>>(new Set())
  const state = shallowRef<'loading' | 'missing' | 'ready'>('loading')

  const map = computed(() => game.value && mapOf(game.value.scenario))
  const said = computed(() => pack.value && saidTrade(pack.value.scenario, texts.value))
  const wording = wordingOf(
    () => pack.value,
    () => texts.value,
  )
  let opening = 0

  /** Opens the debrief of a kept run. What other runs have seen of the map comes last: there may be a thousand. */
  async function open(id: string): Promise<void> {
    const turn = ++opening
    state.value = 'loading'
    const read = await readAgain(id)
    if (turn !== opening) return
    if (!read) {
      state.value = 'missing'
      return
    }
    const keep = await import('../data/keep')
    const told = debriefOf(read.game, read.run, read.moves)
    const all = (await keep.allRuns()).filter((one) => one.scenario === read.run.scenario)
    const drawings = await artOf(read.run.scenario)
    const before = told.ending && (await tellBefore(read.run, all, told))
    if (turn !== opening) return

    run.value = read.run
    pack.value = read.pack
    game.value = read.game
    texts.value = read.texts
    art.value = drawings
    debrief.value = told
    lastTime.value = before
    endingsFound.value = new Set(all.flatMap((one) => one.ending ?? []))
    seen.value = new Set([...read.moves.map(({ step }) => step), ...endingsFound.value])
    state.value = 'ready'
    await painted()
    const steps = await keep.stepsSeen(all.map((one) => one.id)).catch(() => [])
    if (turn === opening) seen.value = new Set([...seen.value, ...steps])
  }

  return {
    run,
    pack,
    art,
    game,
    debrief,
    lastTime,
    map,
    seen,
    endingsFound,
    state,
    wording,
    saidTrade: said,
    open,
  }
})

/** The run this one was replayed from, else the last one finished before it. */
async function tellBefore(
  run: Run,
  all: readonly Run[],
  told: Debrief,
): Promise<LastTime | undefined> {
  const finished = all
    .filter((one) => one.id !== run.id && (one.endedAt ?? Infinity) <= (run.endedAt ?? Infinity))
    .sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0))
  const origin = finished.find((one) => one.id === run.from?.run) ?? finished.at(-1)
  const read = origin && (await readAgain(origin.id))
  if (!read) return undefined
  const debrief = debriefOf(read.game, read.run, read.moves)
  const { plainWords } = wordingOf(
    () => read.pack,
    () => read.texts,
  )
  return { debrief, compared: compareRuns(debrief, told), plainWords }
}
