import { dayNumber, type Day } from './day'

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Says whether this platform knows a time zone by that name. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone)
    return true
  } catch {
    return false
  }
}

/**
 * How many minutes a zone is ahead of UTC at a moment (120 for Europe/Paris in summer).
 * @param zone IANA name, such as `Indian/Reunion`
 * @param at milliseconds since 1970
 * @throws RangeError for an unknown zone
 */
export function offsetAt(zone: string, at: number): number {
  const part = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const day = `${part.get('year')}-${part.get('month')}-${part.get('day')}`
  const minutes = Number(part.get('hour')) * 60 + Number(part.get('minute'))
  return dayNumber(day) * 1440 + minutes - Math.floor(at / 60_000)
}

/**
 * The moment a clock of that zone shows a day and a time. A time the clock skips (spring) is read as if it had
 * not been put forward; a time shown twice (autumn) is the first of both.
 * @param time `HH:MM`
 * @returns milliseconds since 1970
 */
export function instantOf(day: Day, time: string, zone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const shown = (dayNumber(day) * 1440 + hours * 60 + minutes) * 60_000
  const candidates = [-86_400_000, 86_400_000].map(
    (apart) => shown - offsetAt(zone, shown + apart) * 60_000,
  )
  const shows = (at: number) => at + offsetAt(zone, at) * 60_000 === shown
  return candidates.find(shows) ?? candidates[0] ?? shown
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  clocks.set(zone, clock)
  return clock
}
