import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceContent } from '../../../tests/device-content'
import { packTextOf } from '../../../tests/pack-text'
import { nextRecord } from '../chain'
import type { Contact } from '../notebook'
import type { Run, RunRecord } from '../run'
import type { DeviceContent } from './backup-file'
import { canonical } from './canonical'
import { planImport, type ImportPlan } from './import-plan'
import { TABLE_RULES } from './table-rules'

const pack = packTextOf('_gallery')
const full = deviceContent(pack, { runs: 2, records: 3, contacts: 3 })
const empty: DeviceContent<object> = { epoch: 1, settings: {}, tables: {} }

/** How many hostile files are tried; `MUTATIONS=10000 npx vitest run import-plan` is the figure of the goal. */
const MUTATIONS = Number(process.env['MUTATIONS'] ?? 500)
const PATIENCE = 10_000 + MUTATIONS * 20

type Tables = Record<string, readonly object[]>

/** The same content with some tables replaced. */
const withTables = (tables: Tables): DeviceContent<object> => ({
  ...full,
  tables: { ...full.tables, ...tables },
})
const rows = <Row>(name: string) => full.tables[name] as readonly Row[]
const [contact] = rows<Contact>('contacts') as [Contact]
const [run] = rows<Run>('runs') as [Run]
const others = rows<RunRecord>('records').filter((record) => record.run !== run.id)
const records = rows<RunRecord>('records').filter((record) => record.run === run.id)

/** The tables and runs of a plan in short: what is added, updated, the same, older, refused. */
function counts(plan: ImportPlan) {
  const all = { runs: plan.runs, ...plan.tables }
  return Object.fromEntries(
    Object.entries(all).map(([name, { added, updated, same, older, refused }]) => {
      const out = Object.values(refused).reduce((sum, count) => sum + count, 0)
      return [name, [added.length, updated.length, same, older, out]]
    }),
  )
}

describe('a backup on a new device', () => {
  it('adds everything', () => {
    expect(counts(planImport(empty, full))).toEqual({
      runs: [2, 0, 0, 0, 0],
      contacts: [3, 0, 0, 0, 0],
      attempts: [3, 0, 0, 0, 0],
      cardAnswers: [5, 0, 0, 0, 0],
      plans: [1, 0, 0, 0, 0],
      ratings: [1, 0, 0, 0, 0],
      sheetWords: [1, 0, 0, 0, 0],
      searches: [1, 0, 0, 0, 0],
      keptTrades: [1, 0, 0, 0, 0],
      drafts: [1, 0, 0, 0, 0],
      accepted: [1, 0, 0, 0, 0],
      classes: [1, 0, 0, 0, 0],
      given: [1, 0, 0, 0, 0],
      results: [1, 0, 0, 0, 0],
      sealKeys: [1, 0, 0, 0, 0],
      together: [1, 0, 0, 0, 0],
      quarantine: [1, 0, 0, 0, 0],
    })
  })

  it('has a row for every table in the content these tests use', () => {
    expect(Object.keys(full.tables).sort()).toEqual(Object.keys(TABLE_RULES).sort())
  })
})

describe('a backup on the device it was made on', () => {
  it('changes nothing', () => {
    for (const [, [added, updated, , older, refused]] of Object.entries(
      counts(planImport(full, full)),
    ))
      expect([added, updated, older, refused]).toEqual([0, 0, 0, 0])
  })

  it('changes nothing either when rows put aside are numbered there', () => {
    const numbered = withTables({
      quarantine: (full.tables['quarantine'] ?? []).map((row) => ({ ...row, id: 7 })),
    })
    expect(counts(planImport(numbered, full))['quarantine']).toEqual([0, 0, 1, 0, 0])
  })
})

describe('a card that both sides have changed', () => {
  const older = { ...contact, note: 'Avant', changedAt: contact.changedAt - 1 }

  it('is updated when the file has the newer one', () => {
    const plan = planImport(withTables({ contacts: [older] }), full)
    expect(plan.tables['contacts']?.updated).toEqual([{ mine: older, row: contact }])
  })

  it('stays when the device has the newer one', () => {
    const plan = planImport(full, withTables({ contacts: [older] }))
    expect(counts(plan)['contacts']).toEqual([0, 0, 0, 1, 0])
  })

  it('becomes the same on both devices, whichever is imported first', () => {
    const edit = fc.record({ note: fc.string({ minLength: 1 }), changedAt: fc.nat(3) })
    fc.assert(
      fc.property(edit, edit, (one, other) => {
        const here = { ...contact, ...one }
        const there = { ...contact, ...other }
        const after = (mine: Contact, theirs: Contact) => {
          const plan = planImport(
            withTables({ contacts: [mine] }),
            withTables({ contacts: [theirs] }),
          )
          return plan.tables['contacts']?.updated[0]?.row ?? mine
        }
        expect(after(here, there)).toEqual(after(there, here))
      }),
    )
  })
})

describe('a run that both sides have', () => {
  const open = { ...run }
  delete open.endedAt
  delete open.ending
  const shorter = withTables({ runs: [open], records: records.slice(0, 1) })

  it('is updated when the file has gone further', () => {
    const plan = planImport(shorter, full)
    expect(counts(plan)['runs']).toEqual([1, 1, 0, 0, 0])
    expect(plan.runs.updated[0]?.row.records).toEqual(records)
  })

  it('stays when the device has gone further', () => {
    expect(counts(planImport(full, shorter))['runs']).toEqual([0, 0, 0, 1, 0])
  })

  it('is updated when only the file has its ending', () => {
    expect(counts(planImport(withTables({ runs: [open] }), full))['runs']).toEqual([1, 1, 0, 0, 0])
  })

  it('stays, and the learner is told, when both went on differently', () => {
    const [first] = records as [RunRecord]
    const elsewhere = nextRecord(run, first, { step: 'd1', pick: 'autre' }, first.at)
    const plan = planImport(full, withTables({ runs: [run], records: [first, elsewhere] }))
    expect(plan.runs.refused.conflict).toBe(1)
    expect(plan.runs.updated).toEqual([])
  })
})

describe('rows that cannot be read', () => {
  it('are counted and left out; the others come in', () => {
    const plan = planImport(empty, withTables({ contacts: [contact, { id: 'x' }, 7 as never] }))
    expect(counts(plan)['contacts']).toEqual([1, 0, 0, 0, 2])
    expect(plan.tables['contacts']?.refused.shape).toBe(2)
  })

  it('are those that come twice, too', () => {
    const plan = planImport(empty, withTables({ contacts: [contact, { ...contact, note: 'b' }] }))
    expect(plan.tables['contacts']?.added).toEqual([contact])
    expect(plan.tables['contacts']?.refused.shape).toBe(1)
  })

  it('are those that say otherwise of what never changes', () => {
    const [attempt] = rows<{ outcome: string }>('attempts') as [{ outcome: string }]
    const other = { ...attempt, outcome: attempt.outcome === 'reached' ? 'refusal' : 'reached' }
    const plan = planImport(withTables({ attempts: [attempt] }), withTables({ attempts: [other] }))
    expect(plan.tables['attempts']?.refused.conflict).toBe(1)
    expect(counts(plan)['attempts']).toEqual([0, 0, 0, 0, 1])
  })

  it('are none where there are no rows', () => {
    const plan = planImport(empty, { ...empty, tables: {} })
    expect(counts(plan)).toEqual({ runs: [0, 0, 0, 0, 0] })
  })

  it('of runs are counted together: of another shape, of no run, of a run that comes twice', () => {
    const stranger = { ...(records[0] as RunRecord), run: 'nobody' }
    const plan = planImport(
      empty,
      withTables({
        runs: [...rows<Run>('runs'), 7 as never, run],
        records: [...rows<RunRecord>('records'), { seq: 'x' }, stranger],
      }),
    )
    expect(plan.runs.refused.shape).toBe(4)
    expect(plan.runs.added).toHaveLength(2)
  })
})

describe('a run of a file', () => {
  it('may have no choice yet', () => {
    const open = { ...run }
    delete open.endedAt
    delete open.ending
    const plan = planImport(empty, withTables({ runs: [open], records: [] }))
    expect(plan.runs.added.map((one) => one.records)).toEqual([[]])
  })

  it('has its records in their order, however they come', () => {
    const plan = planImport(
      empty,
      withTables({ records: [...rows<RunRecord>('records')].reverse() }),
    )
    expect(plan.runs.refused.chain).toBe(0)
    expect(plan.runs.added.find((one) => one.run.id === run.id)?.records).toEqual(records)
  })

  it('is left out when its text is that of another module', () => {
    const plan = planImport(empty, withTables({ runs: [{ ...run, scenario: 'other' }], records }))
    expect(plan.runs.refused.text).toBe(1)
    expect(plan.runs.added).toEqual([])
  })

  it('that calls itself of another version than the device’s stays out, and the learner is told', () => {
    const plan = planImport(full, withTables({ runs: [{ ...run, version: '9.0.0' }], records }))
    expect(plan.runs.refused.conflict).toBe(1)
    expect(plan.runs.same).toBe(0)
  })

  it('on a text that the device has is not asked again whether it can be played', () => {
    const asked: string[] = []
    const plan = planImport(full, full, ({ scenario }) => {
      asked.push(scenario)
      return false
    })
    expect(plan.runs.same).toBe(2)
    expect(asked).toEqual([])
  })

  it('on a text that cannot be played is left out, and the text asked about once', () => {
    const asked: string[] = []
    const plan = planImport(empty, full, ({ scenario }) => {
      asked.push(scenario)
      return false
    })
    expect(plan.runs.refused.text).toBe(2)
    expect(asked).toHaveLength(1)
  })
})

describe('a run that cannot be trusted', () => {
  it('keeps what comes before the first broken record; the rest is put aside', () => {
    const broken = records.map((record, seq) => (seq === 1 ? { ...record, pick: 'autre' } : record))
    const plan = planImport(empty, withTables({ records: [...broken, ...others] }))
    const cut = plan.runs.added.find((one) => one.run.id === run.id)
    expect(cut?.records).toEqual(records.slice(0, 1))
    expect(cut?.run.ending).toBeUndefined()
    expect(plan.runs.broken).toEqual(broken.slice(1))
    expect(plan.runs.refused.chain).toBe(1)
  })

  it('is left out when its text is missing, changed, or not a module', () => {
    const [text] = rows<{ text: string }>('texts') as [{ text: string }]
    for (const texts of [[], [{ ...text, text: `${text.text} ` }], [{ ...text, text: '{}' }]]) {
      const plan = planImport(empty, withTables({ texts }))
      expect(plan.runs.added).toEqual([])
      expect(counts(plan)['runs']?.[4]).toBeGreaterThan(0)
    }
  })

  it('is played on the text of the device when the file has lost it', () => {
    expect(counts(planImport(full, withTables({ texts: [] })))['runs']).toEqual([0, 0, 2, 0, 0])
  })

  it('is left out when a link of its module goes to a strange place', () => {
    const module = JSON.parse(pack) as { facts: { url: string }[] }
    for (const fact of module.facts) fact.url = 'https://example.org/'
    const evil = deviceContent(JSON.stringify(module), { runs: 1, records: 1, contacts: 0 })
    expect(planImport(empty, evil).runs.refused.text).toBe(1)
  })
})

describe('a table of a later version', () => {
  it('is left out and counted; so is one named like a part of JavaScript', () => {
    const plan = planImport(empty, withTables({ dreams: [{}, {}], toString: [{}] }))
    expect(plan.tables['dreams']?.refused.unknown).toBe(2)
    expect(plan.tables['toString']?.refused.unknown).toBe(1)
  })
})

describe('rows made to harm, in a file whose hash is right', () => {
  it(
    'never throw, and only rows of the right shape are let in',
    () => {
      const names = Object.keys(TABLE_RULES)
      const hostile = fc.oneof(
        fc.jsonValue(),
        fc.constantFrom(-1, 1e308, '', 'x'.repeat(30_000), null, [], {}, '2026-02-30', '\u202e'),
      )
      const mutation = fc.record({
        name: fc.constantFrom(...names),
        field: fc.nat(20),
        value: hostile,
        what: fc.constantFrom('set', 'drop', 'replace', 'twice', 'more'),
      })
      fc.assert(
        fc.property(mutation, ({ name, field, value, what }) => {
          const [first, ...rest] = rows<Record<string, unknown>>(name)
          const keys = Object.keys(first ?? {})
          const key = keys[field % keys.length] ?? ''
          const kept = Object.entries(first ?? {}).filter(([one]) => one !== key)
          const changed = {
            set: [{ ...first, [key]: value }, ...rest],
            drop: [Object.fromEntries(kept), ...rest],
            replace: [value, ...rest],
            twice: [first, first, ...rest],
            more: [{ ...first, onload: value }, ...rest],
          }[what]
          const file = { ...full, tables: { ...full.tables, [name]: changed } }
          const before = canonical(full)
          const plan = planImport(full, file)
          expect(canonical(full)).toBe(before)
          for (const [table, { added, updated }] of Object.entries(plan.tables))
            for (const row of [...added, ...updated.map((one) => one.row)])
              expect(TABLE_RULES[table]?.read(row)).toEqual(row)
        }),
        { numRuns: MUTATIONS },
      )
    },
    PATIENCE,
  )
})
