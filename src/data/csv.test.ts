import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decoded, fromCsv, toCsv } from './csv'

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
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

  it('never lets a cell begin like a formula', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const [, row = ''] = toCsv([
          ['Nom', 'Note'],
          ['a', text],
        ]).split(/\r\na;/)
        expect(row.replace(/^"/, '')).not.toMatch(/^[=+\-@＝＋－＠\t]/)
      }),
      { numRuns: 500 },
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

  it('is read when an old spreadsheet saved it', () => {
    expect(decoded(new Uint8Array([0xc9, 0x6c, 0x61, 0x6e]))).toBe('Élan')
    expect(decoded(new TextEncoder().encode('Élan'))).toBe('Élan')
  })
})
