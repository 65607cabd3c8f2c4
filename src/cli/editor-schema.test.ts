import { Ajv } from 'ajv'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from '../core/parse'
import { editorSchema } from './editor-schema'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const written = read('../../scenarios/scenario.schema.json')
const gallery = read('../../scenarios/_gallery/scenario.json')

// The schema has descriptions and formats only editors use.
const validate = new Ajv({ strict: false, logger: false }).compile(JSON.parse(written) as object)

describe('the editor schema', () => {
  it('is what the module format makes of it: run `npm run schema` after a change', async () => {
    expect(written).toBe(await editorSchema())
  })

  it('accepts the gallery', () => {
    expect([validate(JSON.parse(gallery)), validate.errors]).toEqual([true, null])
  })

  const LONG = { timeout: 30_000 }
  it(
    'agrees with the parser on modules where one value is removed, renamed or replaced',
    LONG,
    () => {
      fc.assert(
        fc.property(mutations, ({ at, how, put }) => {
          const module = mutated(at, how, put)
          const parsed = parse(module)
          expect({ accepted: validate(module), module }).toEqual({ accepted: parsed.ok, module })
        }),
        { numRuns: 500 },
      )
    },
  )
})

/** Other values: none that only the limits of a file refuse (control characters, forbidden keys, huge lists). */
const mutations = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('remove', 'rename', 'replace', 'double'),
  put: fc.oneof(
    fc.constantFrom<unknown>(null, true, 0, 1, -1, 1.5, 2000, '', 'a', 'Été', 'devant', [], {}),
    fc.constantFrom<unknown>(
      { seen: 'devant' },
      { add: 'confiance', by: 1 },
      ['a'],
      'x'.repeat(900),
    ),
  ),
})

/** The gallery with its n-th value changed. */
function mutated(at: number, how: string, put: unknown): unknown {
  const root = JSON.parse(gallery) as unknown
  const places: [owner: Record<string, unknown> | unknown[], key: string | number][] = []
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    const owner = value as Record<string, unknown>
    for (const key of Object.keys(owner)) {
      places.push([owner, Array.isArray(value) ? Number(key) : key])
      walk(owner[key])
    }
  }
  walk(root)
  const [owner, key] = places[at % places.length] as (typeof places)[number]
  if (Array.isArray(owner)) {
    const index = Number(key)
    if (how === 'remove') owner.splice(index, 1)
    else if (how === 'double') owner.splice(index, 0, owner[index])
    else owner[index] = put
  } else if (how === 'remove') delete owner[key]
  else if (how === 'rename') {
    owner[`${key}_`] = owner[key]
    delete owner[key]
  } else owner[key] = put
  return root
}
