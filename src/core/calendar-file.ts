import type { Day } from './day'
import { calendarTime, zoneLines } from './calendar-zone'
import { instantOf, isZone } from './zone'

/** One appointment with oneself. */
export interface CalendarEvent {
  /** Never changes for one plan: a calendar that knows it updates its event. */
  uid: string
  /** Raised by one at each change. */
  sequence: number
  /** When the plan was last changed, in milliseconds since 1970. */
  changedAt: number
  day: Day
  /** `HH:MM`, on the clock of the zone. */
  time: string
  /** IANA name; an unknown one is read as UTC. */
  zone: string
  minutes: number
  title: string
  notes: string
  /** How many minutes before the alarm rings; undefined for none. */
  alarm?: number
}

/** An iCalendar file (RFC 5545) that holds one event: CRLF lines of 75 bytes at most, texts escaped. */
export function calendarFile(event: CalendarEvent): string {
  const zone = isZone(event.zone) ? event.zone : 'UTC'
  const at = instantOf(event.day, event.time, zone)
  const start = `${event.day.replaceAll('-', '')}T${event.time.replace(':', '')}00`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//A toi de jouer//Plan//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(zone === 'UTC' ? [] : zoneLines(zone, at)),
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${calendarTime(event.changedAt)}Z`,
    `SEQUENCE:${event.sequence}`,
    zone === 'UTC' ? `DTSTART:${start}Z` : `DTSTART;TZID=${zone}:${start}`,
    `DURATION:PT${event.minutes}M`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.notes)}`,
    'TRANSP:TRANSPARENT',
    ...(event.alarm === undefined ? [] : alarmLines(event.alarm, event.title)),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function alarmLines(before: number, title: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:-${before > 0 && before % 1440 === 0 ? `P${before / 1440}D` : `PT${before}M`}`,
    'END:VALARM',
  ]
}

/** §3.3.11: backslash, semicolon, comma and line feed are escaped; other control characters have no place. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** §3.1: a line goes on after CRLF and a space; it is cut between characters, never inside one. */
function folded(line: string): string {
  let size = 0
  let result = ''
  for (const letter of line) {
    const bytes = bytesOf(letter)
    if (size + bytes > 75) {
      result += '\r\n '
      size = 1
    }
    result += letter
    size += bytes
  }
  return result
}

function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
