import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayAt, dayNumber, dayOf, isDay, workday } from './day'

const DAY = 86_400_000
const number = fc.integer({ min: -300_000, max: 1_000_000 })

describe('a day of the calendar', () => {
  it('is the one of the platform, from the year 1148 to the year 4707', () => {
    fc.assert(
      fc.property(number, (days) => {
        const day = new Date(days * DAY).toISOString().slice(0, 10)
        expect(dayOf(days)).toBe(day)
        expect(dayNumber(day)).toBe(days)
      }),
    )
  })

  it('is the day where the learner is, not the one in Greenwich', () => {
    const lateInParis = Date.UTC(2026, 5, 30, 22, 30)
    expect(dayAt(lateInParis, 0)).toBe('2026-06-30')
    expect(dayAt(lateInParis, 120)).toBe('2026-07-01')
    expect(dayAt(Date.UTC(2026, 0, 1, 3), -240)).toBe('2025-12-31')
  })

  it('passes months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  it('becomes the Monday after when it falls on a weekend', () => {
    expect(workday('2026-11-27')).toBe('2026-11-27')
    expect(workday('2026-11-28')).toBe('2026-11-30')
    expect(workday('2026-11-29')).toBe('2026-11-30')
    expect(workday('1969-12-28')).toBe('1969-12-29')
  })

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '26-01-01', '', '2026-11-23T10:00'])(
    'is not %j',
    (text) => expect(isDay(text)).toBe(false),
  )

  it('is any day that exists', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400_000 }), (n) => isDay(dayOf(n))))
  })
})
