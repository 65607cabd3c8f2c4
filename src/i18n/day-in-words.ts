import { language } from './i18n'

/**
 * A day of the calendar as one says it: « mercredi 25 novembre », or « mer. 25 nov. » when short; with its year when
 * it is another one than now.
 * @param day `YYYY-MM-DD`
 */
export function dayInWords(day: string, length: 'long' | 'short' = 'long'): string {
  const noon = new Date(`${day}T12:00:00`)
  const isThisYear = noon.getFullYear() === new Date().getFullYear()
  return new Intl.DateTimeFormat(language(), {
    weekday: length,
    day: 'numeric',
    month: length,
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(noon)
}
