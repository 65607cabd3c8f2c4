import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { compile, type Game } from '../core/compile'
import { debriefOf, type Debrief } from '../core/debrief'
import type { Art } from '../core/art'
import { mapOf } from '../core/map'
import type { Pack } from '../core/pack'
import { replay } from '../core/play'
import { movesOf, type Run } from '../core/run'
import { artOf } from '../data/library'
import { wordingOf } from './wording'

/** A finished run told again, with what the learner's other runs of the module have seen. */
export const useDebrief = defineStore('debrief', () => {
  const run = shallowRef<Run>()
  const pack = shallowRef<Pack>()
  const art = shallowRef<Art>()
  const game = shallowRef<Game>()
  const debrief = shallowRef<Debrief>()
  const texts = shallowRef<Readonly<Record<string, string>>>({})
  const seen = shallowRef<ReadonlySet<string>>(new Set())
  const endingsFound = shallowRef<ReadonlySet<string>>(new Set())
  const state = shallowRef<'loading' | 'missing' | 'ready'>('loading')

  const map = computed(() => game.value && mapOf(game.value.scenario))
  const wording = wordingOf(
    () => pack.value,
    () => texts.value,
  )

  /** Opens the debrief of a kept run. */
  async function open(id: string): Promise<void> {
    state.value = 'loading'
    const keep = await import('../data/keep')
    const kept = await keep.readRun(id, Date.now()).catch(() => undefined)
    if (!kept) {
      state.value = 'missing'
      return
    }
    const moves = movesOf(kept.records)
    pack.value = JSON.parse(kept.text.text) as Pack
    game.value = compile(pack.value.scenario)
    run.value = kept.run
    art.value = await artOf(kept.run.scenario)
    texts.value = replay(game.value, kept.run, moves).snapshot.context.texts
    debrief.value = debriefOf(game.value, kept.run, moves)

    const others = (await keep.allRuns()).filter((one) => one.scenario === kept.run.scenario)
    const records = await Promise.all(others.map((one) => keep.recordsOfRun(one.id)))
    endingsFound.value = new Set(others.flatMap((one) => one.ending ?? []))
    seen.value = new Set([...records.flat().map((record) => record.step), ...endingsFound.value])
    state.value = 'ready'
  }

  return { run, pack, art, game, debrief, map, seen, endingsFound, state, wording, open }
})
