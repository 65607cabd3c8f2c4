import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldLines } from './fold'

test('accents, capitals, hyphens and apostrophes disappear', () => {
  expect(fold('L’Haÿ-les-Roses')).toBe('l hay les roses')
  expect(fold('Plœmeur')).toBe('ploemeur')
})

test('St and Ste are saints', () => {
  expect(fold('St-Étienne')).toBe('saint etienne')
  expect(fold('Ste Foy')).toBe('sainte foy')
  expect(fold('styliste')).toBe('styliste')
})

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test('many lines fold as each would alone', () => {
  const line = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n'))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      expect(foldLines(lines.join('\n'))).toEqual(lines.map(fold))
    }),
  )
})
