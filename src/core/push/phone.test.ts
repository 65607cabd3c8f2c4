import { expect, test } from 'vitest'
import { readPhone } from './phone'

test.each([
  ['06 12 34 56 78', '+33612345678'],
  ['07.12.34.56.78', '+33712345678'],
  ['+33 6 12 34 56 78', '+33612345678'],
  ['+33 (0)6 12 34 56 78', '+33612345678'],
  ['0033612345678', '+33612345678'],
  ['33612345678', '+33612345678'],
  ['612345678', '+33612345678'],
  ['0692 12 34 56', '+262692123456'],
  ['+32 470 12 34 56', '+32470123456'],
])('%s receives text messages at %s', (text, number) => {
  expect(readPhone(text)).toEqual({ number, mobile: true })
})

test('a landline is a number, without text messages', () => {
  expect(readPhone('02 40 12 34 56')).toEqual({ number: '+33240123456', mobile: false })
})

test.each(['', '06 12', '06 12 34 56 7', 'appeler le soir', '06 12 34 56 78 90', 'a@b.fr'])(
  '« %s » is no number',
  (text) => {
    expect(readPhone(text)).toBeUndefined()
  },
)
