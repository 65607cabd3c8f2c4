import { describe, expect, it } from 'vitest'
import { checkLimits, LIMITS, tooBig } from './limits'

const codes = (input: unknown, limits = LIMITS) =>
  checkLimits(input, limits).found.map(({ code, path }) => `${code} ${path}`)

describe('the limits of a file', () => {
  it('count bytes in UTF-8', () => {
    expect(tooBig('aé€😀', 9)).toBe(10)
    expect(tooBig('aé€😀', 10)).toBeUndefined()
  })

  it('refuse a value that holds itself', () => {
    const loop: Record<string, unknown> = {}
    loop.self = { again: loop }
    expect(checkLimits(loop, LIMITS)).toMatchObject({
      refused: true,
      found: [{ code: 'too-deep' }],
    })
  })

  it('refuse the same list shared so often that it would grow without end', () => {
    let shared: unknown = ['x']
    for (let i = 0; i < 12; i++) shared = Array(50).fill(shared)
    expect(codes(shared)).toEqual(['too-many-values '])
  })

  it('stop at a hundred thousand levels without overflowing the stack', () => {
    const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(checkLimits(JSON.parse(text), LIMITS).refused).toBe(true)
  })

  it('refuse a long list before its items are looked at', () => {
    expect(codes({ cast: Array(101).fill(1) })).toEqual(['too-many cast'])
  })

  it('allow more steps than items', () => {
    expect(codes({ steps: Array(2000).fill(1) })).toEqual([])
    expect(codes({ steps: Array(2001).fill(1) })).toEqual(['too-many-steps steps'])
  })

  it.each(['__proto__', 'constructor', 'prototype'])(
    'refuse the key %s and pollute nothing',
    (key) => {
      expect(codes(JSON.parse(`{"a": {"${key}": {"x": 1}}}`))).toEqual([`forbidden-key a.${key}`])
      expect(({} as Record<string, unknown>).x).toBeUndefined()
    },
  )

  it.each([
    ['a lone surrogate', 'a\ud800b'],
    ['a control', 'a\u0007b'],
    ['a line break', 'a\nb'],
    ['a direction override', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['a byte-order mark', 'a\ufeffb'],
  ])('refuse %s in a text', (_name, text) => {
    expect(checkLimits({ title: text }, LIMITS).found).toEqual([
      {
        code: 'bad-character',
        path: 'title',
        params: { character: expect.stringMatching(/^U\+/) as string, position: 2 },
      },
    ])
  })

  it('let emoji, accents and right-to-left letters through', () => {
    expect(codes({ title: 'Ça va 😀 مرحبا \u200fא' })).toEqual([])
  })
})
