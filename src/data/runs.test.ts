import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextRecord, textHash } from '../core/chain'
import type { Move } from '../core/play'
import type { Run, RunRecord } from '../core/run'
import { Database, EPOCH } from './db'
import { runsIn, type KeptRun } from './runs'

const text = { hash: textHash('{}'), scenario: 'small', text: '{}' }
let db: Database

beforeEach(() => (db = new Database('runs-under-test')))
afterEach(() => db.delete())

function runOf(id: string, startedAt = 1): Run {
  const setup = { level: 'n1', variant: 'calme', seed: 4 }
  return { id, scenario: 'small', version: '1.0.0', text: text.hash, startedAt, ...setup }
}

function recordsOf(run: Run, ...picks: string[]): RunRecord[] {
  const records: RunRecord[] = []
  for (const pick of picks) {
    const made: Move = { step: `at_${pick}`, pick }
    records.push(nextRecord(run, records.at(-1), made, 1))
  }
  return records
}

const kept = (id = 'r1', ...picks: string[]): KeptRun => {
  const run = runOf(id)
  return { run, records: recordsOf(run, ...picks), text }
}

/** Everything the database holds, to see that nothing has changed. */
const everything = () => Promise.all(db.tables.map((table) => table.toArray()))

describe('a run', () => {
  it('comes back as it was kept, with its records in order and its text', async () => {
    const runs = runsIn(db)
    const whole = kept('r1', 'a', 'b')
    await runs.add({ ...whole, records: whole.records.slice(0, 1) })
    await runs.append(whole.records[1] as RunRecord)
    expect(await runs.get('r1')).toEqual(whole)
  })

  it('is closed with its last record', async () => {
    const runs = runsIn(db)
    const { run, records } = kept('r1', 'a')
    await runs.add({ run, records: [], text })
    await runs.append(records[0] as RunRecord, { endedAt: 9, ending: 'good' })
    expect((await runs.get('r1'))?.run).toEqual({ ...run, endedAt: 9, ending: 'good' })
  })

  it('is not on this device when its text is not', async () => {
    const runs = runsIn(db)
    await runs.add(kept())
    await db.texts.clear()
    expect(await runs.get('r1')).toBeUndefined()
    expect(await runs.get('r2')).toBeUndefined()
  })

  it('has its own records only', async () => {
    const runs = runsIn(db)
    await runs.add(kept('r1', 'a'))
    await runs.add(kept('r10', 'b', 'c'))
    expect(await runs.records('r1')).toEqual(kept('r1', 'a').records)
  })
})

it('runs are listed, the oldest first', async () => {
  const runs = runsIn(db)
  for (const [id, startedAt] of [
    ['b', 30],
    ['c', 10],
    ['a', 20],
  ] as const)
    await runs.add({ run: runOf(id, startedAt), records: [], text })
  expect((await runs.all()).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

describe('a write that fails changes nothing', () => {
  it('when another tab made this move first', async () => {
    const runs = runsIn(db)
    const { run, records } = kept('r1', 'a')
    await runs.add({ run, records, text })
    const before = await everything()
    const other = nextRecord(run, undefined, { step: 'at_b', pick: 'b' }, 2)
    await expect(runs.append(other, { endedAt: 2, ending: 'bad' })).rejects.toMatchObject({
      kind: 'taken',
    })
    expect(await everything()).toEqual(before)
  })

  it('when a run of that name is already there', async () => {
    const runs = runsIn(db)
    await runs.add(kept('r1', 'a'))
    const before = await everything()
    const other = { ...kept('r1'), text: { ...text, hash: 'other' } }
    await expect(runs.add(other)).rejects.toMatchObject({ kind: 'taken' })
    expect(await everything()).toEqual(before)
  })

  it('when a later version of the app owns the data', async () => {
    const runs = runsIn(db)
    await runs.add(kept('r1', 'a'))
    await db.meta.put({ key: 'epoch', value: EPOCH + 1 })
    const before = await everything()
    for (const write of [
      () => runs.add(kept('r2')),
      () => runs.append(kept('r1', 'a', 'b').records[1] as RunRecord),
      () => runs.restore([kept('r3')]),
      () => runs.dropUnusedTexts(),
    ])
      await expect(write()).rejects.toMatchObject({ kind: 'newer' })
    expect(await everything()).toEqual(before)
    expect(await db.isNewer()).toBe(true)
    expect((await runs.get('r1'))?.records).toHaveLength(1)
  })
})

describe('a connection that was lost', () => {
  const lost = () => new DOMException('Connection to Indexed Database server lost.', 'UnknownError')

  /** The next writes of the database, in turn: `before` dies before the write, `after` once it is on the disk. */
  function dies(...times: ('before' | 'after')[]): void {
    const sound = db.transaction.bind(db) as (...given: unknown[]) => Promise<unknown>
    db.transaction = (async (...given: unknown[]) => {
      const time = times.shift()
      if (time === 'before') throw lost()
      const done = await sound(...given)
      if (time === 'after') throw lost()
      return done
    }) as unknown as typeof db.transaction
  }
  const first = () => kept('r1', 'a').records[0] as RunRecord

  it.each(['before', 'after'] as const)(
    'is opened again, once, and the record is there once: lost %s the write',
    async (time) => {
      const runs = runsIn(db)
      await runs.add(kept())
      dies(time)
      await runs.append(first(), { endedAt: 9, ending: 'good' })
      expect(await runs.records('r1')).toEqual([first()])
      expect((await runs.get('r1'))?.run.ending).toBe('good')
    },
  )

  it('a second time is told', async () => {
    const runs = runsIn(db)
    await runs.add(kept())
    dies('before', 'before')
    await expect(runs.append(first())).rejects.toMatchObject({ kind: 'broken' })
    expect(await runs.records('r1')).toEqual([])
  })

  it('while another tab made this move: the other one stays, and this one is told', async () => {
    const runs = runsIn(db)
    await runs.add(kept())
    const other = nextRecord(runOf('r1'), undefined, { step: 'at_b', pick: 'b' }, 2)
    await db.records.add(other)
    dies('before')
    await expect(runs.append(first())).rejects.toMatchObject({ kind: 'taken' })
    expect(await runs.records('r1')).toEqual([other])
  })

  it('is not blamed for a run that is not there', async () => {
    const runs = runsIn(db)
    await expect(runs.append(first())).rejects.toMatchObject({ kind: 'wiped' })
    expect(await db.records.count()).toBe(0)
  })
})

it('runs put back as the mirror has them replace what is there', async () => {
  const runs = runsIn(db)
  const whole = kept('r1', 'a', 'b')
  await runs.add({ ...whole, records: whole.records.slice(0, 1) })
  const ended = { ...whole, run: { ...whole.run, endedAt: 9, ending: 'good' } }
  await runs.restore([ended, kept('r2', 'c')])
  expect(await runs.get('r1')).toEqual(ended)
  expect(await runs.get('r2')).toEqual(kept('r2', 'c'))
})

describe('records that break their chain', () => {
  it('are put aside from the first broken one, with the date; the sound ones stay', async () => {
    const runs = runsIn(db)
    const whole = kept('r1', 'a', 'b', 'c')
    await runs.add(whole)
    await db.records.update(['r1', 1], { pick: 'edited' })
    expect(await runs.quarantineBroken(whole.run, 77)).toBe(2)
    expect(await runs.records('r1')).toEqual(whole.records.slice(0, 1))
    const [aside] = await db.quarantine.toArray()
    expect(aside).toMatchObject({ at: 77, reason: 'chain' })
    expect(aside?.rows).toMatchObject([{ pick: 'edited' }, { pick: 'c' }])
  })

  it('are not looked for twice', async () => {
    const runs = runsIn(db)
    const whole = kept('r1', 'a')
    await runs.add(whole)
    expect(await runs.quarantineBroken(whole.run, 1)).toBe(0)
    expect(await db.quarantine.count()).toBe(0)
  })
})

it('a text is kept as long as one run asks for it', async () => {
  const runs = runsIn(db)
  const other = { ...text, hash: 'other' }
  await runs.add(kept('r1'))
  await runs.add({ run: { ...runOf('r2'), text: 'other' }, records: [], text: other })
  await db.runs.delete('r2')
  await runs.dropUnusedTexts()
  expect(await db.texts.toArray()).toEqual([text])
})

it.each([1, 30])('the steps seen are those of the runs asked for, %i of them', async (count) => {
  const runs = runsIn(db)
  const ids = Array.from({ length: count }, (_, index) => `r${index}`)
  for (const id of ids) await runs.add(kept(id, 'a', 'b'))
  const other = kept('other', 'a')
  await runs.add({ ...other, records: other.records.map((one) => ({ ...one, step: 'elsewhere' })) })
  const steps = new Set(kept('r0', 'a', 'b').records.map(({ step }) => step))
  expect(await runs.stepsSeen(ids)).toEqual(steps)
})
