/** A place in a text, as editors count: both from 1. */
export interface Place {
  line: number
  column: number
}

/** Where a text stops being JSON, or undefined when it is JSON. Linear, without recursion. */
export function jsonError(text: string): Place | undefined {
  const offset = firstError(text)
  if (offset === undefined) return undefined
  const before = text.slice(0, offset)
  return {
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  }
}

const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** What may come next: a value, a first item or `]`, a first key or `}`, a key, `,` or the end of a list. */
type Expected = 'value' | 'item' | 'entry' | 'key' | 'after'

function firstError(text: string): number | undefined {
  const open: ('[' | '{')[] = []
  let expected: Expected = 'value'
  let at = 0

  const skip = (pattern: RegExp): number => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0].length ?? 0
    at += found
    return found
  }
  const string = (): boolean => {
    if (!skip(STRING) || text[at] !== '"') return false
    at += 1
    return true
  }

  for (;;) {
    skip(SPACE)
    const sign = text[at]
    if (expected === 'after') {
      const inside = open[open.length - 1]
      if (!inside) return sign === undefined ? undefined : at
      if (sign === ',') expected = inside === '{' ? 'key' : 'value'
      else if (sign === (inside === '{' ? '}' : ']')) open.pop()
      else return at
      at += 1
    } else if ((expected === 'item' && sign === ']') || (expected === 'entry' && sign === '}')) {
      open.pop()
      at += 1
      expected = 'after'
    } else if (expected === 'entry' || expected === 'key') {
      if (sign !== '"' || !string()) return at
      skip(SPACE)
      if (text[at] !== ':') return at
      at += 1
      expected = 'value'
    } else if (sign === '{' || sign === '[') {
      open.push(sign)
      at += 1
      expected = sign === '{' ? 'entry' : 'item'
    } else {
      const read = sign === '"' ? string() : skip(SCALAR) > 0
      if (!read) return at
      expected = 'after'
    }
  }
}
