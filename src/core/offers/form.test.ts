import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeForm } from './form'

test('a query is written exactly as URLSearchParams writes it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))),
      (pairs) => {
        expect(encodeForm(pairs)).toBe(new URLSearchParams(pairs).toString())
      },
    ),
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
