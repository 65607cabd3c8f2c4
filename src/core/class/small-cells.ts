/** A count that may be shown to everybody, or undefined when it would point at somebody. */
export type Shown = number | undefined

/** Pupils under which a count is hidden on a projected view. */
export const LEAST = 5

/**
 * Hides the counts of a table that is shown to a class: those under `least`, and one more when the sum of what is
 * hidden could be found by subtraction and is itself under `least`.
 */
export function hideSmall(counts: readonly number[], least = LEAST): Shown[] {
  const hidden = new Set(counts.flatMap((count, index) => (count < least ? [index] : [])))
  const sum = [...hidden].reduce((total, index) => total + (counts[index] ?? 0), 0)
  if (hidden.size && sum > 0 && sum < least) {
    const next = counts
      .map((count, index) => ({ count, index }))
      .filter(({ index }) => !hidden.has(index))
      .sort((a, b) => a.count - b.count)[0]
    if (next) hidden.add(next.index)
  }
  return counts.map((count, index) => (hidden.has(index) ? undefined : count))
}
