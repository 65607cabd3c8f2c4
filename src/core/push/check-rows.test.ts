import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRows, type Decisions, type Lookups } from './check-rows'
import type { Mapping } from './fields'

const headers = ['firstName', 'lastName', 'email', 'phone', 'town', 'course', 'cfaKey'] as const
const mapping: Mapping = Object.fromEntries(headers.map((field, at) => [field, at]))
const nantes = { code: '44109', name: 'Nantes', latitude: 47.22, longitude: -1.55 }
const lookups: Lookups = {
  town: ({ town }) => (town === 'Nantes' ? nantes : town ? 'unknown' : undefined),
  trade: ({ course }) => (course ? { rome: '', label: course } : undefined),
}
const NONE: Decisions = { mends: {}, leftOut: [] }

function check(rows: string[][], decisions = NONE) {
  const { people, problems } = checkRows(rows, 2, mapping, decisions, lookups)
  return { people, problems, codes: problems.map(({ line, code }) => `${line} ${code}`) }
}

const lea = [
  'LÉA',
  'DUPONT-LE GOFF',
  'Lea@exemple.fr',
  '06 12 34 56 78',
  'Nantes',
  'CAP Cuisine',
  '',
]

test('a whole row is a person, with a name written as a name', () => {
  expect(check([lea])).toMatchObject({
    people: [
      { firstName: 'Léa', lastName: 'Dupont-Le Goff', email: 'lea@exemple.fr', town: nantes },
    ],
    problems: [],
  })
})

test('a row without any contact is left out and told with its line', () => {
  const { people, codes } = check([lea, ['Tom', 'Petit', '', '', '', '', '']])
  expect(people).toHaveLength(1)
  expect(codes).toEqual(['3 no-contact'])
})

test('a broken phone is told, and the person kept by e-mail', () => {
  const { people, codes } = check([['Tom', 'Petit', 'tom@exemple.fr', '06 12', '', '', '']])
  expect(codes).toEqual(['2 bad-phone'])
  expect(people[0]?.phone).toBeUndefined()
})

test('a landline alone reaches nobody', () => {
  expect(check([['Tom', 'Petit', '', '0240123456', '', '', '']]).codes).toEqual([
    '2 landline',
    '2 no-contact',
  ])
})

test('an unknown town is told, and the person kept', () => {
  const { people, codes } = check([['Tom', 'Petit', 'tom@exemple.fr', '', 'Nantez', '', '']])
  expect(codes).toEqual(['2 unknown-town'])
  expect(people).toHaveLength(1)
})

test('an unknown postcode alone is the cell at fault', () => {
  const { problems } = checkRows(
    [['Tom', 'tom@exemple.fr', '99999']],
    2,
    { firstName: 0, email: 1, postcode: 2 },
    NONE,
    { ...lookups, town: ({ postcode }) => (postcode ? 'unknown' : undefined) },
  )
  expect(problems).toMatchObject([{ code: 'unknown-town', field: 'postcode' }])
})

test('the same person twice is one person', () => {
  const { people, problems } = check([lea, lea])
  expect(people).toHaveLength(1)
  expect(problems).toMatchObject([{ line: 3, code: 'duplicate', with: 2 }])
})

test('two children of one address are two people', () => {
  const tom = ['Tom', ...lea.slice(1)]
  expect(check([lea, tom]).people).toHaveLength(2)
})

test('several wishes: the first is kept, and leaving it out keeps the second', () => {
  const other = lea.with(5, 'CAP Boulanger')
  expect(check([lea, other]).codes).toEqual(['3 several-wishes'])
  const { people, codes } = check([lea, other], { mends: {}, leftOut: [2] })
  expect(codes).toEqual(['2 left-out'])
  expect(people[0]?.course).toBe('CAP Boulanger')
})

test('a cell mended by hand takes the place of the broken one', () => {
  const rows = [['Tom', 'Petit', 'tom@', '', '', '', '']]
  const mended = check(rows, { mends: { 2: { email: 'tom@exemple.fr' } }, leftOut: [] })
  expect(mended).toMatchObject({ codes: [], people: [{ email: 'tom@exemple.fr' }] })
})

test('an empty row is nobody', () => {
  expect(check([['', '', '', '', '', '', '']])).toMatchObject({ people: [], problems: [] })
})

test('whatever the cells, each row is a person or has a reason, and nobody comes without contact', () => {
  const cell = fc.oneof(fc.constantFrom('', ...lea, '06', 'x@y.fr', '=1+1', '\0'), fc.string())
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }), (rows) => {
      const { people, problems } = checkRows(rows, 1, mapping, NONE, lookups)
      for (const [at, row] of rows.entries()) {
        const isEmpty = headers.every((_, column) => !(row[column] ?? '').trim())
        const isTold = problems.some(({ line, blocks }) => line === at + 1 && blocks)
        const isKept = people.some(({ line }) => line === at + 1)
        expect([isEmpty, isTold, isKept].filter(Boolean)).toHaveLength(1)
      }
      for (const person of people) expect(person.email ?? person.phone).toBeTruthy()
    }),
  )
})
