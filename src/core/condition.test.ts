import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decision, ending, moduleOf, smallModule } from '../../tests/modules'
import { askedSeen, conditionsOf, countTrue, meets, toTest, type Context } from './condition'
import type { Condition } from './scenario'

const context: Context = {
  level: 'n1',
  variant: 'calme',
  seed: 1,
  values: { trust: 5, told: true, name: true, day: false },
  texts: { wish: 'to learn', empty: '' },
  seen: { entree: true, 'entree/oui': true },
  drawn: {},
}
const module = smallModule([ending()])
const holds = (condition: Condition) => meets(context, toTest(condition, module))

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    compare: fc.constantFrom('trust', 'told', 'name', 'book', 'unknown'),
    is: fc.constantFrom(
      '=' as const,
      '!=' as const,
      '<' as const,
      '<=' as const,
      '>' as const,
      '>=' as const,
    ),
    to: fc.oneof(fc.boolean(), fc.integer({ min: -2, max: 12 }), fc.constant('x')),
  }),
  fc.record({ seen: fc.constantFrom('entree', 'entree/oui', 'sortie') }),
  fc.record({ given: fc.constantFrom('wish', 'empty', 'unknown') }),
  fc.record({ level: fc.subarray(['n1', 'n2'], { minLength: 1 }) }),
  fc.record({ variant: fc.subarray(['calme', 'presse'], { minLength: 1 }) }),
)
const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('any') }),
  ),
})).any

describe('a comparison', () => {
  it.each<[Condition & { compare: string }, boolean]>([
    [{ compare: 'trust', is: '=', to: 5 }, true],
    [{ compare: 'trust', is: '!=', to: 5 }, false],
    [{ compare: 'trust', is: '<', to: 5 }, false],
    [{ compare: 'trust', is: '<=', to: 5 }, true],
    [{ compare: 'trust', is: '>', to: 4 }, true],
    [{ compare: 'trust', is: '>=', to: 6 }, false],
    [{ compare: 'told', is: '=', to: true }, true],
    [{ compare: 'told', is: '>', to: 0 }, false],
    [{ compare: 'trust', is: '=', to: '5' }, false],
  ])('%o is %s', (written, expected) => {
    expect(holds(written)).toBe(expected)
  })

  it('counts the ticked items of a checklist', () => {
    expect(holds({ compare: 'book', is: '=', to: 1 })).toBe(true)
    expect(holds({ compare: 'book', is: '>=', to: 2 })).toBe(false)
  })

  it('with an unknown name never holds, except for “is not”', () => {
    expect(holds({ compare: 'unknown', is: '=', to: 0 })).toBe(false)
    expect(holds({ compare: 'unknown', is: '<', to: 9 })).toBe(false)
    expect(holds({ compare: 'unknown', is: '!=', to: 0 })).toBe(true)
  })
})

describe('a condition', () => {
  it('asks what was seen, given, and how the module is played', () => {
    expect(holds({ seen: 'entree/oui' })).toBe(true)
    expect(holds({ seen: 'sortie' })).toBe(false)
    expect(holds({ given: 'wish' })).toBe(true)
    expect(holds({ given: 'empty' })).toBe(false)
    expect(holds({ level: ['n2', 'n1'] })).toBe(true)
    expect(holds({ variant: ['presse'] })).toBe(false)
  })

  it('obeys logic: not, all and any', () => {
    fc.assert(
      fc.property(condition, condition, (a, b) => {
        expect(holds({ not: a })).toBe(!holds(a))
        expect(holds({ all: [a, b] })).toBe(holds(a) && holds(b))
        expect(holds({ any: [a, b] })).toBe(holds(a) || holds(b))
      }),
    )
  })

  it('made ready, is plain data that holds the same after JSON', () => {
    fc.assert(
      fc.property(condition, (written) => {
        const test = toTest(written, module)
        const copy = JSON.parse(JSON.stringify(test)) as typeof test
        expect(copy).toEqual(test)
        expect(meets(context, copy)).toBe(meets(context, test))
      }),
    )
  })
})

describe('the conditions of a module', () => {
  it('are found wherever they stand', () => {
    const gallery = moduleOf('_gallery')
    const text = JSON.stringify(gallery.steps)
    const written = text.match(/"when":/g) ?? []
    expect([...conditionsOf(gallery)]).toHaveLength(written.length)
  })

  it('tell which steps and choices must be remembered as seen, however deep they are named', () => {
    const seen = smallModule([
      decision('first', 'end', {
        yes: { when: { not: { any: [{ seen: 'first' }, { all: [{ seen: 'first/yes' }] }] } } },
      }),
      ending(),
    ])
    expect([...askedSeen(seen)].sort()).toEqual(['first', 'first/yes'])
  })
})

it('a count of flags counts only those that are true', () => {
  expect(countTrue(context, ['name', 'day', 'trust', 'unknown'])).toBe(1)
})
