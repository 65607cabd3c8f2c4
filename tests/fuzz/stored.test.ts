import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { nextRecord, soundRecords, textHash } from '../../src/core/chain'
import { compile } from '../../src/core/compile'
import { replay } from '../../src/core/play'
import { movesOf, type Run, type RunRecord } from '../../src/core/run'
import { Database } from '../../src/data/db'
import { openMirror } from '../../src/data/mirror'
import { runsIn } from '../../src/data/runs'
import { finishedRun, games } from '../class-play'
import { moduleOf, shippedModules } from '../modules'
import { privateFiles } from '../private-files'
import { mutated, mutatedValue, RUNS, settings } from './mutated'

const text = { hash: textHash('{}'), scenario: 'small', text: '{}' }
const game = games[0] ?? compile(moduleOf(shippedModules[0] ?? ''))
const played = finishedRun(game, 5)
const run: Run = { ...played.run, id: 'r1', text: text.hash }
const records: RunRecord[] = []
for (const { step, pick, text: written } of played.records.slice(0, 12))
  records.push(
    nextRecord(run, records.at(-1), { step, pick, ...(written ? { text: written } : {}) }, 1),
  )

it(
  'records changed at random are sound only as far as nothing was changed, and replay',
  { timeout: 900_000 },
  () => {
    fc.assert(
      fc.property(mutatedValue(records), (changed) => {
        // Neither the database nor the mirror gives anything but objects.
        const list = (Array.isArray(changed) ? changed : []).filter(
          (row) => typeof row === 'object' && row !== null,
        )
        const sound = soundRecords(run, list)
        expect(list.slice(0, sound)).toMatchObject(
          records.slice(0, sound).map(({ hash }) => ({ hash })),
        )
        replay(game, run, movesOf(list.slice(0, sound)))
      }),
      settings,
    )
  },
)

it(
  'rows changed at random in the database are put aside, none is lost',
  { timeout: 900_000 },
  async () => {
    const db = new Database('fuzz-stored')
    const runs = runsIn(db)
    const isKey = ({ run: id, seq }: RunRecord) => typeof id === 'string' && typeof seq === 'number'
    await fc.assert(
      fc.asyncProperty(mutatedValue(records), async (changed) => {
        const rows = (Array.isArray(changed) ? changed : []).filter((row) => row && isKey(row))
        await Promise.all(db.tables.map((table) => table.clear()))
        await runs.add({ run, records: [], text })
        await db.records.bulkPut(rows)
        const before = await db.records.count()
        const aside = await runs.quarantineBroken(run, 1)
        const kept = await runs.records('r1')
        expect(soundRecords(run, kept)).toBe(kept.length)
        expect((await db.records.count()) + aside).toBe(before)
        expect((await db.quarantine.toArray()).flatMap((one) => one.rows)).toHaveLength(aside)
      }),
      { ...settings, numRuns: Math.ceil(RUNS / 10) },
    )
  },
)

it(
  'files of the mirror changed at random give sound runs or nothing',
  { timeout: 900_000 },
  async () => {
    const files = privateFiles()
    vi.stubGlobal('FileSystemFileHandle', files.FileHandle)
    const mirror = await openMirror(files.storage)
    await mirror?.begin({ run, records, text })
    const folder = [...files.folders.values()][0]
    const whole = folder?.get('run-r1.jsonl') ?? ''
    const lines = whole.trim().split('\n')
    const byLine = fc
      .tuple(fc.nat(lines.length - 1), mutated(lines))
      .map(([at, line]) => lines.with(at, line).join('\n'))
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated([whole]), byLine), async (content) => {
        folder?.set('run-r1.jsonl', content)
        const read = await mirror?.read('r1')
        if (read) expect(soundRecords(read.run, read.records)).toBe(read.records.length)
        expect((await mirror?.readAll())?.length).toBe(read ? 1 : 0)
      }),
      settings,
    )
    vi.unstubAllGlobals()
  },
)
