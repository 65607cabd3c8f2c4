import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRestored, mixedPieces, piecesOf } from './rehearsal'

const sentence = fc
  .array(fc.constantFrom('je', 'dis', 'merci', 'et', 'l’heure', 'oui', 'au', 'CFA'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((words) => words.join(' '))

describe('a sentence to restore', () => {
  it('is cut in six pieces at most, between words', () => {
    expect(piecesOf('je dis merci et je demande qui cherche')).toEqual([
      'je',
      'dis',
      'merci et',
      'je',
      'demande',
      'qui cherche',
    ])
    expect(piecesOf('je rappelle')).toEqual(['je', 'rappelle'])
    fc.assert(
      fc.property(sentence, (text) => {
        expect(piecesOf(text).join(' ')).toBe(text)
        expect(piecesOf(text).length).toBeLessThanOrEqual(6)
      }),
    )
  })

  it('is mixed with the same pieces, and not in the right order when there is another', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (text, seed) => {
        const mixed = mixedPieces(text, seed)
        expect([...mixed].sort()).toEqual([...piecesOf(text)].sort())
        if (new Set(mixed).size > 1) expect(isRestored(text, mixed)).toBe(false)
      }),
    )
  })

  it('is restored by the right order, whichever of two equal pieces comes first', () => {
    expect(isRestored('je dis ce que je dis', ['je', 'dis', 'ce', 'que', 'je', 'dis'])).toBe(true)
    expect(isRestored('je dis merci', ['merci', 'je', 'dis'])).toBe(false)
  })
})
