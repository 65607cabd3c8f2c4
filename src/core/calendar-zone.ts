import { dayAt } from './day'
import { offsetAt } from './zone'

const DAY = 86_400_000
const MINUTE = 60_000

/**
 * The VTIMEZONE of an iCalendar file (RFC 5545 §3.6.5), from what this device knows of the zone: the change of
 * clock before a moment and the one after it, within a year. That is all one event needs.
 * @param zone IANA name
 * @param at milliseconds since 1970
 * @returns unfolded content lines
 */
export function zoneLines(zone: string, at: number): string[] {
  const before = changeNear(zone, at, -DAY)
  const after = changeNear(zone, at, DAY)
  const changes = [
    ...(before === undefined ? [] : [before]),
    ...(after === undefined ? [] : [after]),
  ]
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...(before === undefined
      ? observance('STANDARD', 0, offsetAt(zone, at), offsetAt(zone, at))
      : []),
    ...changes.flatMap((change) => {
      const from = offsetAt(zone, change - MINUTE)
      const to = offsetAt(zone, change)
      return observance(to > from ? 'DAYLIGHT' : 'STANDARD', change + from * MINUTE, from, to)
    }),
    'END:VTIMEZONE',
  ]
}

/** A local moment as iCalendar writes it: `20261125T150000`. @param local milliseconds since 1970, shifted by the offset */
export function calendarTime(local: number): string {
  const minutes = ((Math.floor(local / MINUTE) % 1440) + 1440) % 1440
  const time = [Math.floor(minutes / 60), minutes % 60, 0].map(twoDigits).join('')
  return `${dayAt(local, 0).replaceAll('-', '')}T${time}`
}

/** The first minute of the change of clock nearest to a moment, looked for day by day in one direction. */
function changeNear(zone: string, at: number, step: number): number | undefined {
  for (let near = at; Math.abs(near - at) <= 366 * DAY; near += step) {
    if (offsetAt(zone, near) === offsetAt(zone, near + step)) continue
    let [early, late] = step > 0 ? [near, near + step] : [near + step, near]
    while (late - early > MINUTE) {
      const middle = Math.floor((early + late) / 2 / MINUTE) * MINUTE
      if (offsetAt(zone, middle) === offsetAt(zone, early)) early = middle
      else late = middle
    }
    return Math.floor(late / MINUTE) * MINUTE
  }
  return undefined
}

function observance(kind: string, onset: number, from: number, to: number): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${calendarTime(onset)}`,
    `TZOFFSETFROM:${signed(from)}`,
    `TZOFFSETTO:${signed(to)}`,
    `END:${kind}`,
  ]
}

function signed(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}${twoDigits(size % 60)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
