import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromCsv, toCsv } from './csv'

test('quotes, commas and doubled quotes are read', () => {
  expect(fromCsv('name,code\n"L\'Isle, dite ""la Belle""",1\nPau,\n')).toEqual([
    { name: 'L\'Isle, dite "la Belle"', code: '1' },
    { name: 'Pau', code: '' },
  ])
})

test('what is written is read back', () => {
  const text = fc.string().filter((value) => !/[\n\r]/.test(value))
  fc.assert(
    fc.property(fc.array(fc.record({ a: text, b: text }), { minLength: 1 }), (rows) => {
      expect(fromCsv(toCsv(rows))).toEqual(rows)
    }),
  )
})
