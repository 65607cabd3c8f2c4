/** A day of the calendar where the learner is: `YYYY-MM-DD`. Days compare as texts. */
export type Day = string

/**
 * The calendar day of a moment.
 * @param at milliseconds since 1970
 * @param offset minutes to add to UTC there and then (120 for Paris in summer)
 */
export function dayAt(at: number, offset: number): Day {
  return dayOf(Math.floor((at / 60_000 + offset) / 1440))
}

/** Days since 1 January 1970. Calendar arithmetic of Howard Hinnant, « chrono-compatible low-level date algorithms ». */
export function dayNumber(day: Day): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day that many days after 1 January 1970: the inverse of `dayNumber`. */
export function dayOf(number: number): Day {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`
}

/** The day `count` days later; earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count)
}

/** The same day, or the Monday after when it falls on a weekend: offices do not answer then. */
export function workday(day: Day): Day {
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7
  if (weekday === 6) return addDays(day, 2)
  return weekday === 0 ? addDays(day, 1) : day
}

/** Says whether a text is a day that exists: the 30th of February is not. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(dayNumber(text)) === text
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0')
}
