import { describe, expect, it } from 'vitest'
import { daysBetween } from './sources'

describe('days between two dates', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-01', '2026-12-01', 30],
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['1970-01-01', '2026-11-23', 20780],
    ['2027-01-01', '2026-01-01', -365],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })
})
