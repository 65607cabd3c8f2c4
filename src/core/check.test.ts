import { describe, expect, it } from 'vitest'
import { decision, ending, moduleOf, smallModule } from '../../tests/modules'
import { check } from './check'
import type { Scenario, Step } from './scenario'

const found = (scenario: Scenario) => check(scenario).map(({ code, path }) => `${code} ${path}`)

/** What `check` says of the road of a few steps; the rest of the module is not looked at. */
const road = (...steps: Step[]) =>
  found(smallModule(steps)).filter((line) => /^(no-|dead|loop|unreach|draw|unknown-t)/.test(line))

const lines = (id: string, to: string): Step => ({
  id,
  kind: 'lines',
  lines: [{ by: 'narrator', text: 'Then.' }],
  to,
})

describe('check', () => {
  it('finds nothing in the gallery, which shows every construct', () => {
    expect(found(moduleOf('_gallery'))).toEqual([])
  })

  it('lets a loop be when the learner chooses inside it', () => {
    expect(
      road(decision('d', 'end', { again: { to: 'b' }, stop: {} }), lines('b', 'd'), ending()),
    ).toEqual([])
  })

  it('says once that three steps go round, and not that they are dead ends', () => {
    expect(road(lines('a', 'b'), lines('b', 'c'), lines('c', 'a'), ending())).toEqual([
      'loop-without-choice steps[0]',
      'unreachable-ending steps[3]',
    ])
  })

  it('lets a draw come back to itself, but not its way on', () => {
    const draw = (to: string): Step => ({ id: 'pool', kind: 'draw', from: ['q'], count: 1, to })
    expect(road(draw('end'), lines('q', 'pool'), ending())).toEqual([])
    expect(road(draw('b'), lines('q', 'pool'), lines('b', 'pool'), ending())).toEqual([
      'loop-without-choice steps[0]',
      'unreachable-ending steps[3]',
    ])
  })

  it('does not call steps unreachable while a target is mistyped', () => {
    expect(road(lines('a', 'bb'), lines('b', 'end'), ending())).toEqual([
      'unknown-target steps[0].to',
    ])
  })

  it('asks for nothing in the choices of a cold start but what every choice needs', () => {
    const step = decision('d', 'end', { a: {}, b: { quality: 'trap' } }, { cold: true })
    expect(found(smallModule([step, ending()]))).toContain('missing-next steps[0].choices[1]')
  })

  it('follows a sensitive scene to where skipping leads, and no further', () => {
    const steps: Step[] = [
      {
        id: 'notice',
        kind: 'sensitive',
        notice: 'Careful.',
        full: 'scene',
        short: 'brief',
        skip: 'after',
        help: ['f68'],
      },
      decision('scene', 'more', { a: {} }, { sensitive: true }),
      decision('more', 'after', { a: {} }),
      lines('brief', 'after'),
      decision('after', 'end', { a: {} }),
      ending(),
    ]
    expect(found(smallModule(steps)).filter((line) => line.startsWith('sensitive'))).toEqual([
      'sensitive-unmarked steps[2]',
    ])
  })

  it('takes a checklist for the number of its boxes', () => {
    const branch = (to: number): Step => ({
      id: 'b',
      kind: 'branch',
      ways: [{ when: { compare: 'book', is: '>=', to }, to: 'end' }],
      else: 'other',
    })
    const verdict = (to: number) =>
      found(smallModule([branch(to), ending(), ending('other')])).filter((line) =>
        line.includes('condition'),
      )
    expect(verdict(2)).toEqual([])
    expect(verdict(3)).toEqual(['condition-never steps[0].ways[0].when.to'])
    expect(verdict(0)).toEqual(['condition-always steps[0].ways[0].when.to'])
  })

  it('grows no worse than linearly from 1,000 steps to 10,000', { timeout: 20_000 }, () => {
    const chain = (count: number): Scenario =>
      smallModule([
        ...Array.from({ length: count }, (_, i) =>
          decision(`d${i}`, i + 1 < count ? `d${i + 1}` : 'end', {
            a: {},
            b: {},
            c: { to: 'end' },
          }),
        ),
        ending(),
      ])
    const small = chain(1_000)
    const large = chain(10_000)
    const fastest = (scenario: Scenario) =>
      Math.min(...Array.from({ length: 5 }, () => timed(() => check(scenario))))
    // Ten times the steps: a quadratic rule would take a hundred times longer; the rest is a busy machine.
    expect(fastest(large)).toBeLessThan(60 * Math.max(fastest(small), 4))
  })
})

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
