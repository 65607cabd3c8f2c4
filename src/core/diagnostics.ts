/** An error refuses the module; a warning lets it be played, but not be shipped. */
export type Severity = 'error' | 'warning'

/**
 * Every mistake a module can hold, in the order a reader meets them.
 * Each code has a sentence in `src/i18n/<lang>/diagnostics.json` and a file in `tests/broken`.
 */
export const SEVERITIES = {
  // The file.
  'too-big': 'error',
  'not-json': 'error',
  'too-deep': 'error',
  'too-many-values': 'error',
  'too-many-steps': 'error',
  'forbidden-key': 'error',
  'bad-character': 'error',
  'newer-format': 'error',
  // The shape.
  'missing-key': 'error',
  'unknown-key': 'error',
  'wrong-type': 'error',
  'unknown-kind': 'error',
  'unknown-word': 'error',
  'unknown-condition': 'error',
  'unknown-effect': 'error',
  'bad-name': 'error',
  'bad-form': 'error',
  'empty-text': 'error',
  'too-long': 'error',
  'too-few': 'error',
  'too-many': 'error',
  'not-whole': 'error',
  'too-small': 'error',
  'too-large': 'error',
  // Names.
  'duplicate-id': 'error',
  'repeated-name': 'error',
  'reserved-name': 'error',
  'unknown-target': 'error',
  'unknown-seen': 'error',
  'unknown-retry': 'error',
  'unknown-speaker': 'error',
  'unknown-objective': 'error',
  'unknown-rule': 'error',
  'unknown-misconception': 'error',
  'unknown-about': 'error',
  'unknown-fact': 'error',
  'undeclared-fact': 'error',
  'unknown-help': 'error',
  'unknown-meter': 'error',
  'unknown-memory': 'error',
  'wrong-memory-kind': 'error',
  'unknown-level': 'error',
  'unknown-variant': 'error',
  // The road.
  'no-ending': 'error',
  'dead-end': 'error',
  'loop-without-choice': 'error',
  'unreachable-step': 'warning',
  'unreachable-ending': 'warning',
  'draw-too-many': 'error',
  'draw-no-return': 'error',
  // Meters and conditions.
  'meter-bounds': 'error',
  'meter-start': 'error',
  'meter-levels': 'error',
  'wrong-value-kind': 'error',
  'condition-always': 'warning',
  'condition-never': 'warning',
  'level-without-variant': 'error',
  // Steps.
  'missing-next': 'error',
  'no-best': 'error',
  'may-lock': 'error',
  'pick-limits': 'error',
  'pick-unfair': 'error',
  'reflection-right': 'error',
  'situation-best': 'error',
  'sensitive-trap': 'error',
  'sensitive-meter': 'error',
  'sensitive-unmarked': 'error',
  'sensitive-same': 'error',
  // Text.
  'token-braces': 'error',
  'token-unknown': 'error',
  'token-fact': 'error',
  'fact-without-value': 'error',
  'token-agreement': 'error',
  'bold-unclosed': 'error',
  // Left over.
  'unused-objective': 'warning',
  'unused-rule': 'warning',
  'unused-misconception': 'warning',
  'unused-fact': 'warning',
  'unused-character': 'warning',
  'unused-meter': 'warning',
  'unused-memory': 'warning',
  'unset-memory': 'warning',
  'unused-variant': 'warning',
} as const satisfies Record<string, Severity>

export type Code = keyof typeof SEVERITIES

/** Every code, in the order of the table. */
export const CODES = Object.keys(SEVERITIES) as Code[]

/** One mistake of an author: data for a sentence, never an exception. */
export interface Diagnostic {
  code: Code
  /** Where, as written in JavaScript: `steps[3].choices[1].to`; empty for the file as a whole. */
  path: string
  /** What the sentence of this code needs: names, limits, the value found. */
  params: Record<string, string | number>
}

/** Whether a module with this diagnostic is refused. */
export function blocks(diagnostic: Diagnostic): boolean {
  return SEVERITIES[diagnostic.code] === 'error'
}

/** Adds a key to a path: a number for a list, a name for an object. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path ? `${path}.${key}` : key
}
