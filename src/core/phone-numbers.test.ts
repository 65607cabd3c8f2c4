import { describe, expect, it } from 'vitest'
import { phoneNumbers } from './phone-numbers'

describe('the numbers to call in a fact', () => {
  it.each([
    ['39 28', ['3928']],
    ['17 ou 112', ['17', '112']],
    ['0 806 000 126', ['0806000126']],
    ['8 h par jour et 35 h par semaine', []],
    ['16 à 25 ans', []],
    ['', []],
  ])('« %s »', (value, digits) => {
    expect(phoneNumbers(value).map((one) => one.digits)).toEqual(digits)
  })

  it('keep the pairs they are written in', () => {
    expect(phoneNumbers('17 ou 112')).toEqual([
      { shown: '17', digits: '17' },
      { shown: '112', digits: '112' },
    ])
    expect(phoneNumbers(undefined)).toEqual([])
  })
})
