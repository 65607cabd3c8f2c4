import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { soundRecords } from '../src/core/chain'
import { compile } from '../src/core/compile'
import { debriefOf } from '../src/core/debrief'
import type { Pack } from '../src/core/pack'
import { replay } from '../src/core/play'
import { movesOf } from '../src/core/run'
import { Database } from '../src/data/db'
import { runsIn } from '../src/data/runs'

/** What a device held under a version of the database: its tables as they were declared, and their rows. */
interface Fixture {
  version: number
  stores: Record<string, string>
  rows: Record<string, unknown[]>
}

const folder = new URL('fixtures/', import.meta.url)
const names = readdirSync(folder).filter((name) => /^database-\d+\.json$/.test(name))

it('there is a fixture of each version of the database', () => {
  const { verno } = new Database('versions-known')
  expect(names).toHaveLength(verno)
})

it.each(names)(
  '%s opens today with every row, and its runs are played to their debrief',
  async (name) => {
    const fixture = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Fixture
    const old = new Dexie(`versions-${name}`)
    old.version(fixture.version).stores(fixture.stores)
    await old.open()
    for (const [table, rows] of Object.entries(fixture.rows)) await old.table(table).bulkAdd(rows)
    const before = await Promise.all(
      old.tables.map(async (table) => [table.name, (await table.toArray()) as unknown[]] as const),
    )
    old.close()

    const db = new Database(`versions-${name}`)
    await db.open()
    for (const [table, rows] of before) expect(await db.table(table).toArray(), table).toEqual(rows)

    const runs = runsIn(db)
    const all = await runs.all()
    expect(all.length).toBeGreaterThan(0)
    for (const run of all) {
      const kept = await runs.get(run.id)
      if (!kept) throw new Error(`${run.id} has no text`)
      expect(soundRecords(run, kept.records)).toBe(kept.records.length)
      const game = compile((JSON.parse(kept.text.text) as Pack).scenario)
      const moves = movesOf(kept.records)
      const { snapshot, played } = replay(game, run, moves)
      expect(played).toBe(moves.length)
      if (run.ending) {
        expect(snapshot.value).toBe(run.ending)
        expect(debriefOf(game, run, moves)).toBeDefined()
      }
    }
  },
)
