import { expect, test } from 'vitest'
import { followUps } from './follow-up'
import type { Person } from './person'

const person = (id: string, contact: Partial<Person>): Person => ({
  ...{ id, line: 2, firstName: '', lastName: '' },
  ...contact,
})
const lea = person('1', { email: 'lea@exemple.fr', parentEmail: 'parent@exemple.fr' })
const tom = person('2', { phone: '+33612345678' })
const people = [lea, tom]
const days = (count: number) => count * 24 * 60 * 60 * 1000
const nobody = new Map()

test('after seven days those not marked done are proposed', () => {
  const done = new Map([['contact', new Set(['1'])]] as const)
  expect(followUps(people, { contact: 0 }, done, days(7))).toEqual([
    { sending: 'contact', people: [tom] },
  ])
})

test('before seven days, or when nothing was sent, nobody is', () => {
  expect(followUps(people, { contact: 0 }, nobody, days(7) - 1)).toEqual([])
  expect(followUps(people, {}, nobody, days(30))).toEqual([])
})

test('a mark of the young people is none of their parents', () => {
  const done = new Map([['contact', new Set(['1', '2'])]] as const)
  const begun = { contact: 0, 'contact/parents': 1 }
  expect(followUps(people, begun, done, days(8))).toEqual([
    { sending: 'contact/parents', people: [lea] },
  ])
})

test('the oldest sending comes first', () => {
  const due = followUps(people, { interview: days(2), contact: days(1) }, nobody, days(20))
  expect(due.map(({ sending }) => sending)).toEqual(['contact', 'interview'])
})
