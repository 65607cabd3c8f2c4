import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { planImport } from '../src/core/backup/import-plan'
import { soundRecords, textHash } from '../src/core/chain'
import { readResult } from '../src/core/class/envelope'
import { reportOf } from '../src/core/class/report'
import { compile, type Game } from '../src/core/compile'
import type { Pack } from '../src/core/pack'
import { backupIn } from '../src/data/backup'
import { Database } from '../src/data/db'
import { runsIn } from '../src/data/runs'
import { allPublished, factsOf, textOf, type Published } from './corpus/published'
import { moduleOf, shippedModules } from './modules'

const all = allPublished().map((published) => {
  const text = textOf(published)
  const game: Game = compile((JSON.parse(text) as Pack).scenario)
  return { name: `${published.module} ${published.version}`, published, text, game }
})

it('every shipped module has finished runs of its present version (npm run corpus)', () => {
  const present = shippedModules.map((slug) => {
    const { id, version } = moduleOf(slug)
    return `${id} ${version}`
  })
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(present))
})

describe.each(all)('what was finished on $name', ({ published, text, game }) => {
  const device = () => deviceOf(published, text)

  it('comes back from a backup on a new device, whole', async () => {
    const db = new Database(`finished-${published.module}-${published.version}`)
    const backup = backupIn(db)
    const plan = planImport(await backup.readDevice({}), device())
    expect(plan.runs.refused).toEqual({ shape: 0, chain: 0, text: 0, conflict: 0, unknown: 0 })
    expect(plan.tables['results']?.added).toEqual(published.results)
    await backup.apply(plan, 1)
    for (const run of published.runs) {
      const kept = await runsIn(db).get(run.id)
      expect(kept?.run).toEqual(run)
      expect(kept?.text.text).toBe(text)
      expect(soundRecords(run, kept?.records ?? [])).toBe(
        published.records.filter((record) => record.run === run.id).length,
      )
    }
    await db.delete()
  })

  it('is told the same in the debrief and in the report of the class', () => {
    const facts = factsOf(game, published)
    expect(facts).toEqual(published.read)
    expect(facts.debriefs.map(({ ending }) => ending)).toEqual(
      published.runs.map(({ ending }) => ending),
    )
    const endings = new Set(facts.debriefs.map(({ ending }) => ending))
    for (const step of game.steps.values())
      if (step.kind === 'ending') expect(endings).toContain(step.id)
    expect(facts.reports.first.pupils).toBe(published.tokens.length)
  })

  it('is the same result when it comes as it was sent', () => {
    for (const [index, token] of published.tokens.entries())
      expect(readResult(token, [game])).toEqual({ result: published.results[index]?.result })
  })

  it('loses no pupil when the class is read with the module of today', () => {
    const results = published.results.map(({ result }) => result)
    const today = shippedModules.map(moduleOf).find(({ id }) => id === published.module)
    if (!today) throw new Error(`${published.module} is not shipped any more: its results are.`)
    expect(reportOf(today, results, 'first').pupils).toBe(results.length)
  })
})

function deviceOf({ module, runs, records, results }: Published, text: string) {
  const texts = [{ hash: textHash(text), scenario: module, text }]
  return { epoch: 1, settings: {}, tables: { runs, records, texts, results } }
}
