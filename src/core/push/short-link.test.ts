import { expect, test } from 'vitest'
import { readShortPath, shortPath, type ShortLink } from './short-link'

const search: ShortLink = {
  about: 'search',
  kind: 'companies',
  rome: 'D1102',
  words: 'Boulanger',
  town: '44109',
  campaign: 'spontaneous',
}

test('a search with a trade and a town takes some thirty signs', () => {
  expect(shortPath(search)).toBe('/o/companies/D1102/44109/spontaneous')
  expect(readShortPath('o', ['companies', 'D1102', '44109', 'spontaneous'])).toEqual({
    ...search,
    words: '',
  })
})

test('without a code the words of the course travel', () => {
  const path = shortPath({ ...search, rome: '', words: 'métiers du bois', town: '' })
  expect(decodeURIComponent(path)).toBe('/o/companies/métiers-du-bois/-/spontaneous')
  expect(readShortPath('o', ['companies', 'métiers-du-bois', '-', 'x'])).toMatchObject({
    words: 'métiers du bois',
    town: '',
  })
})

test('the key of a course comes back whole', () => {
  const key = '088281P01313885594860007038855948600070-67118#L01'
  const path = shortPath({ about: 'cfa', key, campaign: 'contact' })
  expect(readShortPath('c', path.split('/').slice(2).map(decodeURIComponent))).toEqual({
    about: 'cfa',
    key,
    campaign: 'contact',
  })
})

test('the guide of a push takes its name alone', () => {
  const link: ShortLink = { about: 'guide', push: 'interview', campaign: 'interview' }
  expect(shortPath(link)).toBe('/g/interview')
  expect(readShortPath('g', ['interview'])).toEqual(link)
})

test('an address made by hand is refused', () => {
  expect(readShortPath('o', ['nothing', 'D1102'])).toBeUndefined()
  expect(readShortPath('c', ['<script>', 'x'])).toBeUndefined()
  expect(readShortPath('g', ['constructor'])).toBeUndefined()
})
