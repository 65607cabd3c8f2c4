import { afterEach, expect, test } from 'vitest'
import type { Person } from '../../core/push/person'
import { Database, type PushList } from '../db'
import { pushListsIn } from './push-lists'

let count = 0
const opened: Database[] = []

function fresh() {
  const db = new Database(`push-lists-${count++}`)
  opened.push(db)
  return { db, lists: pushListsIn(db) }
}

afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete()
})

const list: PushList = {
  ...{ id: 'list', name: '3e', purpose: 'Trouver un CFA.', endsOn: '2027-02-01', at: 1, begun: {} },
}
const person = (line: number): Person => ({
  ...{ id: `${line}`, line, firstName: 'Léa', lastName: 'Dupont', email: 'lea@exemple.fr' },
})

test('the people come back in the order of the file', async () => {
  const { lists } = fresh()
  await lists.replace(list, [person(10), person(9)])
  expect((await lists.read())?.people.map(({ line }) => line)).toEqual([9, 10])
})

test('a list that cannot be kept whole leaves the one before as it was', async () => {
  const { lists } = fresh()
  await lists.replace(list, [person(2)])
  await lists.mark('contact', ['2'], true, 5)
  const twice = [person(3), person(3)]
  await expect(lists.replace({ ...list, name: '2de' }, twice)).rejects.toThrow()
  expect(await lists.read()).toMatchObject({ list: { name: '3e' }, people: [{ line: 2 }] })
  expect((await lists.marks()).get('contact')).toEqual(new Set(['2']))
})

test('a mark is kept apart for the young people and for their parents, and begins the sending', async () => {
  const { lists } = fresh()
  await lists.replace(list, [person(2)])
  await lists.mark('contact', ['2'], true, 5)
  await lists.mark('contact/parents', ['2'], true, 7)
  await lists.mark('contact/parents', ['2'], false, 8)
  expect(await lists.marks()).toEqual(new Map([['contact', new Set(['2'])]]))
  expect((await lists.read())?.list.begun).toEqual({ contact: 5, 'contact/parents': 7 })
})

test('who asked for nothing more leaves the list with their marks', async () => {
  const { lists } = fresh()
  await lists.replace(list, [person(2), person(3)])
  await lists.mark('contact', ['2', '3'], true, 5)
  await lists.forget('2')
  expect((await lists.read())?.people.map(({ id }) => id)).toEqual(['3'])
  expect((await lists.marks()).get('contact')).toEqual(new Set(['3']))
})

test('the list goes the day after its last day, not before, and nothing of anybody stays', async () => {
  const { db, lists } = fresh()
  await lists.replace(list, [person(2)])
  await lists.mark('contact', ['2'], true, 5)
  expect(await lists.eraseOver('2027-02-01')).toBe(false)
  expect(await lists.eraseOver('2027-02-02')).toBe(true)
  expect(await lists.read()).toBeUndefined()
  expect(await Promise.all([db.pushPeople.count(), db.pushMarks.count()])).toEqual([0, 0])
})

test('the columns chosen for a kind of file do not take away those of another', async () => {
  const { lists } = fresh()
  await lists.rememberMapping('nom|mel', { lastName: 0, email: 1 })
  await lists.rememberMapping('tel', { phone: 0 })
  const mappings = (await lists.drafts()).find(({ key }) => key === 'mappings')
  expect(mappings?.value).toEqual({ 'nom|mel': { lastName: 0, email: 1 }, tel: { phone: 0 } })
})
