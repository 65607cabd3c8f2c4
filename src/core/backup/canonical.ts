/**
 * The one text a value has: keys in the order of their UTF-16 units, no space, undefined entries left out,
 * as RFC 8785 describes it. Two values are the same when their texts are.
 * @param value plain data, no deeper than the limits of the door
 */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, inside]) => inside !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inside]) => `${JSON.stringify(key)}:${canonical(inside)}`).join(',')}}`
}
