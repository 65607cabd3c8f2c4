import { describe, expect, it } from 'vitest'
import type { Fact } from '../fact'
import { termFinder } from '../spans'
import type { PaperLine, When } from './paper'
import { groupsOf, piecesOf } from './pieces'

const fact = { id: 'f2', text: 'A fact.', value: '16 ans' } as Fact
const other = { ...fact, id: 'f1' }
const wording = {
  blanks: [
    { number: 1, id: 'name', label: 'A name', texts: [] },
    { number: 2, id: 'taste', label: 'A taste', texts: ['Dehors.'] },
    { number: 3, id: 'doubt', label: 'A doubt', texts: ['Un.', 'Deux.'] },
  ],
  facts: [other, fact],
  finder: termFinder([{ id: 'cfa', term: 'CFA', forms: ['CFA'], definition: 'A school.' }]),
}
const pieces = (text: string) => piecesOf(text, wording, new Set())

describe('a text on paper', () => {
  it('shows an example where the reader says their own words, with the line they are at', () => {
    expect(pieces('Ici {name|Alex}.')).toEqual([
      { text: 'Ici ' },
      { text: 'Alex', blank: { number: 1, tick: false } },
      { text: '.' },
    ])
    expect(pieces('{name}')).toEqual([{ text: '………', blank: { number: 1, tick: false } }])
  })

  it('shows words to read only if they are ticked, and a line to look at when there are several', () => {
    expect(pieces('{taste}')).toEqual([{ text: 'Dehors.', blank: { number: 2, tick: true } }])
    expect(pieces('{doubt|un doute}')).toEqual([
      { text: 'un doute', blank: { number: 3, tick: false } },
    ])
  })

  it('gives the value of a fact with the number of its source', () => {
    expect(pieces('dès {fact:f2}')).toEqual([{ text: 'dès ' }, { text: '16 ans', fact: 2 }])
  })

  it('speaks to everybody: wording without agreement', () => {
    expect(pieces('{f:prête|m:prêt|n:au point}')).toEqual([{ text: 'au point' }])
  })

  it('keeps what is strong strong, across braces, and marks a word once', () => {
    expect(pieces('**Le CFA {name|x}** du CFA')).toEqual([
      { text: 'Le ', strong: true },
      { text: 'CFA', term: true, strong: true },
      { text: ' ', strong: true },
      { text: 'x', blank: { number: 1, tick: false }, strong: true },
      { text: ' du CFA' },
    ])
  })
})

describe('groups of lines', () => {
  const line = (text: string, when?: When): PaperLine => ({
    line: { by: 'narrator', text },
    ...(when ? { when } : {}),
  })
  const word = (yes: boolean): When => ({ kind: 'word', word: 'BEAR', yes })
  const track = (span: { least?: number; most?: number }): When => ({
    kind: 'track',
    track: 'trust',
    ...span,
  })
  const shape = (lines: PaperLine[]) =>
    groupsOf(lines).map((group) => [group.lines.length, group.isElse])

  it('put together the lines of one condition', () => {
    expect(shape([line('a', word(true)), line('b', word(true)), line('c')])).toEqual([
      [2, false],
      [1, false],
    ])
  })

  it('say « else » for the exact contrary only', () => {
    expect(shape([line('a', word(true)), line('b', word(false))])).toEqual([
      [1, false],
      [1, true],
    ])
    expect(shape([line('a', track({ least: 7 })), line('b', track({ most: 6 }))])[1]).toEqual([
      1,
      true,
    ])
    expect(shape([line('a', track({ least: 7 })), line('b', track({ most: 5 }))])[1]).toEqual([
      1,
      false,
    ])
    expect(shape([line('a', word(true)), line('b'), line('c', word(false))])[2]).toEqual([1, false])
  })
})
