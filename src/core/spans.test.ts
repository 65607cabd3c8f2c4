import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termFinder, toSpans, type Span, type Term } from './spans'

const term = (id: string, ...forms: string[]): Term => ({ id, term: id, forms, definition: id })
const finder = termFinder([
  term('cfa', 'CFA', 'centre de formation'),
  term('maitre', 'maître d’apprentissage', 'maître'),
  term('cv', 'C.V.'),
])

const spansOf = (text: string, met = new Set<string>()) => toSpans(text, finder, met)
const termsOf = (text: string) => spansOf(text).flatMap(({ term: id }) => id ?? [])

describe('a word of the glossary', () => {
  it('can be touched where it is first met, and only there', () => {
    const met = new Set<string>()
    expect(spansOf('Le CFA ? Oui, un CFA.', met)).toEqual<Span[]>([
      { text: 'Le ' },
      { text: 'CFA', term: 'cfa' },
      { text: ' ? Oui, un CFA.' },
    ])
    expect(spansOf('Ton CFA', met)).toEqual([{ text: 'Ton CFA' }])
  })

  it('is found whatever its capitals, except that initials are initials', () => {
    expect(termsOf('Centre de Formation')).toEqual(['cfa'])
    expect(termsOf('un cfa')).toEqual([])
  })

  it('is a whole word: never a part of another', () => {
    expect(termsOf('CFAs, XCFA, contremaître, maîtresse')).toEqual([])
    expect(termsOf('(CFA)')).toEqual(['cfa'])
  })

  it('is taken in its longest form', () => {
    expect(spansOf('ton maître d’apprentissage')[1]).toEqual({
      text: 'maître d’apprentissage',
      term: 'maitre',
    })
  })

  it('is found with either apostrophe', () => {
    expect(termsOf("un maître d'apprentissage")).toEqual(['maitre'])
    const straight = termFinder([term('essai', "période d'essai")])
    expect(toSpans('ta période d’essai', straight, new Set()).at(-1)?.term).toBe('essai')
  })

  it('may hold a sign that patterns use', () => {
    expect(termsOf('mon C.V.')).toEqual(['cv'])
    expect(termsOf('mon CXVX')).toEqual([])
  })
})

describe('a text in spans', () => {
  it('is strong between two pairs of stars', () => {
    expect(spansOf('Dis **ton nom** d’abord')).toEqual<Span[]>([
      { text: 'Dis ' },
      { text: 'ton nom', strong: true },
      { text: ' d’abord' },
    ])
  })

  it('keeps every letter, in order', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const joined = spansOf(text)
          .map((span) => span.text)
          .join('')
        expect(joined).toBe(text.replaceAll('**', ''))
      }),
    )
  })

  it('without a glossary is one span', () => {
    expect(toSpans('Le CFA', termFinder([]), new Set())).toEqual([{ text: 'Le CFA' }])
  })
})
