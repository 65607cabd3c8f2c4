import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLUMNS, readTable, tableOf } from './contact-table'
import { CHANNELS, CONTACT_KINDS, CONTACT_STATES, type Contact } from './notebook'

const WORDS: Record<string, string> = {
  'column.name': 'Nom',
  'column.state': 'État',
  'column.nextOn': 'À faire le',
  'column.person': 'Personne',
  'column.id': 'Référence',
  'state.contacted': 'Contacté',
}
const words = (key: string) => WORDS[key] ?? key
const card: Contact = {
  id: 'c1',
  kind: 'cfa',
  name: 'CFA des Métiers',
  state: 'followUp',
  person: 'Mme Perrin',
  nextOn: '2026-11-30',
  createdAt: 1,
  changedAt: 1,
}
let made = 0
const read = (rows: string[][], mine: Contact[] = []) =>
  readTable(rows, mine, words, () => `new${(made += 1)}`, 5)

describe('the notebook in a spreadsheet', () => {
  it('comes back as it went', () => {
    const text = fc.stringMatching(/^[a-zé][a-zé ]{0,12}[a-zé]$/)
    const day = fc.constantFrom('2026-11-30', '2027-01-02')
    const anyCard = fc.record(
      {
        id: fc.uuid(),
        kind: fc.constantFrom(...CONTACT_KINDS),
        name: text,
        state: fc.constantFrom(...CONTACT_STATES),
        createdAt: fc.constant(1),
        changedAt: fc.constant(1),
        reply: fc.constantFrom('yes', 'no'),
        channel: fc.constantFrom(...CHANNELS),
        person: text,
        reach: text,
        contactedOn: day,
        next: text,
        nextOn: day,
        note: text,
        advert: text,
      },
      { requiredKeys: ['id', 'kind', 'name', 'state', 'createdAt', 'changedAt'] },
    )
    fc.assert(
      fc.property(fc.array(anyCard, { maxLength: 5 }), (cards) => {
        const again = read(tableOf(cards, words), cards)
        expect(again).toEqual({ added: [], updated: [], same: cards.length, refused: [] })
      }),
    )
  })

  it('has a name for every column', () => {
    expect(tableOf([], words)).toEqual([COLUMNS.map((column) => words(`column.${column}`))])
  })

  it('adds a line without reference as a new card, once', () => {
    const rows = [
      ['nom', 'PERSONNE'],
      ['Garage Élan', 'M. Roux'],
      ['garage elan', 'm roux'],
    ]
    const reading = read(rows)
    expect(reading?.added).toMatchObject([
      { name: 'Garage Élan', person: 'M. Roux', kind: 'firm', state: 'todo', changedAt: 5 },
    ])
    expect(reading?.same).toBe(1)
  })

  it('takes a line with the name and person of a card for that card', () => {
    expect(
      read(
        [
          ['Nom', 'Personne'],
          ['cfa des metiers', 'Mme Perrin'],
        ],
        [card],
      )?.same,
    ).toBe(1)
  })

  it('changes the card whose reference a line has, and only what the file says', () => {
    const reading = read(
      [
        ['Nom', 'État', 'Référence'],
        ['CFA', 'contacte', 'c1'],
      ],
      [card],
    )
    expect(reading?.updated).toEqual([
      { mine: card, row: { ...card, name: 'CFA', state: 'contacted', changedAt: 5 } },
    ])
    const named = read(
      [
        ['Nom', 'Référence'],
        ['CFA', 'c1'],
      ],
      [card],
    )
    expect(named?.updated[0]?.row.state).toBe('followUp')
  })

  it('reads days as a spreadsheet writes them', () => {
    const reading = read([
      ['Nom', 'À faire le'],
      ['A', '2/12/2026'],
      ['B', '2026-12-03'],
    ])
    expect(reading?.added.map(({ nextOn }) => nextOn)).toEqual(['2026-12-02', '2026-12-03'])
  })

  it('says which line and column it cannot read, and reads the others', () => {
    const reading = read([
      ['Nom', 'État', 'À faire le'],
      ['', 'Contacté', ''],
      ['A', 'peut-être', ''],
      ['B', '', '31/02/2026'],
      ['C'.repeat(121), '', ''],
      ['D', '', ''],
    ])
    expect(reading?.refused).toEqual([
      { line: 2, problem: 'no-name', column: 'Nom' },
      { line: 3, problem: 'unknown-word', column: 'État' },
      { line: 4, problem: 'bad-date', column: 'À faire le' },
      { line: 5, problem: 'too-long', column: 'Nom' },
    ])
    expect(reading?.added.map(({ name }) => name)).toEqual(['D'])
  })

  it('is refused without names, or with too many lines', () => {
    expect(read([['Prénom'], ['A']])).toBeUndefined()
    expect(read([])).toBeUndefined()
    expect(read([['Nom'], ...Array.from({ length: 5001 }, () => ['A'])])).toBeUndefined()
  })

  it('never throws, whatever the cells', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('Nom', 'État', 'À faire le', 'c1', '__proto__'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (rows) => {
        read([['Nom', 'État', 'Référence', 'À faire le'], ...rows], [card])
        read(rows, [card])
      }),
      { numRuns: 500 },
    )
  })
})
