import { describe, expect, it } from 'vitest'
import { decision } from '../../../tests/modules'
import type { Step } from '../scenario'
import { pickOf, rankOf } from './ranks'

const option = (id: string) => ({ id, text: id, good: true, why: id })
const pick: Step = {
  id: 'p',
  kind: 'pick',
  lines: [],
  prompt: 'p',
  least: 1,
  most: 3,
  options: ['c', 'a', 'b'].map(option),
  why: 'p',
  to: 'end',
}
const order: Step = {
  id: 'o',
  kind: 'order',
  lines: [],
  prompt: 'o',
  items: ['c', 'a', 'b'].map((id) => ({ id, text: id })),
  why: 'o',
  to: 'end',
}

describe('the number of a pick', () => {
  it('does not depend on the place of a choice in the module', () => {
    const here = decision('d', 'end', { yes: {}, no: {}, later: {} })
    const there = decision('d', 'end', { later: {}, yes: {}, no: {} })
    expect(['later', 'no', 'yes'].map((id) => rankOf(here, id))).toEqual([0, 1, 2])
    expect(['later', 'no', 'yes'].map((id) => rankOf(there, id))).toEqual([0, 1, 2])
  })

  it('of several options is one bit for each, and comes back in the order of the module', () => {
    expect(rankOf(pick, 'c+b')).toBe(6)
    expect(pickOf(pick, 6)).toBe('c+b')
    expect(pickOf(pick, 0)).toBeUndefined()
    expect(pickOf(pick, 8)).toBeUndefined()
  })

  it('of an order is its own, for every order', () => {
    const all = [0, 1, 2, 3, 4, 5].map((rank) => pickOf(order, rank))
    expect(new Set(all).size).toBe(6)
    expect(all.map((one) => rankOf(order, one ?? ''))).toEqual([0, 1, 2, 3, 4, 5])
    expect(pickOf(order, 6)).toBeUndefined()
    expect(rankOf(order, 'a>a>b')).toBeUndefined()
    expect(rankOf(order, 'a>b')).toBeUndefined()
  })

  it('is none where there is nothing to choose', () => {
    const lines: Step = { id: 'l', kind: 'lines', lines: [], to: 'end' }
    expect(rankOf(lines, 'next')).toBeUndefined()
    expect(pickOf(lines, 0)).toBeUndefined()
  })
})
