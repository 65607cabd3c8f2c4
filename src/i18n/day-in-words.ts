import { dateInWords } from './i18n'

/** A day `YYYY-MM-DD` in words. */
export function dayInWords(day: string): string {
  return dateInWords(new Date(`${day}T12:00:00`))
}
