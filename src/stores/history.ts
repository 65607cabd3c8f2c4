import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { compile } from '../core/compile'
import type { Pack } from '../core/pack'
import { replay, saidLines, stepAt } from '../core/play'
import { movesOf, type Run } from '../core/run'
import type { Line } from '../core/scenario'
import { fill, plain } from '../core/text'
import type { OnStage } from '../core/stage'
import { artOf } from '../data/library'
import { hasKeptRuns } from '../data/marker'
import { moduleSummaries } from '../data/summaries'
import { troubleOf } from '../data/trouble'
import { noticeOf, type Notice } from './notice'
import { useSettings } from './settings'

/** Where the learner stopped, to be picked up again. */
export interface Pause {
  run: Run
  /** How many moves were made. */
  moves: number
  /** The last words there, as the learner reads them; and whose face goes with them, when somebody said them. */
  line?: { text: string; by?: OnStage }
}

/** What was played on this device. Nothing is loaded on a first visit: there is nothing to load. */
export const useHistory = defineStore('history', () => {
  const runs = shallowRef<readonly Run[]>([])
  const pause = shallowRef<Pause>()
  const notice = shallowRef<Notice>()

  const endingsFound = computed(() => {
    const found = new Map<string, Set<string>>()
    for (const run of runs.value)
      if (run.ending) {
        const endings = found.get(run.scenario) ?? new Set<string>()
        found.set(run.scenario, endings.add(run.ending))
      }
    return found
  })

  /** Reads the runs of the device, and where the last unfinished one stopped. */
  async function load(): Promise<void> {
    if (!(await hasKeptRuns())) return
    try {
      const keep = await import('../data/keep')
      notice.value = noticeOf(await keep.openRuns())
      runs.value = await keep.allRuns()
      pause.value = await lastPause(runs.value)
    } catch (error) {
      notice.value = { kind: troubleOf(error).kind }
    }
  }

  return { modules: moduleSummaries, runs, pause, notice, endingsFound, load, artOf }
})

/** Runs that were opened and left without a choice are passed over. */
async function lastPause(runs: readonly Run[]): Promise<Pause | undefined> {
  for (const run of runs.filter(({ endedAt }) => endedAt === undefined).reverse()) {
    const pause = await pauseOf(run)
    if (pause) return pause
  }
  return undefined
}

async function pauseOf(run: Run): Promise<Pause | undefined> {
  const keep = await import('../data/keep')
  const kept = await keep.readRun(run.id, Date.now())
  if (!kept) return undefined
  const moves = movesOf(kept.records)
  if (!moves.length) return undefined
  const { scenario, facts } = JSON.parse(kept.text.text) as Pack
  const game = compile(scenario)
  const { snapshot } = replay(game, run, moves)
  const step = stepAt(game, snapshot)
  const lines = saidLines(game, snapshot.context, 'lines' in step ? step.lines : [])
  const isPerson = ({ by }: Line) => scenario.cast.some((person) => person.id === by)
  const line = lines.findLast(isPerson) ?? lines.at(-1)
  const filling = {
    texts: snapshot.context.texts,
    agreement: useSettings().settings.agreement,
    factValue: (id: string) => facts.find((fact) => fact.id === id)?.value,
  }
  if (!line) return { run, moves: moves.length }
  const text = plain(fill(line.text, filling))
  const by = isPerson(line) ? { by: { id: line.by, mood: line.mood ?? 'calm' } } : {}
  return { run, moves: moves.length, line: { text, ...by } }
}
