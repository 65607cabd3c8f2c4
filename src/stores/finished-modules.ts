import { dayAt, type Day } from '../core/day'
import type { Pack } from '../core/pack'
import type { Run } from '../core/run'
import { fill, plain } from '../core/text'
import { hasKeptRuns } from '../data/marker'
import { readAgain } from './finished-run'
import { openPacks } from './packs'
import { useSettings } from './settings'

/** A module of which the learner has reached an ending. */
export interface FinishedModule {
  id: string
  /** The day of its first ending. */
  metOn: Day
  /** Its text of today; the one it was played on when it no longer comes with the app. */
  pack: Pack
  /** A text of the module as this learner reads it, with what they wrote in their last run. */
  say: (text: string) => string
}

/**
 * The modules of which an ending was reached, the first one first.
 * @throws {StorageTrouble} when the device does not answer
 */
export async function finishedModules(): Promise<FinishedModule[]> {
  if (!(await hasKeptRuns())) return []
  const keep = await import('../data/keep')
  const ended = new Map<string, Run[]>()
  for (const run of await keep.allRuns())
    if (run.endedAt !== undefined) {
      const others = ended.get(run.scenario)
      if (others) others.push(run)
      else ended.set(run.scenario, [run])
    }
  const found = await Promise.all([...ended].map(([id, runs]) => finishedModule(id, runs)))
  return found.filter((one) => one !== undefined)
}

async function finishedModule(
  id: string,
  runs: readonly Run[],
): Promise<FinishedModule | undefined> {
  const last = runs.at(-1)
  const read = last && (await readAgain(last.id))
  const [shipped] = await openPacks([id])
  const pack = shipped?.pack ?? read?.pack
  if (!pack) return undefined
  const { settings } = useSettings()
  const say = (text: string) =>
    plain(
      fill(text, {
        texts: read?.texts ?? {},
        agreement: settings.agreement,
        factValue: (fact) => pack.facts.find((one) => one.id === fact)?.value,
      }),
    )
  const first = Math.min(...runs.flatMap(({ endedAt }) => endedAt ?? []))
  return { id, metOn: dayAt(first, -new Date(first).getTimezoneOffset()), pack, say }
}
