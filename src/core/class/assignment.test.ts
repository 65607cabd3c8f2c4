import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { games } from '../../../tests/class-play'
import { assignmentToken, readAssignment, type Assignment } from './assignment'
import { toToken } from './token'

const known = games.map(({ scenario }) => scenario)
const [first] = known

const assignment: Assignment = {
  id: '0a1b2c3d4e5f',
  title: '2de pro Cuisine',
  word: 'Jouez deux fois. On en parle mardi !',
  modules: [{ module: 'allo-le-cfa', variants: [] }],
  stepBack: true,
}

const anyAssignment: fc.Arbitrary<Assignment> = fc.record(
  {
    id: fc.stringMatching(/^[0-9a-f]{12}$/),
    title: fc.stringMatching(/^[\p{L} ’0-9]{0,20}$/u),
    word: fc.stringMatching(/^[\p{L} ’!?,0-9]{0,60}$/u),
    modules: fc.subarray(known, { minLength: 1 }).chain((some) =>
      fc.tuple(
        ...some.map(({ id, levels, variants }) =>
          fc.record(
            {
              module: fc.constant(id),
              level: fc.constantFrom(...levels.map((one) => one.id)),
              variants: fc.subarray(variants.map((one) => one.id)),
            },
            { requiredKeys: ['module', 'variants'] },
          ),
        ),
      ),
    ),
    stepBack: fc.boolean(),
    due: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    key: fc.stringMatching(/^[0-9a-f]{64}$/),
  },
  { requiredKeys: ['id', 'title', 'word', 'modules', 'stepBack'] },
)

describe('an assignment', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyAssignment, (one) => {
        expect(readAssignment(assignmentToken(one), known)).toEqual({ assignment: one })
      }),
    )
  })

  it('with one module, a key, a date and a short word makes a link of 200 letters at most', () => {
    const full = { ...assignment, due: '2026-12-04', key: 'ab'.repeat(32) }
    const link = `https://exemple.fr/jouer/#/devoir?d=${assignmentToken(full)}`
    expect(link.length).toBeLessThanOrEqual(200)
  })

  it('that asks for a module of a later version is not half read', () => {
    const others = known.filter(({ id }) => id !== 'allo-le-cfa')
    expect(readAssignment(assignmentToken(assignment), others)).toEqual({
      trouble: 'unknown-module',
    })
  })

  it('that asks for a level or a variant nobody knows is not half read', () => {
    for (const asked of [{ level: 'x' }, { variants: ['x'] }]) {
      const modules = [{ module: first?.id ?? '', variants: [], ...asked }]
      expect(readAssignment(assignmentToken({ ...assignment, modules }), known)).toEqual({
        trouble: 'unknown-module',
      })
    }
  })

  it('made of any bytes is refused or read, never misread: what is read writes the same link', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 120 }), (bytes) => {
        const read = readAssignment(toToken('assignment', bytes), known)
        if ('assignment' in read) expect(read.assignment.modules.length).toBeGreaterThan(0)
        else expect(['wrong', 'unknown-module']).toContain(read.trouble)
      }),
      { numRuns: 1000 },
    )
  })

  it('of which one letter changed on the way is cut', () => {
    const token = assignmentToken(assignment)
    fc.assert(
      fc.property(fc.integer({ min: 2, max: token.length - 1 }), (at) => {
        const letter = token[at] === 'A' ? 'B' : 'A'
        const changed = token.slice(0, at) + letter + token.slice(at + 1)
        expect(readAssignment(changed, known)).toEqual({ trouble: 'cut' })
      }),
    )
  })
})
