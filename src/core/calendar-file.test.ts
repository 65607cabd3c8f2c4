import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarFile, type CalendarEvent } from './calendar-file'
import { dayOf } from './day'
import { instantOf, offsetAt } from './zone'

const silent: CalendarEvent = {
  uid: 'abc@a-toi-de-jouer',
  sequence: 2,
  changedAt: Date.UTC(2026, 10, 23, 18, 0),
  day: '2026-11-25',
  time: '15:00',
  zone: 'Europe/Paris',
  minutes: 30,
  title: 'J’appelle le CFA avec ma feuille',
  notes: 'Si : mercredi, 15 h ; chez moi.\nAlors : j’appelle.',
}
const plan = { ...silent, alarm: 15 }

/** Reads a file as a calendar does: with the time zones it carries and no other. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[])
  const component = calendar.getFirstSubcomponent('vevent')
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (!component) throw new Error('No event.')
  const event = new ICAL.Event(component)
  const alarm = component.getFirstSubcomponent('valarm')
  const start = event.startDate.clone()
  if (zone) start.zone = new ICAL.Timezone(zone)
  const at = start.convertToZone(ICAL.Timezone.utcTimezone).toUnixTime() * 1000
  return { event, alarm, zone, at }
}

describe('a calendar file', () => {
  it('opens in a calendar with its title, notes, name and length', () => {
    const { event } = read(calendarFile(plan))
    expect(event.summary).toBe(plan.title)
    expect(event.description).toBe(plan.notes)
    expect(event.uid).toBe(plan.uid)
    expect(event.sequence).toBe(2)
    expect(event.duration.toSeconds()).toBe(1800)
  })

  it.each([
    ['Europe/Paris', '2026-11-25', Date.UTC(2026, 10, 25, 14, 0)],
    ['Europe/Paris', '2027-07-01', Date.UTC(2027, 6, 1, 13, 0)],
    ['Indian/Reunion', '2026-11-25', Date.UTC(2026, 10, 25, 11, 0)],
    ['America/Martinique', '2026-11-25', Date.UTC(2026, 10, 25, 19, 0)],
    ['America/Miquelon', '2027-07-01', Date.UTC(2027, 6, 1, 17, 0)],
    ['Pacific/Marquesas', '2026-11-25', Date.UTC(2026, 10, 26, 0, 30)],
    ['UTC', '2026-11-25', Date.UTC(2026, 10, 25, 15, 0)],
    ['Mars/Olympus', '2026-11-25', Date.UTC(2026, 10, 25, 15, 0)],
  ])('in %s on %s is at the right moment', (zone, day, at) => {
    expect(read(calendarFile({ ...plan, zone, day })).at).toBe(at)
  })

  it('says when the clock changes around the event, and only then', () => {
    const paris = read(calendarFile(plan)).zone
    expect(paris?.getAllSubcomponents('standard')).toHaveLength(1)
    expect(paris?.getAllSubcomponents('daylight')).toHaveLength(1)
    const reunion = read(calendarFile({ ...plan, zone: 'Indian/Reunion' })).zone
    expect(reunion?.getAllSubcomponents()).toHaveLength(1)
  })

  it.each([
    [15, -900],
    [60, -3600],
    [1440, -86_400],
  ])('rings %i minutes before', (alarm, seconds) => {
    const found = read(calendarFile({ ...plan, alarm })).alarm
    const trigger = found?.getFirstPropertyValue('trigger')
    expect(found?.getFirstPropertyValue('action')).toBe('DISPLAY')
    expect(trigger).toBeInstanceOf(ICAL.Duration)
    if (trigger instanceof ICAL.Duration) expect(trigger.toSeconds()).toBe(seconds)
  })

  it('rings not at all when that is the wish', () => {
    expect(read(calendarFile(silent)).alarm).toBeNull()
  })

  it('gives back any words, on lines of 75 bytes at most', () => {
    const words = fc
      .string({ unit: 'binary', maxLength: 300 })
      .filter((text) => !/[\u0000-\u001f\u007f]/.test(text))
    fc.assert(
      fc.property(words, words, (title, notes) => {
        const file = calendarFile({ ...plan, title, notes: `${notes}\n;,\\` })
        for (const line of file.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        const { event } = read(file)
        expect(event.summary ?? '').toBe(title)
        expect(event.description).toBe(`${notes}\n;,\\`)
      }),
    )
  })

  it('holds no line that the learner’s own words would have added', () => {
    const file = calendarFile({ ...plan, title: 'a\r\nBEGIN:VALARM\u0007', notes: '' })
    expect(file.match(/^BEGIN:VALARM/gm)).toHaveLength(1)
    expect(read(file).event.summary).toBe('a\nBEGIN:VALARM ')
  })

  it('is at the moment meant, whatever the day, the hour and the zone', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const minutes = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 20_780, max: 22_000 }),
        minutes,
        (zone, number, minute) => {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          const day = dayOf(number)
          const at = instantOf(day, time, zone)
          // Within hours of a change of clock, calendars differ on times that come twice or never.
          fc.pre(offsetAt(zone, at - 10_800_000) === offsetAt(zone, at + 10_800_000))
          expect(read(calendarFile({ ...plan, zone, day, time })).at).toBe(at)
        },
      ),
      { numRuns: 200 },
    )
  })
})
