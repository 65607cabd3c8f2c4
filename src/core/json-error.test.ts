import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonError } from './json-error'

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('the place of a JSON error', () => {
  it.each([
    ['{"a": 1 "b": 2}', 1, 9],
    ['{\n  "a": [1, 2,]\n}', 2, 14],
    ['{\n  "a": 1,\n}', 3, 1],
    ['{"a": "no end', 1, 14],
    ['{"a": tru}', 1, 7],
    ['{"a": "\\x"}', 1, 8],
    ['[1] 2', 1, 5],
    ['', 1, 1],
    ['{"a": 1', 1, 8],
    ["{'a': 1}", 1, 2],
  ])('of %j is line %i, column %i', (text, line, column) => {
    expect(jsonError(text)).toEqual({ line, column })
  })

  it('exists exactly when JSON.parse refuses, whatever is cut or changed', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (json, cut, put) => {
        const at = cut % (json.length + 1)
        for (const text of [json, json.slice(0, at), json.slice(0, at) + put + json.slice(at + 1)])
          expect([text, jsonError(text) === undefined]).toEqual([text, parses(text)])
      }),
      { numRuns: 500 },
    )
  })

  it('is found in a text nested a hundred thousand times', () => {
    expect(jsonError('['.repeat(100_000))).toEqual({ line: 1, column: 100_001 })
  })
})
