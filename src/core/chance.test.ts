import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hash32, shuffled } from './chance'

const items = fc.array(fc.string(), { maxLength: 30 })
const seed = fc.integer()

describe('a hash of a seed and words', () => {
  it('is always the same 32-bit whole number, on every device and in every version', () => {
    expect(hash32(0)).toBe(hash32(0))
    expect([hash32(1, 'a'), hash32(42, 'entree', 3), hash32(-7, '👩🏽‍🔧')]).toMatchInlineSnapshot(`
      [
        2846982552,
        3630217693,
        3358621470,
      ]
    `)
  })

  it('stays between 0 and 2³² − 1', () => {
    fc.assert(
      fc.property(seed, fc.array(fc.oneof(fc.string(), fc.integer())), (from, words) => {
        const hash = hash32(from, ...words)
        expect(Number.isInteger(hash) && hash >= 0 && hash <= 0xffffffff).toBe(true)
      }),
    )
  })

  it('knows where a word ends', () => {
    expect(hash32(1, 'ab', 'c')).not.toBe(hash32(1, 'a', 'bc'))
  })

  it('gives every remainder its share', () => {
    const counts = [0, 0, 0, 0, 0, 0]
    for (let draw = 0; draw < 6000; draw++) {
      const face = hash32(draw, 'dice') % 6
      counts[face] = (counts[face] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})

describe('a shuffle', () => {
  it('keeps every item, once', () => {
    fc.assert(
      fc.property(items, seed, fc.string(), (list, from, name) => {
        expect(shuffled(list, from, name).sort()).toEqual([...list].sort())
      }),
    )
  })

  it('is the same each time for a seed and a name, and leaves its list as it was', () => {
    fc.assert(
      fc.property(items, seed, fc.string(), (list, from, name) => {
        const before = [...list]
        expect(shuffled(list, from, name)).toEqual(shuffled(list, from, name))
        expect(list).toEqual(before)
      }),
    )
  })

  it('puts each item first about as often', () => {
    const first: Record<string, number> = {}
    for (let from = 0; from < 3000; from++) {
      const [item = ''] = shuffled(['a', 'b', 'c'], from, 'step')
      first[item] = (first[item] ?? 0) + 1
    }
    for (const count of Object.values(first)) expect(Math.abs(count - 1000)).toBeLessThan(120)
  })

  it('differs from one step to another in the same play', () => {
    const list = [1, 2, 3, 4, 5, 6, 7, 8]
    expect(shuffled(list, 5, 'here')).not.toEqual(shuffled(list, 5, 'there'))
  })
})
