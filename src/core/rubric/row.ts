/** One finding behind a row: a code for its sentence (`rubric.json`), where it is, what was found. */
export interface Detail {
  code: string
  /** Path in the module; empty when it is about the whole. */
  path: string
  params: Record<string, string | number>
}

/** One row of the quality table (`reference/pedagogy.md` §5). */
export interface Row {
  /** S1, L3, R1… Its title is in `rubric.json`. */
  row: string
  /** What was measured, and what is asked: figures, without words. */
  value: string
  threshold: string
  ok: boolean
  /** The row only warns: it never blocks. */
  warning?: boolean
  details: Detail[]
}

/** A share in per cent, rounded; 0 of nothing is 0. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole)
}

/** The mean of some numbers; 0 of none. */
export function mean(numbers: readonly number[]): number {
  return numbers.length ? numbers.reduce((sum, n) => sum + n, 0) / numbers.length : 0
}
