/** The day of this device, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** The last day of the school year that is going on: results are kept no longer by default. */
export function endOfSchoolYear(): string {
  const now = new Date()
  const year = now.getFullYear() + (now.getMonth() >= 7 ? 1 : 0)
  return `${year}-07-31`
}
