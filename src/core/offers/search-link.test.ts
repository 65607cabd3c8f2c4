import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedHost } from './hosts'
import { KINDS, LEVELS, NEW_SEARCH, RADII, SORTS, type OfferSearch } from './search'
import { searchLink } from './search-link'

const baker = { rome: 'D1102', label: 'Boulanger / Boulangère' }
const nantes = { code: '44109', name: 'Nantes', latitude: 47.22, longitude: -1.55 }
const search: OfferSearch = { ...NEW_SEARCH, trade: baker, place: nantes }

const queryOf = (changes: Partial<OfferSearch>) =>
  new URL(searchLink({ ...search, ...changes }, 'offres')).searchParams

const isNumber = (value: string) => value !== '' && Number.isFinite(Number(value))
const oneOf = (values: string) => (value: string) => values.split(' | ').includes(value)

/** The parameters of the search page and the values each takes, read in its source on 22 August 2026. */
const PARAMETERS: Readonly<Record<string, (value: string) => boolean>> = {
  q: (value) => value.length <= 200,
  source: oneOf('suggestion | free_text | training_links | external_sites'),
  lieu_label: () => true,
  latitude: isNumber,
  longitude: isNumber,
  radius: (value) => isNumber(value) && Number(value) >= 1 && Number(value) <= 200,
  mode: oneOf('emplois | formations | emplois_formation'),
  level: oneOf(
    'CAP, BEP (Infrabac) | Bac, Bac Pro, BP (Bac) | BTS, DEUST (Bac+2) | ' +
      'Licence, BUT, Licence Pro (Bac+3) | Master, titre ingénieur, grande école (Bac+5)',
  ),
  contract_type: oneOf('Apprentissage | Professionnalisation'),
  start_date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
  urgent: oneOf('true'),
  handi: oneOf('true'),
  smart_apply: oneOf('true'),
  is_algo_company: oneOf('true | false'),
  sort: oneOf('proximity | date | applications | start_date'),
  utm_source: oneOf('a-toi-de-jouer'),
  utm_medium: oneOf('website'),
  utm_campaign: oneOf('offres'),
}

test('L1: jobs and companies near a town', () => {
  expect(searchLink(search, 'offres')).toBe(
    'https://labonnealternance.apprentissage.beta.gouv.fr/recherche?q=Boulanger+%2F+Boulang%C3%A8re' +
      '&source=external_sites&lieu_label=Nantes&latitude=47.22&longitude=-1.55&radius=30' +
      '&utm_source=a-toi-de-jouer&utm_medium=website&utm_campaign=offres',
  )
})

describe('each filter is one parameter', () => {
  test('L2: companies for a spontaneous application', () => {
    expect(queryOf({ kind: 'companies' }).get('is_algo_company')).toBe('true')
  })

  test('L3: published offers only', () => {
    expect(queryOf({ kind: 'offers' }).get('is_algo_company')).toBe('false')
  })

  test('L4: training courses', () => {
    expect(queryOf({ kind: 'courses' }).get('mode')).toBe('formations')
  })

  test('L5: a job with its course', () => {
    expect(queryOf({ kind: 'both' }).get('mode')).toBe('emplois_formation')
  })

  test('L6: several diplomas, by their exact labels', () => {
    expect(queryOf({ levels: [3, 4] }).getAll('level')).toEqual([
      'CAP, BEP (Infrabac)',
      'Bac, Bac Pro, BP (Bac)',
    ])
    expect(queryOf({ levels: [5, 6, 7] }).getAll('level')).toEqual([
      'BTS, DEUST (Bac+2)',
      'Licence, BUT, Licence Pro (Bac+3)',
      'Master, titre ingénieur, grande école (Bac+5)',
    ])
  })

  test('L7: the kind of contract', () => {
    expect(queryOf({ contract: 'apprenticeship' }).get('contract_type')).toBe('Apprentissage')
    expect(queryOf({ contract: 'professional' }).get('contract_type')).toBe('Professionnalisation')
  })

  test('L8: disability-committed, urgent, simplified application', () => {
    const query = queryOf({ handi: true, urgent: true, simple: true })
    expect([query.get('handi'), query.get('urgent'), query.get('smart_apply')]).toEqual([
      'true',
      'true',
      'true',
    ])
  })

  test('L9: every order', () => {
    expect(SORTS.map((sort) => queryOf({ sort }).get('sort'))).toEqual([
      'proximity',
      'date',
      'applications',
      'start_date',
    ])
  })

  test('L9: start date and order', () => {
    const query = queryOf({ startsBefore: '2027-09-01', sort: 'proximity' })
    expect([query.get('start_date'), query.get('sort')]).toEqual(['2027-09-01', 'proximity'])
  })
})

test('both coordinates or none', () => {
  const query = new URL(searchLink({ ...NEW_SEARCH, trade: baker }, 'offres')).searchParams
  for (const name of ['lieu_label', 'latitude', 'longitude', 'radius'])
    expect(query.has(name)).toBe(false)
  const lost = new URL(
    searchLink({ ...search, place: { ...nantes, latitude: Number.NaN } }, 'offres'),
  ).searchParams
  expect(lost.has('longitude')).toBe(false)
})

test('without a trade there is no source: the page would ignore it', () => {
  const query = new URL(searchLink({ ...NEW_SEARCH, place: nantes }, 'offres')).searchParams
  expect(query.has('q')).toBe(false)
  expect(query.has('source')).toBe(false)
})

test('an unreadable date is left out', () => {
  expect(queryOf({ startsBefore: '01/09/2027' }).has('start_date')).toBe(false)
})

test('whatever the search, the link is allowed and uses known parameters with values they take', () => {
  const anySearch = fc.record(
    {
      kind: fc.constantFrom(...KINDS),
      trade: fc.record({ rome: fc.string(), label: fc.string({ maxLength: 400 }) }),
      place: fc.record({
        code: fc.string(),
        name: fc.string(),
        latitude: fc.double(),
        longitude: fc.double(),
      }),
      radius: fc.oneof(fc.constantFrom(...RADII), fc.integer()),
      levels: fc.uniqueArray(fc.constantFrom(...LEVELS)),
      contract: fc.constantFrom('apprenticeship' as const, 'professional' as const),
      handi: fc.boolean(),
      urgent: fc.boolean(),
      simple: fc.boolean(),
      startsBefore: fc.string(),
      sort: fc.constantFrom(...SORTS),
    },
    { requiredKeys: ['kind', 'radius', 'levels', 'handi', 'urgent', 'simple'] },
  )
  fc.assert(
    fc.property(anySearch, (made) => {
      const url = searchLink(made, 'offres')
      expect(allowedHost(url)).toBeDefined()
      const query = new URL(url).searchParams
      expect([...query].filter(([name, value]) => !PARAMETERS[name]?.(value))).toEqual([])
      expect(query.has('latitude')).toBe(query.has('longitude'))
      expect(query.has('source')).toBe(query.has('q'))
    }),
  )
})
