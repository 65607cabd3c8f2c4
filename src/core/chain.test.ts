import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legalPlay } from '../../tests/legal-play'
import { nextRecord, soundRecords, textHash } from './chain'
import type { Move } from './play'
import type { Run, RunRecord } from './run'

const run: Run = {
  id: 'r1',
  scenario: 'small',
  version: '1.0.0',
  text: textHash('{}'),
  level: 'n1',
  variant: 'calme',
  seed: 9,
  startedAt: 1_800_000_000_000,
}

function chained(moves: readonly Move[]): RunRecord[] {
  const records: RunRecord[] = []
  for (const [index, made] of moves.entries())
    records.push(nextRecord(run, records.at(-1), made, run.startedAt + index))
  return records
}

const someRecords = legalPlay
  .filter(({ moves }) => moves.length > 0)
  .map(({ moves }) => chained(moves))

/** A change somebody, or a failing disk, could make to one record. */
const edit = fc.oneof(
  fc
    .constantFrom('step', 'pick', 'run', 'hash', 'text')
    .map((key) => (record: RunRecord) => ({ ...record, [key]: `${record[key as 'pick']}x` })),
  fc
    .constantFrom('seq', 'at')
    .map((key) => (record: RunRecord) => ({ ...record, [key]: record[key as 'seq'] + 1 })),
)

describe('a record', () => {
  it('comes right after the last one, numbered from 0', () => {
    const [first, second] = chained([
      { step: 'a', pick: 'yes' },
      { step: 'b', pick: 'written', text: '' },
    ])
    expect(first).toMatchObject({ run: 'r1', seq: 0, step: 'a', pick: 'yes', at: run.startedAt })
    expect(second).toMatchObject({ seq: 1, text: '' })
    expect(second?.hash).toMatch(/^[0-9a-f]{32}$/)
  })

  it('is the same after JSON, whatever was written in it', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const copy = JSON.parse(JSON.stringify(records)) as RunRecord[]
        expect(copy).toEqual(records)
        expect(soundRecords(run, copy)).toBe(records.length)
      }),
    )
  })

  it('survives any text, even half of an emoji', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const records = chained([{ step: 'a', pick: 'written', text }])
        expect(soundRecords(run, JSON.parse(JSON.stringify(records)) as RunRecord[])).toBe(1)
      }),
    )
    const half = chained([{ step: 'a', pick: 'written', text: '\ud83d' }])
    expect(soundRecords(run, JSON.parse(JSON.stringify(half)) as RunRecord[])).toBe(1)
  })
})

describe('a chain', () => {
  it('is sound as it was made', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        expect(soundRecords(run, records)).toBe(records.length)
      }),
    )
  })

  it('with an edited record is sound up to it, and no further', () => {
    fc.assert(
      fc.property(someRecords, fc.nat(), edit, (records, number, change) => {
        const at = number % records.length
        const edited = records.map((record, index) => (index === at ? change(record) : record))
        expect(soundRecords(run, edited)).toBe(at)
      }),
    )
  })

  it('with a record taken out, put twice or put elsewhere is sound up to there', () => {
    fc.assert(
      fc.property(someRecords, fc.nat(), (records, number) => {
        const at = number % records.length
        const last = at === records.length - 1
        expect(soundRecords(run, records.toSpliced(at, 1))).toBe(at)
        expect(soundRecords(run, records.toSpliced(at, 0, records[at] as RunRecord))).toBe(at + 1)
        if (!last)
          expect(soundRecords(run, records.toSpliced(at, 0, records[at + 1] as RunRecord))).toBe(at)
      }),
    )
  })

  it.each<Partial<RunRecord>>([{ run: 'r2' }, { seq: 1 }])(
    'refuses a record with %o even when its hash was made again',
    (part) => {
      const [first] = chained([{ step: 'a', pick: 'yes' }])
      const record = { ...first, ...part } as RunRecord
      const { id, scenario, text, level, variant, seed } = run
      const head = textHash(JSON.stringify([id, scenario, text, level, variant, seed]))
      const remade = (one: RunRecord) =>
        textHash(JSON.stringify([head, one.run, one.seq, one.step, one.pick, null, one.at]))
      expect(remade(first as RunRecord), 'the hash as it is made').toBe(first?.hash)
      expect(soundRecords(run, [{ ...record, hash: remade(record) }])).toBe(0)
    },
  )

  it.each<Partial<Run>>([
    { id: 'r2' },
    { scenario: 'other' },
    { text: textHash('[]') },
    { level: 'n2' },
    { variant: 'presse' },
    { seed: 10 },
  ])('belongs to one run: nothing is sound under %o', (other) => {
    expect(soundRecords({ ...run, ...other }, chained([{ step: 'a', pick: 'yes' }]))).toBe(0)
  })
})

it('a text is named by the first half of its SHA-256', () => {
  // printf 'à' | sha256sum
  expect(textHash('à')).toBe('b3fc9de526e253e7ac1b8d94ed2374c6')
})
