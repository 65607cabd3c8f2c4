import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from './csv'

/** Reads a table back as RFC 4180 says. */
function read(csv: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let rest = csv
  while (rest) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest)
    const value = quoted
      ? (quoted[1] ?? '').replaceAll('""', '"')
      : (new RegExp(`^[^${separator}\\r\\n]*`).exec(rest)?.[0] ?? '')
    rest = rest.slice(quoted ? quoted[0].length : value.length)
    row.push(value)
    if (rest.startsWith('\r\n')) {
      rows.push(row)
      row = []
      rest = rest.slice(2)
    } else rest = rest.slice(1)
  }
  return rows
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    '+33',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '%0A=1',
    '"',
    ';',
  ),
)

describe('a table for a spreadsheet', () => {
  it('never holds a cell that begins as a formula', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1 }), fc.constantFrom(';', ','), (cells, by) => {
        const [row = []] = read(toCsv([cells], by), by)
        expect(row).toHaveLength(cells.length)
        for (const cell of row) expect(cell).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠\t\r\n\0]/u)
      }),
      { numRuns: 10_000 },
    )
  })

  it('gives back ordinary words as they were', () => {
    const rows = [['Renard 12', 'a;b', 'dit "oui"', 'deux\nlignes', 'L’accueil']]
    expect(read(toCsv(rows), ';')).toEqual(rows)
  })

  it('writes numbers as numbers', () => {
    expect(toCsv([['Note', -1, 80]], ',')).toBe('Note,-1,80\r\n')
  })
})
