import { describe, expect, it } from 'vitest'
import { readable, sentences, wordCount } from './words'

describe('a text as it is read', () => {
  it('has its braces replaced and its stars dropped', () => {
    const text = 'Bonjour {prenom|Inès}, tu es {f:prête|m:prêt|n:là} : **{fact:f1}**.'
    expect(readable(text, (id) => ({ f1: '45 jours' })[id])).toBe(
      'Bonjour Inès, tu es prête : 45 jours.',
    )
  })

  it('counts what stands between spaces, not the signs', () => {
    expect(wordCount('« C’est l’école ! », dit-elle à 9 h 30 — enfin…')).toBe(8)
  })
})

describe('sentences', () => {
  it('end with a stop, an exclamation or a question', () => {
    expect(sentences('Oui. Vraiment ? Alors… Très bien !')).toEqual([
      'Oui.',
      'Vraiment ?',
      'Alors…',
      'Très bien !',
    ])
  })

  it('are not cut after M. nor inside a number', () => {
    expect(sentences('M. Le Goff gagne 3.5 points. Bravo.')).toEqual([
      'M. Le Goff gagne 3.5 points.',
      'Bravo.',
    ])
  })

  it('keep the closing mark of a quotation', () => {
    expect(sentences('Elle dit : « Entrez. » Tu entres.')).toEqual([
      'Elle dit : « Entrez. »',
      'Tu entres.',
    ])
  })

  it('need no stop at the end of a text', () => {
    expect(sentences('Mon nom')).toEqual(['Mon nom'])
  })
})
