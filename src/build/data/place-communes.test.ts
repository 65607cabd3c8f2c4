import { expect, test } from 'vitest'
import { placeCommunes, type Listed } from './place-communes'

const commune = (code: string, nom: string, more: Partial<Listed> = {}): Listed => ({
  code,
  nom,
  type: 'commune-actuelle',
  departement: code.slice(0, 2),
  codesPostaux: ['44000'],
  population: 10,
  ...more,
})

function town(name: string, code: string, latitude: number, longitude: number): string[] {
  const row = Array.from({ length: 19 }, () => '')
  row[1] = name
  row[4] = String(latitude)
  row[5] = String(longitude)
  row[7] = 'PPL'
  row[8] = 'FR'
  row[11] = code.slice(0, 2)
  row[13] = code
  row[14] = '100'
  return row
}

const box = (code: string) => ({ id: `fr:commune:${code}`, bbox: [-2, 47, -1, 48] })
const where = (listed: Listed[], boxes: ReturnType<typeof box>[], towns: string[][]) =>
  placeCommunes(listed, boxes, towns).rows.map(({ latitude, longitude, origin }) => [
    latitude,
    longitude,
    origin,
  ])

test('a commune is where its main town is', () => {
  expect(where([commune('44001', 'A')], [box('44001')], [town('A', '44001', 47.2, -1.6)])).toEqual([
    [47.2, -1.6, 'town'],
  ])
})

test('a town noted far from the limits of its commune is not believed', () => {
  expect(where([commune('44001', 'A')], [box('44001')], [town('A', '44001', 45, 5)])).toEqual([
    [47.5, -1.5, 'rectangle'],
  ])
})

test('a commune made since is where the town of its name is', () => {
  expect(where([commune('44002', 'Le Bé')], [], [town('Bé', '44009', 47.3, -1.3)])).toEqual([
    [47.3, -1.3, 'namesake'],
  ])
})

test('else in the middle of the communes of its postcode', () => {
  expect(where([commune('44001', 'A'), commune('44003', 'C')], [box('44001')], [])).toContainEqual([
    47.5,
    -1.5,
    'neighbours',
  ])
})

test('a commune that nothing places is named', () => {
  expect(placeCommunes([commune('44003', 'C', { codesPostaux: [] })], [], []).without).toEqual([
    '44003 C',
  ])
})
