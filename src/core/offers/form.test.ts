import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeForm } from './form'

const text = fc.string({ unit: 'binary', maxLength: 20 })

test('a query is written exactly as URLSearchParams writes it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (pairs) => {
      expect(encodeForm(pairs)).toBe(new URLSearchParams(pairs).toString())
    }),
  )
})

test('half a character does not break it', () => {
  const pairs: [string, string][] = [['q', 'a\ud800b']]
  expect(encodeForm(pairs)).toBe(new URLSearchParams(pairs).toString())
})

test('numbers and truths are written plainly', () => {
  expect(
    encodeForm([
      ['radius', 30],
      ['handi', true],
    ]),
  ).toBe('radius=30&handi=true')
})
