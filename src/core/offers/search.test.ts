import { expect, test } from 'vitest'
import { NEW_SEARCH, searchName } from './search'

test('the order in which diplomas were ticked does not make another search', () => {
  expect(searchName({ ...NEW_SEARCH, levels: [4, 3] })).toBe(
    searchName({ ...NEW_SEARCH, levels: [3, 4] }),
  )
})

test('any filter makes another search', () => {
  const names = [
    NEW_SEARCH,
    { ...NEW_SEARCH, kind: 'courses' as const },
    { ...NEW_SEARCH, radius: 60 },
    { ...NEW_SEARCH, handi: true },
    { ...NEW_SEARCH, urgent: true },
    { ...NEW_SEARCH, simple: true },
    { ...NEW_SEARCH, startsBefore: '2027-09-01' },
    { ...NEW_SEARCH, contract: 'professional' as const },
    { ...NEW_SEARCH, trade: { rome: 'D1102', label: 'Boulanger / Boulangère' } },
    {
      ...NEW_SEARCH,
      place: { code: '44109', name: 'Nantes', latitude: 47.22, longitude: -1.55 },
    },
  ].map(searchName)
  expect(new Set(names).size).toBe(names.length)
})
