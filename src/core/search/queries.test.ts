import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fromCsv } from '../../build/data/csv'
import { servedData } from '../../build/data/served-data'
import type { TradesFile } from '../trades/trades-file'
import { bothForms } from './gender'
import { openPlaces, type PlacesFile } from './places'
import { openTrades } from './trades'

const served = servedData()
const placesFile = JSON.parse(served['communes.json']) as PlacesFile
const places = openPlaces(placesFile)
const tradesFile = JSON.parse(served['trades.json']) as TradesFile
const trades = openTrades(tradesFile)
const queries = fromCsv(readFileSync(new URL('queries.csv', import.meta.url), 'utf8'))

function answers({ kind, query = '' }: Record<string, string>): string[] {
  return kind === 'trade'
    ? trades.find(query, 3).map(({ rome }) => rome)
    : places.find(query, 3).map(({ code }) => code)
}

test('95 % of 200 misspelt or everyday queries find what was meant in the first three', () => {
  expect(queries.length).toBeGreaterThanOrEqual(200)
  const missed = queries.filter((line) => {
    const found = answers(line)
    return !line['expected']?.split(' ').some((code) => found.includes(code))
  })
  const share = 1 - missed.length / queries.length
  console.log(
    `${(share * 100).toFixed(1)} %, missed: ${missed.map((line) => line['query']).join(', ')}`,
  )
  expect(share).toBeGreaterThanOrEqual(0.95)
})

test('a trade is found by each form of its own label', () => {
  const sample = tradesFile.labels.split('\n').filter((_, row) => row % 61 === 0)
  const missed = sample
    .flatMap((label) => bothForms(label).map((form) => ({ label, form })))
    .filter(({ label, form }) => !trades.find(form, 3).some((trade) => trade.label === label))
  expect(missed).toEqual([])
})

test('a trade found by a common name says which', () => {
  expect(trades.find('nounou', 1)).toEqual([
    { rome: 'K1303', label: "Garde d'enfant", by: 'nounou' },
  ])
})

test('a trade is found by its ROME code', () => {
  expect(trades.find('d1102')).toEqual([{ rome: 'D1102', label: 'Boulanger / Boulangère' }])
  expect(trades.find('z9999')).toEqual([])
})

test('a commune is found by its name', () => {
  const sample = placesFile.names.split('\n').filter((_, row) => row % 1499 === 0)
  const missed = sample.filter(
    (name) => !places.find(name, 12).some((place) => place.name === name),
  )
  expect(missed).toEqual([])
})

test('a postcode or a department gives its largest towns first', () => {
  expect(places.find('59100').map(({ name }) => name)).toEqual(['Roubaix'])
  expect(places.find('59')[0]?.name).toBe('Lille')
  expect(places.find('2A')[0]?.name).toBe('Ajaccio')
  expect(places.find('974')[0]?.name).toBe('Saint-Denis')
  expect(places.find('20000')[0]?.name).toBe('Ajaccio')
})

test('the name of a department or of a place known by all gives its main town, and says so', () => {
  expect(places.find('finistere', 1)).toMatchObject([{ name: 'Quimper', by: 'Finistère' }])
  expect(places.find('seine saint denis', 1)).toMatchObject([{ name: 'Bobigny' }])
  expect(places.find('la defense', 1)).toMatchObject([{ by: 'La Défense' }])
  expect(places.find('quimper', 1)[0]).not.toHaveProperty('by')
})

test('a commune comes before the department of its name', () => {
  expect(places.find('vienne', 2).map(({ name }) => name)).toEqual(['Vienne', 'Poitiers'])
})

test('the communes of a name are not mixed with the area that bears it', () => {
  expect(places.named('Vienne').map(({ code }) => code)).toEqual(['38544'])
  expect(places.named('la defense').map(({ code }) => code)).toEqual(['92062'])
})

test('a department tells towns of the same name apart', () => {
  expect(places.find('saint denis 974', 1)[0]?.code).toBe('97411')
  expect(places.find('saint denis 93', 1)[0]?.code).toBe('93066')
})

test('a place has its Insee code and a position to one hundredth of a degree', () => {
  expect(places.byCode('44109')).toEqual({
    code: '44109',
    name: 'Nantes',
    latitude: 47.22,
    longitude: -1.55,
  })
  expect(places.byCode('00000')).toBeUndefined()
})

test('the nearest commune of a position is a neighbour', () => {
  const place = places.nearest(50.69, 3.18)
  expect(place?.code.slice(0, 2)).toBe('59')
})

test('the department of an overseas place has three digits', () => {
  const place = places.byCode('97411')
  expect(place && places.departmentOf(place)).toBe('974')
})
