import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { hash32 } from '../../src/core/chance'
import { nextRecord, textHash } from '../../src/core/chain'
import type { Run, RunRecord } from '../../src/core/run'
import { Database } from '../../src/data/db'
import { runsIn } from '../../src/data/runs'
import { troubleOf } from '../../src/data/trouble'
import { RUNS } from './mutated'

const WRITES = Math.ceil(RUNS / 2)
const text = { hash: textHash('{}'), scenario: 'small', text: '{}' }
const setup = { level: 'n1', variant: 'calme', seed: 4 }
const run: Run = {
  id: 'r1',
  scenario: 'small',
  version: '1.0.0',
  text: text.hash,
  startedAt: 1,
  ...setup,
}

/** A database whose connection dies now and then, as on iOS in the background: before a write, or after its commit. */
function dyingDatabase(): { db: Database; deaths: () => number } {
  const db = new Database('lost-connection')
  const sound = db.transaction.bind(db) as (...given: unknown[]) => Promise<unknown>
  const lost = () => new DOMException('Connection to Indexed Database server lost.', 'UnknownError')
  let writes = 0
  let deaths = 0
  const dying = async (...given: unknown[]): Promise<unknown> => {
    const fate = hash32(7, writes++) % 6
    if (fate < 3) deaths += 1
    if (fate === 0) db.backendDB()?.close()
    if (fate === 1) throw lost()
    const done = await sound(...given)
    if (fate === 2) throw lost()
    return done
  }
  db.transaction = dying as unknown as typeof db.transaction
  return { db, deaths: () => deaths }
}

it(
  `of ${WRITES} choices kept while the connection dies, none is lost, doubled or misplaced`,
  { timeout: 900_000 },
  async () => {
    const { db, deaths } = dyingDatabase()
    const runs = runsIn(db)
    await runs.restore([{ run, records: [], text }]).catch(() => undefined)
    await runs.restore([{ run, records: [], text }])
    const acknowledged: RunRecord[] = []
    let refused = 0
    while (acknowledged.length < WRITES) {
      const made = { step: 's', pick: `p${acknowledged.length}` }
      const record = nextRecord(run, acknowledged.at(-1), made, acknowledged.length)
      try {
        await runs.append(record)
        acknowledged.push(record)
      } catch (error) {
        // Two deaths in a row: the player is told; here the choice is simply made again.
        expect(['broken', 'taken']).toContain(troubleOf(error).kind)
        refused += 1
        if ((await db.records.get([record.run, record.seq]))?.hash === record.hash)
          acknowledged.push(record)
      }
    }
    expect(await runs.records('r1')).toEqual(acknowledged)
    expect(deaths()).toBeGreaterThan(WRITES / 3)
    expect(refused).toBeLessThan(deaths() / 2)
    if (RUNS >= 10_000)
      console.log(`${WRITES} choices, ${deaths()} deaths, ${refused} told: 0 lost, 0 doubled`)
    await db.delete()
  },
)
