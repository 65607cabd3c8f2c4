import { expect, test } from 'vitest'
import { finderOf } from './finder'
import { fold } from './fold'
import { sound } from './sound'

const entries = ['Nantes', 'Nanterre', 'Saint-Nazaire', 'La Roche-sur-Yon', 'Mantes-la-Jolie'].map(
  fold,
)
const find = finderOf(entries, entries.map(sound))

test('what was typed so far is enough', () => {
  expect(find('nan')).toEqual([
    { index: 0, closeness: 'beginning' },
    { index: 1, closeness: 'beginning' },
  ])
})

test('the whole name is the nearest answer', () => {
  expect(find('Nantes')[0]).toEqual({ index: 0, closeness: 'same' })
})

test('words may come in any order', () => {
  expect(find('yon roche')).toEqual([{ index: 3, closeness: 'words' }])
})

test('a slip is forgiven when little answers', () => {
  expect(find('st nasaire')).toContainEqual({ index: 2, closeness: 'sound' })
  expect(find('nanetrre')).toEqual([{ index: 1, closeness: 'slip' }])
})

test('an apostrophe may be forgotten', () => {
  const towns = ['Villeneuve-d’Ascq', 'L’Haÿ-les-Roses', 'L’Isle-d’Abeau', 'Dax'].map(fold)
  const search = finderOf(towns, towns.map(sound))
  expect(search('villeneuve dasq')[0]?.index).toBe(0)
  expect(search('lhay les roses')[0]?.index).toBe(1)
  expect(search('lisle dabeau')[0]?.index).toBe(2)
  expect(search('dax')).toEqual([{ index: 3, closeness: 'same' }])
})

test('nothing answers an empty query, nor signs that mean something elsewhere', () => {
  expect(find('')).toEqual([])
  expect(find('  ')).toEqual([])
  expect(find('.*')).toEqual([])
  expect(find('(')).toEqual([])
})
