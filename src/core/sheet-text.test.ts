import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutSheet } from './sheet-layout'
import { sheetText } from './sheet-text'

const sheet = {
  title: 'Mon appel',
  sections: [
    {
      heading: 'Je dis',
      lines: [[{ text: 'Je  suis ' }, { text: 'Camille', field: 'memory:prenom' }]],
    },
    { heading: 'Vide', lines: [[{ text: ' ' }]] },
  ],
  script: [{ label: 'J’ouvre', pieces: [{ text: 'Bonjour.' }] }],
}

it('a sheet as text has a title, its parts, the plan, then the script', () => {
  const plan = { heading: 'Mon plan', lines: ['Si : mardi, 10 h', 'Alors : j’appelle'] }
  expect(sheetText(sheet, [plan], 'Ce que je dis')).toBe(
    'MON APPEL\n\nJe dis\n- Je suis Camille\n\nVide\n\nMon plan\n- Si : mardi, 10 h\n- Alors : j’appelle\n\nCe que je dis\n- J’ouvre → Bonjour.',
  )
})

describe('a sheet as picture', () => {
  /** Every letter half as wide as it is tall. */
  const measure = (text: string, size: number) => text.length * size * 0.5
  const parts = fc.array(
    fc.record({
      heading: fc.string({ maxLength: 60 }),
      lines: fc.array(fc.string({ maxLength: 300 }), { maxLength: 12 }),
    }),
    { maxLength: 10 },
  )

  it('keeps every word on the page, one line under the other', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), parts, (title, given) => {
        const { width, height, lines } = layoutSheet(title, given, measure)
        const all = [title, ...given.flatMap(({ heading, lines: texts }) => [heading, ...texts])]
        expect(
          lines
            .map(({ text }) => text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(all.join('').replaceAll(' ', ''))
        for (const line of lines) {
          expect(line.x + measure(line.text, line.size)).toBeLessThanOrEqual(width)
          expect(line.y).toBeLessThanOrEqual(height)
        }
        const ys = lines.map(({ y }) => y)
        expect(ys).toEqual([...ys].sort((a, b) => a - b))
      }),
      { numRuns: 60 },
    )
  })

  it('is A5, with letters as large as fit', () => {
    const few = layoutSheet('T', [{ heading: 'H', lines: ['One line.'] }], measure)
    const many = layoutSheet(
      'T',
      [
        {
          heading: 'H',
          lines: Array<string>(30).fill('A line of some length, to fill the page well.'),
        },
      ],
      measure,
    )
    expect([few.width, few.height]).toEqual([1184, 1680])
    expect(many.height).toBe(1680)
    const sizeOf = (picture: typeof few) =>
      picture.lines.find(({ look }) => look === 'text')?.size ?? 0
    expect(sizeOf(many)).toBeLessThan(sizeOf(few))
  })

  it('is longer than A5 rather than too small to read', () => {
    const lines = Array<string>(200).fill('A line.')
    const { height, lines: drawn } = layoutSheet('T', [{ heading: 'H', lines }], measure)
    expect(height).toBeGreaterThan(1680)
    expect(Math.min(...drawn.map(({ size }) => size))).toBeGreaterThanOrEqual(22)
  })
})
