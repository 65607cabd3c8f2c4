import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyBytes } from '../../../tests/class-play'
import { fromToken, toToken } from './token'

const body = Uint8Array.of(1, 2, 3, 250)

describe('a token', () => {
  it('gives back the bytes it was made of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (bytes) => {
        expect(fromToken('result', toToken('result', bytes))).toEqual({ body: bytes })
      }),
    )
  })

  it('ends with a letter that messaging apps do not drop, and needs no escape in a link', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const token = toToken('result', bytes)
        expect(encodeURIComponent(token)).toBe(token)
      }),
    )
  })

  it('is cut when one letter is missing, added or changed', () => {
    const token = toToken('result', body)
    for (const other of [token.slice(0, -1), `${token}A`, token.replace(/.$/, 'A'), '1.', '1.AA'])
      expect(fromToken('result', other)).toEqual(
        other === '1.' ? { trouble: 'wrong' } : { trouble: 'cut' },
      )
  })

  it('of another kind is not taken for this one', () => {
    expect(fromToken('assignment', toToken('result', body))).toEqual({ trouble: 'cut' })
  })

  it('of a later format says so', () => {
    expect(fromToken('result', '2.AAAA')).toEqual({ trouble: 'newer' })
  })

  it.each(['', 'bonjour', '0.AAAA', '-1.AAAA', '1.é', '1.AAAA BBBB', `1.${'A'.repeat(100_001)}`])(
    'is wrong when it is %.30j',
    (text) => expect(fromToken('result', text)).toEqual({ trouble: 'wrong' }),
  )
})
