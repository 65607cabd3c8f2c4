import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CODES } from './diagnostics'
import { parse } from './parse'

const text = readFileSync(
  new URL('../../scenarios/_gallery/scenario.json', import.meta.url),
  'utf8',
)
const gallery = () => JSON.parse(text) as Record<string, unknown> & { steps: Step[] }
type Step = Record<string, unknown>

function diagnose(input: unknown) {
  const parsed = parse(input)
  return parsed.ok
    ? []
    : parsed.diagnostics.map(
        ({ code, path, params }) => `${code} ${path || String(params.key ?? '')}`,
      )
}

describe('parse', () => {
  it('gives the module of a good file, frozen to its leaves', () => {
    const parsed = parse(text)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
    expect(parsed.scenario).toEqual(gallery())
    expect(Object.isFrozen(parsed.scenario.steps[5])).toBe(true)
    expect(Object.isFrozen(parsed.scenario.after.cards[0]?.about)).toBe(true)
  })

  it('shares nothing with the value it was given', () => {
    const input = gallery()
    const parsed = parse(input)
    ;(input.steps[0] as Step).id = 'changed'
    expect(parsed.ok && parsed.scenario.steps[0]?.id).toBe('devant')
    expect(Object.isFrozen(input)).toBe(false)
  })

  it('reads a file saved with a byte-order mark', () => {
    expect(parse(`\ufeff${text}`).ok).toBe(true)
  })

  it('lists every mistake of a file at once', () => {
    const input = gallery()
    delete input.title
    input.titre = 'Un titre'
    input.sous_titre = 'Un autre'
    Object.assign(input.steps[0] as Step, { id: 'Pas Bon', kinds: 1, place: 'lune' })
    expect(diagnose(input)).toEqual([
      'missing-key title',
      'unknown-key titre',
      'unknown-key sous_titre',
      'bad-name steps[0].id',
      'unknown-word steps[0].place',
      'unknown-key steps[0].kinds',
    ])
  })

  it('goes to the mistake inside a condition', () => {
    const input = gallery()
    const verdict = input.steps.find(({ id }) => id === 'verdict') as { ways: Step[] }
    ;(verdict.ways[0] as Step).when = { all: [{ not: { compare: 'confiance', is: '=>', to: 7 } }] }
    const at = input.steps.indexOf(verdict)
    expect(diagnose(input)).toEqual([`unknown-word steps[${at}].ways[0].when.all[0].not.is`])
  })

  it('goes to the mistake inside an effect', () => {
    const input = gallery()
    const write = input.steps.find(({ kind }) => kind === 'write') as Step
    write.effects = [{ add: 'confiance', by: 1.5, twice: true }]
    const at = `steps[${input.steps.indexOf(write)}].effects[0]`
    expect(diagnose(input)).toEqual([`not-whole ${at}.by`, `unknown-key ${at}.twice`])
  })

  it('says that a step has no kind, or that it is no object', () => {
    const input = gallery()
    input.steps = [{ id: 'a' }, [] as never, 'b' as never, null as never]
    expect(diagnose(input)).toEqual([
      'missing-key steps[0]',
      'wrong-type steps[1]',
      'wrong-type steps[2]',
      'wrong-type steps[3]',
    ])
  })

  it('stops at two hundred mistakes', () => {
    const input = gallery()
    input.steps = Array.from({ length: 2000 }, () => ({ kind: 'lines' }))
    expect(diagnose(input)).toHaveLength(200)
  })

  it.each([undefined, null, 3, [], {}, () => 1, new Date(0), new Map()])(
    'refuses %s without an exception',
    (input) => {
      expect(parse(input).ok).toBe(false)
    },
  )

  it('refuses a newer format in one sentence', () => {
    expect(diagnose({ ...gallery(), format: 2, music: 'douce' })).toEqual(['newer-format format'])
  })

  it('keeps the order of the steps', () => {
    const parsed = parse(text)
    expect(parsed.ok && parsed.scenario.steps.map(({ id }) => id)).toEqual(
      gallery().steps.map(({ id }) => id),
    )
  })

  it('says something known, with a place, about any damaged file, and throws for none', () => {
    fc.assert(
      fc.property(damage, (damaged) => {
        const parsed = parse(damaged)
        if (parsed.ok) return
        expect(parsed.diagnostics.length).toBeGreaterThan(0)
        for (const { code, path, params } of parsed.diagnostics) {
          expect(CODES).toContain(code)
          if (code === 'not-json') expect(params.line).toBeGreaterThan(0)
          else if (!['too-big', 'too-many-values', 'missing-key', 'wrong-type'].includes(code))
            expect([code, path]).not.toEqual([code, ''])
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** The gallery with a piece of its text cut, doubled or replaced. */
const damage = fc
  .tuple(fc.nat(text.length), fc.nat(60), fc.oneof(fc.json(), fc.string(), fc.constant('')))
  .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length))
