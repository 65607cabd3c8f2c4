import { describe, expect, it } from 'vitest'
import { CODE_BYTES } from '../src/core/class/code-links'
import { decodeRates, sealedLinks } from './pictures/decode-rates'

describe('codes of results, sealed, as a webcam sees them', () => {
  const rates = decodeRates()

  it.each(rates)('$name: $good of $all are read', ({ good, wrong }) => {
    expect(good).toBeGreaterThanOrEqual(4)
    expect(wrong).toBe(0)
  })

  it('are read at least nineteen times of twenty, all views together', () => {
    const sum = (of: 'good' | 'all') => rates.reduce((total, rate) => total + rate[of], 0)
    expect(sum('good') / sum('all')).toBeGreaterThanOrEqual(0.95)
  })
})

describe('the codes of one pupil, every module played twice, sealed', () => {
  it.each([
    [1, 1],
    [5, 3],
  ])('%i modules: %i codes at most, of 300 bytes at most', (modules, most) => {
    const links = sealedLinks(1, modules)
    expect(links.length).toBeGreaterThan(0)
    expect(links.length).toBeLessThanOrEqual(most)
    for (const link of links) expect(link.length).toBeLessThanOrEqual(CODE_BYTES)
  })
})
