import { expect, test } from 'vitest'
import { dueAgain } from './follow-up'
import type { Person } from './person'

const person = (id: string): Person => ({ id, line: 2, firstName: '', lastName: '' })
const [lea, tom] = [person('1'), person('2')]
const days = (count: number) => count * 24 * 60 * 60 * 1000

test('after seven days those not marked done are proposed', () => {
  expect(dueAgain([lea, tom], new Set(['1']), 0, days(7))).toEqual([tom])
})

test('before seven days, or when nothing was sent, nobody is', () => {
  expect(dueAgain([lea], new Set(), 0, days(7) - 1)).toEqual([])
  expect(dueAgain([lea], new Set(), undefined, days(30))).toEqual([])
})
