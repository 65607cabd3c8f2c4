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

/** The parameters of the search page, read in its source on 22 August 2026. */
const PARAMETERS = new Set(
  (
    'q source lieu_label latitude longitude radius mode level type_filter_label contract_type activity_sector ' +
    'organization_name start_date urgent handi smart_apply is_algo_company sort page hitsPerPage ' +
    'utm_source utm_medium utm_campaign'
  ).split(' '),
)

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

test('whatever the search, the link is allowed, uses known parameters and keeps within their limits', () => {
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
      expect([...query.keys()].filter((name) => !PARAMETERS.has(name))).toEqual([])
      expect((query.get('q') ?? '').length).toBeLessThanOrEqual(200)
      const radius = Number(query.get('radius') ?? 1)
      expect(radius >= 1 && radius <= 200).toBe(true)
    }),
  )
})
