import { at, type Diagnostic } from './diagnostics'

/** How much a file may hold; checked before its shape, so that a hostile file costs little. */
export interface Limits {
  /** UTF-8 bytes of the text. */
  bytes: number
  /** Lists and objects inside one another. A condition of three floors in a choice needs 13. */
  depth: number
  /** Texts, numbers, lists, objects, all counted. */
  values: number
  steps: number
  /** Items of any list other than `steps`. */
  items: number
}

export const LIMITS: Limits = {
  bytes: 1_000_000,
  depth: 16,
  values: 100_000,
  steps: 2_000,
  items: 100,
}

/** Whether a text is longer than `most` bytes in UTF-8, and by how much: its size, or undefined. */
export function tooBig(text: string, most: number): number | undefined {
  if (text.length * 3 <= most) return undefined
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes > most ? bytes : undefined
}

/** Controls, lone surrogates, line separators, direction overrides, byte-order marks. */
const BAD_CHARACTER = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

interface Node {
  value: unknown
  key: string | number
  parent: Node | undefined
  depth: number
}

/**
 * Walks a value made by `JSON.parse` without recursion and checks it against the limits.
 * @returns `refused` when the walk had to stop: nothing more should be done with the value.
 */
export function checkLimits(
  input: unknown,
  limits: Limits,
): { refused: boolean; found: Diagnostic[] } {
  const found: Diagnostic[] = []
  const refuse = (diagnostic: Diagnostic) => ({ refused: true, found: [diagnostic] })
  const waiting: Node[] = [{ value: input, key: '', parent: undefined, depth: 1 }]
  let values = 0
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { value, depth } = node
    if (++values > limits.values)
      return refuse({ code: 'too-many-values', path: '', params: { most: limits.values } })
    if (typeof value === 'string') {
      const bad = BAD_CHARACTER.exec(value)
      if (bad)
        found.push({
          code: 'bad-character',
          path: pathOf(node),
          params: { character: codePoint(bad[0]), position: bad.index + 1 },
        })
    }
    if (typeof value !== 'object' || value === null) continue
    if (depth > limits.depth)
      return refuse({ code: 'too-deep', path: pathOf(node), params: { most: limits.depth } })
    if (Array.isArray(value)) {
      const isSteps = node.key === 'steps' && depth === 2
      const most = isSteps ? limits.steps : limits.items
      if (value.length > most) {
        const code = isSteps ? 'too-many-steps' : 'too-many'
        return refuse({ code, path: pathOf(node), params: { count: value.length, most } })
      }
      for (let i = value.length - 1; i >= 0; i--)
        waiting.push({ value: value[i] as unknown, key: i, parent: node, depth: depth + 1 })
    } else {
      const keys = Object.keys(value)
      for (let i = keys.length - 1; i >= 0; i--) {
        const key = keys[i] as string
        const child = {
          value: (value as Record<string, unknown>)[key],
          key,
          parent: node,
          depth: depth + 1,
        }
        if (FORBIDDEN_KEYS.has(key))
          found.push({ code: 'forbidden-key', path: pathOf(child), params: { key } })
        else waiting.push(child)
      }
    }
  }
  return { refused: false, found }
}

function pathOf(node: Node): string {
  const keys: (string | number)[] = []
  for (let here: Node | undefined = node; here?.parent; here = here.parent) keys.unshift(here.key)
  return keys.reduce<string>(at, '')
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
