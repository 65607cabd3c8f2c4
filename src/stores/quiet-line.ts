import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { dayAt } from '../core/day'
import { quietLine, type QuietLine } from '../core/quiet-line'
import { offsetAt } from '../core/zone'
import { hasKeptRuns } from '../data/marker'
import { moduleSummaries } from '../data/summaries'
import { newId } from './chance'
import { keptAfter } from './kept-after'
import { zoneHere } from './zone-here'

/** The one line the home says besides the journey. A memory that does not answer says nothing here. */
export const useQuietLine = defineStore('quiet-line', () => {
  const line = shallowRef<QuietLine>()

  /** Looks what there is to say now. */
  async function load(): Promise<void> {
    const now = Date.now()
    const today = dayAt(now, offsetAt(zoneHere(), now))
    const modules = moduleSummaries.map(({ id }) => id)
    try {
      line.value = quietLine(modules, await keptHere(), today, now)
    } catch {
      line.value = undefined
    }
  }

  /** Sends the line away: it is gone from the screen once the device knows, and does not come back. */
  async function dismiss(): Promise<void> {
    const said = line.value
    if (!said) return
    const now = Date.now()
    try {
      const after = await keptAfter()
      if ('plan' in said) await after.putPlan({ ...said.plan, closedAt: now, changedAt: now })
      else
        await after.addRating({
          id: newId(),
          scenario: said.module,
          moment: said.kind,
          at: now,
          confidence: {},
          situations: {},
        })
    } catch {
      // Not kept: the line may come back at the next visit, nothing is lost.
    }
    if (line.value === said) line.value = undefined
  }

  return { line, modules: moduleSummaries, load, dismiss }
})

async function keptHere() {
  if (!(await hasKeptRuns())) return { runs: [], plans: [], ratings: [] }
  const [after, { allRuns }] = await Promise.all([keptAfter(), import('../data/keep')])
  const [runs, plans, ratings] = await Promise.all([allRuns(), after.plans(), after.ratings()])
  return { runs, plans, ratings }
}
