import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from './day'
import { instantOf, isZone, offsetAt } from './zone'

const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'Pacific/Noumea', 'UTC']

describe('a time zone', () => {
  it('is ahead of UTC by its own minutes, in summer and in winter', () => {
    expect(offsetAt('Europe/Paris', Date.UTC(2026, 6, 1))).toBe(120)
    expect(offsetAt('Europe/Paris', Date.UTC(2026, 11, 1))).toBe(60)
    expect(offsetAt('America/Miquelon', Date.UTC(2026, 11, 1))).toBe(-180)
    expect(offsetAt('Pacific/Marquesas', Date.UTC(2026, 0, 1))).toBe(-570)
  })

  it('is known or not', () => {
    expect(isZone('Indian/Mayotte')).toBe(true)
    expect(isZone('Mars/Olympus')).toBe(false)
  })
})

describe('the moment of a day and a time', () => {
  it('is the one when a clock of that zone shows them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 20_000, max: 25_000 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (zone, number, hour, minute) => {
          const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
          const at = instantOf(dayOf(number), time, zone)
          const shown = at / 60_000 + offsetAt(zone, at)
          // The one hour a year the clock skips is shown an hour later.
          expect([0, 60]).toContain(shown - (number * 1440 + hour * 60 + minute))
        },
      ),
    )
  })

  it('that the clock skips in spring is read as if it had not been put forward', () => {
    expect(instantOf('2027-03-28', '02:30', 'Europe/Paris')).toBe(Date.UTC(2027, 2, 28, 1, 30))
    expect(instantOf('2027-03-28', '03:30', 'Europe/Paris')).toBe(Date.UTC(2027, 2, 28, 1, 30))
  })

  it('that the clock shows twice in autumn is the first of both', () => {
    expect(instantOf('2027-10-31', '02:30', 'Europe/Paris')).toBe(Date.UTC(2027, 9, 31, 0, 30))
  })
})
