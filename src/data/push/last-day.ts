/** A small sign outside IndexedDB: the last day of the list of an adviser, so that others need not open it. */
const KEY = 'atdj.push'

/** Leaves the sign, or takes it away. @param day `YYYY-MM-DD` */
export function markLastDay(day: string | undefined): void {
  try {
    if (day === undefined) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, day)
  } catch {
    // No storage: the list itself is then refused too.
  }
}

/** Says whether a list is kept whose last day is over. @param today `YYYY-MM-DD` */
export function isListOver(today: string): boolean {
  try {
    return (localStorage.getItem(KEY) ?? '9') < today
  } catch {
    return false
  }
}
