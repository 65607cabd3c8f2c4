import { beforeAll, describe, expect, it } from 'vitest'
import type { TrackingSheet, When } from '../../core/booklet/paper'
import { loadTexts } from '../../i18n/i18n'
import { markInWords, whenInWords } from './in-words'

const sheet: TrackingSheet = {
  tracks: [
    {
      id: 'trust',
      label: 'Confiance',
      min: 0,
      max: 10,
      start: 5,
      levels: [{ from: 0, text: 'fermée' }],
    },
    { id: 'tries', label: 'LUNE', min: 0, max: 3, start: 0, levels: [] },
  ],
  checklists: [
    {
      kind: 'checklist',
      id: 'book',
      label: 'Carnet',
      icon: 'notebook',
      items: [{ flag: 'name', text: 'Le nom' }],
    },
  ],
  words: [{ word: 'HIBOU', circled: false }],
  blanks: [
    { number: 1, id: 'own', label: 'Ta phrase', texts: [] },
    { number: 2, id: 'taste', label: 'Dehors', texts: ['Être dehors.'] },
    { number: 3, id: 'doubt', label: 'Un doute', texts: ['Un.', 'Deux.'] },
  ],
}
/** As one reads it: the kind of space does not matter here. */
const plainly = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const said = (when: When) => plainly(whenInWords(when, sheet))

beforeAll(() => loadTexts('booklet'))

describe('a printed condition', () => {
  it('says where the marker of a track must stand', () => {
    const trust = { kind: 'track', track: 'trust' } as const
    expect(said({ ...trust, least: 7 })).toBe('Confiance est à 7 ou plus')
    expect(said({ ...trust, most: 3 })).toBe('Confiance est à 3 ou moins')
    expect(said({ ...trust, least: 4, most: 5 })).toBe('Confiance est à 4 ou 5')
    expect(said({ ...trust, least: 4, most: 6 })).toBe('Confiance est entre 4 et 6')
    expect(said({ ...trust, least: 4, most: 4 })).toBe('Confiance est à 4')
    expect(said({ kind: 'track', track: 'tries', not: 1 })).toBe('Compteur LUNE n’est pas à 1')
  })

  it('says which word, box or line to look at', () => {
    expect(said({ kind: 'word', word: 'HIBOU', yes: false })).toBe('HIBOU n’est pas entouré')
    expect(said({ kind: 'tick', meter: 'book', flag: 'name', yes: true })).toBe(
      '« Le nom » est coché',
    )
    expect(said({ kind: 'blank', blank: 1, yes: true })).toBe('ta ligne 1 est remplie')
    expect(said({ kind: 'blank', blank: 2, yes: true })).toBe('la case 2 est cochée')
    expect(said({ kind: 'count', meter: 'book', least: 3 })).toBe(
      'tu as au moins 3 cases cochées dans « Carnet »',
    )
    expect(said({ kind: 'from', numbers: [4, 17] })).toBe('tu viens du 4 ou du 17')
  })

  it('keeps apart what goes together', () => {
    const word: When = { kind: 'word', word: 'HIBOU', yes: true }
    const from: When = { kind: 'from', numbers: [4] }
    const either: When = { kind: 'any', parts: [word, from] }
    expect(said(either)).toBe('HIBOU est entouré ou si tu viens du 4')
    expect(said({ kind: 'all', parts: [either, word] })).toBe(
      '(HIBOU est entouré ou si tu viens du 4) et si HIBOU est entouré',
    )
  })
})

describe('a printed mark', () => {
  it('moves, ticks, circles and writes', () => {
    const says = (mark: Parameters<typeof markInWords>[0]) => plainly(markInWords(mark, sheet))
    expect(says({ kind: 'move', track: 'trust', by: -2 })).toBe('Confiance : recule de 2 cases')
    expect(says({ kind: 'move', track: 'trust', by: 1 })).toBe('Confiance : avance de 1 case')
    expect(says({ kind: 'put', track: 'tries', at: 0 })).toBe('Compteur LUNE : va à 0')
    expect(says({ kind: 'tick', meter: 'book', flag: 'name', on: false })).toBe(
      'Carnet : efface « Le nom »',
    )
    expect(says({ kind: 'word', word: 'HIBOU', on: true })).toBe('entoure HIBOU')
    expect(says({ kind: 'blank', blank: 1, text: 'Oui !' })).toBe('écris à la ligne 1 : « Oui ! »')
    expect(says({ kind: 'blank', blank: 2, text: 'Être dehors.' })).toBe(
      'coche la case 2 : « Être dehors. »',
    )
    expect(says({ kind: 'blank', blank: 3, text: 'Un.' })).toBe(
      'ligne 3 : coche « Un. », et rien d’autre',
    )
  })
})
