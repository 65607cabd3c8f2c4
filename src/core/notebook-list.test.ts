import { describe, expect, it } from 'vitest'
import type { Contact } from './notebook'
import { answerTo, searchable, type Question } from './notebook-list'

const card = (name: string, more: Partial<Contact> = {}): Contact => ({
  id: name,
  kind: 'firm',
  name,
  state: 'todo',
  createdAt: 0,
  changedAt: 0,
  ...more,
})
const cards = [
  card('Garage Élan', { note: 'Vu au forum', changedAt: 3, nextOn: '2026-12-02' }),
  card('CFA des Métiers', { person: 'Mme Perrin', reach: '06 12 34 56 78', changedAt: 2 }),
  card('Boulangerie Martin', { state: 'answer', changedAt: 9, nextOn: '2026-11-01' }),
  card('Œuvre & Bois', { nextOn: '2026-11-25', changedAt: 1 }),
]
const names = (question: Partial<Question>) =>
  answerTo({ words: '', state: undefined, order: 'next', ...question }, cards.map(searchable)).map(
    ({ name }) => name,
  )

describe('the list of the notebook', () => {
  it('begins with the nearest next step; answered cards rest at the end', () => {
    expect(names({})).toEqual([
      'Œuvre & Bois',
      'Garage Élan',
      'CFA des Métiers',
      'Boulangerie Martin',
    ])
  })

  it('can be in the order of names or of changes', () => {
    expect(names({ order: 'name' })[0]).toBe('Boulangerie Martin')
    expect(names({ order: 'name' })[3]).toBe('Œuvre & Bois')
    expect(names({ order: 'recent' })[0]).toBe('Boulangerie Martin')
  })

  it('finds the beginning of words anywhere on a card, whatever the accents', () => {
    expect(names({ words: 'elan' })).toEqual(['Garage Élan'])
    expect(names({ words: 'ŒUVRE' })).toEqual(['Œuvre & Bois'])
    expect(names({ words: 'perr  met' })).toEqual(['CFA des Métiers'])
    expect(names({ words: 'rum' })).toEqual([])
  })

  it('finds a number with or without its spaces', () => {
    expect(names({ words: '0612' })).toEqual(['CFA des Métiers'])
    expect(names({ words: '06 12' })).toEqual(['CFA des Métiers'])
  })

  it('shows one state when asked', () => {
    expect(names({ state: 'answer' })).toEqual(['Boulangerie Martin'])
  })
})
