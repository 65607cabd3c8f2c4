import { describe, expect, it } from 'vitest'
import { deviceContent } from '../../../tests/device-content'
import { packTextOf } from '../../../tests/pack-text'
import { TABLE_RULES, type TableRule } from './table-rules'

const full = deviceContent(packTextOf('_gallery'), { runs: 1, records: 2, contacts: 2 })

function ruleOf(name: string): TableRule {
  const rule = TABLE_RULES[name]
  if (!rule) throw new Error(`No rule for ${name}.`)
  return rule
}

const firstOf = (name: string) => full.tables[name]?.[0] as Record<string, unknown>

describe('the same row', () => {
  it.each<[table: string, key: string, other: object]>([
    ['runs', 'id', { level: 'n2' }],
    ['records', 'seq', { pick: 'other' }],
    ['records', 'run', { pick: 'other' }],
    ['texts', 'hash', { scenario: 'other' }],
    ['contacts', 'id', { note: 'other' }],
    ['attempts', 'id', { on: '2026-01-01' }],
    ['cardAnswers', 'card', { known: true }],
    ['cardAnswers', 'on', { known: true }],
    ['plans', 'id', { if: 'other' }],
    ['ratings', 'id', { nerves: 1 }],
    ['sheetWords', 'scenario', { words: {} }],
    ['searches', 'name', { favourite: false }],
    ['keptTrades', 'rome', { label: 'other' }],
    ['accepted', 'id', { name: 'Loup 1' }],
    ['classes', 'id', { name: 'other' }],
    ['given', 'id', { at: 1 }],
    ['results', 'assignment', { receivedAt: 1 }],
    ['results', 'member', { receivedAt: 1 }],
    ['sealKeys', 'publicKey', { createdAt: 1 }],
    ['together', 'id', { at: 1 }],
  ])('of %s has the same %s, whatever else it says', (table, key, other) => {
    const rule = ruleOf(table)
    const row = firstOf(table)
    expect(rule.read(row)).toEqual(row)
    expect(rule.key({ ...row, ...other })).toBe(rule.key(row))
    expect(rule.isSame({ ...row, ...other }, row)).toBe(false)
    const [name] = rule.key(row).split('/')
    expect(name).toBeTruthy()
    const elsewhere = { ...row, [key]: anotherKey(row[key]) }
    expect(rule.read(elsewhere)).toEqual(elsewhere)
    expect(rule.key(elsewhere)).not.toBe(rule.key(row))
  })

  it('put aside says the same: its number is that of one device only', () => {
    const rule = ruleOf('quarantine')
    const row = firstOf('quarantine')
    expect(rule.key({ ...row, id: 1 })).toBe(rule.key({ ...row, id: 2 }))
    for (const other of [{ at: 1 }, { reason: 'replaced' }, { rows: [] }])
      expect(rule.key({ ...row, ...other })).not.toBe(rule.key(row))
  })

  it('that cannot be read is still one row, and is no row to keep', () => {
    const rule = ruleOf('contacts')
    expect(rule.key({ b: 1, a: 2 })).toBe('{"a":2,"b":1}')
    expect(rule.read({ b: 1 })).toBeUndefined()
    expect(rule.join({ b: 1 }, firstOf('contacts'))).toBeUndefined()
    expect(rule.join(firstOf('contacts'), { b: 1 })).toBeUndefined()
  })
})

describe('two rows of one key that differ', () => {
  it.each([
    ['contacts', 'changedAt'],
    ['plans', 'changedAt'],
    ['sheetWords', 'changedAt'],
    ['searches', 'at'],
    ['keptTrades', 'at'],
    ['accepted', 'acceptedAt'],
    ['results', 'receivedAt'],
    ['together', 'at'],
  ])('of %s leave the one changed last', (table, by) => {
    const rule = ruleOf(table)
    const row = firstOf(table)
    const later = { ...row, [by]: Number(row[by]) + 1 }
    expect(rule.join(row, later)).toEqual(later)
    expect(rule.join(later, row)).toEqual(later)
  })

  it('leave the one changed last, as a number and not as a text', () => {
    const rule = ruleOf('contacts')
    const [early, late] = [9, 10].map((changedAt) => ({ ...firstOf('contacts'), changedAt }))
    expect(rule.join(early, late)).toEqual(late)
    expect(rule.join(late, early)).toEqual(late)
  })

  it('changed at the same moment leave the same one on both devices', () => {
    const rule = ruleOf('contacts')
    const [one, other] = [
      { ...firstOf('contacts'), note: 'a' },
      { ...firstOf('contacts'), note: 'b' },
    ]
    expect(rule.join(one, other)).toEqual(other)
    expect(rule.join(other, one)).toEqual(other)
  })

  it.each(['runs', 'records', 'texts', 'attempts', 'ratings', 'classes', 'given', 'sealKeys'])(
    'of %s leave neither: none can be told better',
    (table) => {
      expect(ruleOf(table).join(firstOf(table), firstOf(table))).toBeUndefined()
    },
  )
})

it('what pupils handed in is the class’s, the rest is the learner’s', () => {
  const ofClass = Object.entries(TABLE_RULES).filter(([, { group }]) => group === 'class')
  expect(ofClass.map(([name]) => name).sort()).toEqual([
    'classes',
    'given',
    'results',
    'sealKeys',
    'together',
  ])
})

/** Another value that the same field may have. */
function anotherKey(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  const text = String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return '2026-01-02'
  return `${text.slice(0, -1)}${text.endsWith('1') ? '2' : '1'}`
}
