import { addDays, dayNumber, type Day } from './day'

/** A moment as a sentence names it: a day of the week (0 = Sunday) and a time of day, either or both. */
export interface Moment {
  weekday?: number
  /** `HH:MM`. */
  time?: string
}

const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
/** What people mean when they name a part of the day. */
const PARTS: Record<string, string> = {
  matin: '10:00',
  midi: '12:00',
  'après-midi': '14:00',
  soir: '18:00',
}

const WEEKDAY = new RegExp(`(?<!\\p{L})(?:${WEEKDAYS.join('|')})(?!\\p{L})`, 'iu')
const TIME = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<hour>[01]?\\d|2[0-3])\\s?h(?:\\s?(?<minute>[0-5]\\d))?|(?<part>${Object.keys(PARTS).join('|')}))(?!\\p{L})`,
  'iu',
)

/** The moment a French sentence names: « Mercredi, 15 h, je suis au calme » is Wednesday at 15:00. */
export function momentIn(text: string): Moment {
  const day = WEEKDAY.exec(text)?.[0].toLowerCase()
  const { hour, minute = '00', part } = TIME.exec(text)?.groups ?? {}
  const time = part ? PARTS[part.toLowerCase()] : hour && `${hour.padStart(2, '0')}:${minute}`
  return {
    ...(day ? { weekday: WEEKDAYS.indexOf(day) } : {}),
    ...(time ? { time } : {}),
  }
}

/** The same sentence about another moment. What it does not name is not added. */
export function atMoment(text: string, { weekday, time }: Moment): string {
  const before = momentIn(text)
  let result = text
  if (time && before.time && before.time !== time) result = result.replace(TIME, timeInWords(time))
  if (weekday !== undefined && before.weekday !== undefined)
    result = result.replace(WEEKDAY, (word) =>
      word === word.toLowerCase()
        ? (WEEKDAYS[weekday] ?? word)
        : capital(WEEKDAYS[weekday] ?? word),
    )
  return result
}

/** `15:00` as French people write it: « 15 h », « 9 h 30 ». */
export function timeInWords(time: string): string {
  const [hour = '', minute = ''] = time.split(':')
  return `${Number(hour)} h${minute === '00' ? '' : ` ${minute}`}`
}

/** The day of the week of a day, 0 = Sunday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

/** The first such day of the week after a day. */
export function nextWeekday(weekday: number, after: Day): Day {
  return addDays(after, ((weekday - weekdayOf(after) + 6) % 7) + 1)
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
