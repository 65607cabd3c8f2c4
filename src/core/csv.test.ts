import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { fromCsv, toCsv } from './csv'

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(' =1', '\u000b\0', '\n=1', '%0A=1', '|calc', "'", "''="),
  fc
    .tuple(fc.constantFrom(...`'=+-@＝＋－＠;,"\t\r\n`), fc.string())
    .map(([sign, text]) => sign + text),
)

describe('a CSV file', () => {
  it('gives back every cell, whatever is in it', () => {
    const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 8,
      }),
    )
    fc.assert(
      fc.property(table, (rows) => {
        const withHead = [rows[0]?.map((_, index) => `Colonne ${index}`) ?? [], ...rows]
        const filled = withHead.filter((row) => row.some((text) => text.trim()))
        expect(fromCsv(toCsv(filled))).toEqual(filled)
      }),
      { numRuns: 500 },
    )
  })

  it.each([';', ','] as const)('cut by %s never lets a cell begin like a formula', (separator) => {
    fc.assert(
      fc.property(cell, (text) => {
        const csv = toCsv([['Nom', text]], { separator, mark: false })
        const { data } = Papa.parse<string[]>(csv, { delimiter: separator, newline: '\r\n' })
        expect(data[0]).toHaveLength(2)
        expect(data[0]?.[1]).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠|%\t\r\n\0]/u)
      }),
      { numRuns: 5_000 },
    )
  })

  it('opens in a spreadsheet set to French', () => {
    expect(
      toCsv([
        ['Nom', 'Note'],
        ['Élan', 'a;b'],
      ]),
    ).toBe('\ufeffNom;Note\r\nÉlan;"a;b"\r\n')
  })

  it('is read with commas, tabs or semicolons, from any system', () => {
    for (const [sign, end] of [',\n', ';\r\n', '\t\r'].map((one) => [one[0], one.slice(1)]))
      expect(fromCsv(`Nom${sign}Note${end}Élan${sign}"a ""b"""${end}${end}`)).toEqual([
        ['Nom', 'Note'],
        ['Élan', 'a "b"'],
      ])
  })

  it('goes to Moodle with commas and without a mark; numbers stay numbers', () => {
    expect(toCsv([['Note', -1, 80]], { separator: ',', mark: false })).toBe('Note,-1,80\r\n')
  })
})
