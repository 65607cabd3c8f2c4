import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from './canonical'

describe('the canonical text of a value', () => {
  it.each<[unknown, string]>([
    [null, 'null'],
    [true, 'true'],
    [-0.5, '-0.5'],
    ['l’« atelier »\n"', '"l’« atelier »\\n\\""'],
    [[], '[]'],
    [{}, '{}'],
    [[1, ['a', {}]], '[1,["a",{}]]'],
    [{ b: 1, a: { d: null, c: 2 } }, '{"a":{"c":2,"d":null},"b":1}'],
    [{ b: 1, a: undefined }, '{"b":1}'],
    [undefined, 'null'],
    [[undefined, 1], '[null,1]'],
  ])('of %j is %s', (value, text) => {
    expect(canonical(value)).toBe(text)
  })

  it('has its keys in the order of their UTF-16 units', () => {
    expect(canonical({ é: 1, z: 2, Z: 3, 10: 4, 9: 5, '\u{1f600}': 6, '\ufb33': 7 })).toBe(
      '{"10":4,"9":5,"Z":3,"z":2,"é":1,"\u{1f600}":6,"\ufb33":7}',
    )
  })

  it('is JSON that says the same, whatever the order in which it was written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const backwards = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(backwards)).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
