import { describe, expect, it } from 'vitest'
import { decision, ending, moduleOf, shippedModules, smallModule } from '../../tests/modules'
import { compile, startContext } from './compile'
import { move, start, type Snapshot } from './play'
import type { Effect, Scenario, Step } from './scenario'

const setup = { level: 'n1', variant: 'calme', seed: 7 }

/** The values after one choice that has these effects. */
function valuesAfter(effects: Effect[]) {
  return contextAfter(effects).values
}

function contextAfter(effects: Effect[]) {
  return played(smallModule([decision('first', 'end', { yes: { effects } }), ending()]), 'yes')
    .context
}

function played(module: Scenario, pick: string): Snapshot {
  const game = compile(module)
  const after = move(game, start(game, setup), { step: module.start, pick })
  if (!after) throw new Error(`${pick} is not possible`)
  return after
}

describe('the first moment', () => {
  it('has gauges at their start, flags false, numbers 0, unless the module says otherwise', () => {
    expect(startContext(smallModule([ending()]), setup)).toEqual({
      ...setup,
      values: { trust: 5, name: false, day: false, told: true, asked: 2, left: 0 },
      texts: {},
      seen: {},
      drawn: {},
    })
  })
})

describe('effects', () => {
  it('add to a gauge and stop at its bounds', () => {
    expect(valuesAfter([{ add: 'trust', by: 2 }])['trust']).toBe(7)
    expect(valuesAfter([{ add: 'trust', by: 100 }])['trust']).toBe(10)
    expect(valuesAfter([{ add: 'trust', by: -100 }])['trust']).toBe(0)
  })

  it('are applied one after the other', () => {
    expect(
      valuesAfter([
        { add: 'trust', by: 100 },
        { add: 'trust', by: -1 },
      ])['trust'],
    ).toBe(9)
  })

  it('set flags and numbers, add to numbers, remember texts', () => {
    const { values, texts } = contextAfter([
      { set: 'name', to: true },
      { set: 'left', to: 4 },
      { add: 'asked', by: 3 },
      { remember: 'wish', text: 'to learn' },
    ])
    expect(values).toMatchObject({ name: true, left: 4, asked: 5 })
    expect(texts).toEqual({ wish: 'to learn' })
  })

  it('leave the moment before as it was', () => {
    const game = compile(
      smallModule([
        decision('first', 'end', { yes: { effects: [{ add: 'trust', by: 1 }] } }),
        ending(),
      ]),
    )
    const before = start(game, setup)
    move(game, before, { step: 'first', pick: 'yes' })
    expect(before.context.values['trust']).toBe(5)
    expect(before.value).toBe('first')
  })
})

describe('a pool', () => {
  const pool: Step[] = [
    { id: 'draw', kind: 'draw', from: ['a', 'b', 'c'], count: 2, to: 'end' },
    ...['a', 'b', 'c'].map((id): Step => ({
      id,
      kind: 'lines',
      lines: [{ by: 'narrator', text: id }],
      to: 'draw',
    })),
    ending(),
  ]
  const game = compile(smallModule(pool))

  function drawnWith(seed: number): string[] {
    const met: string[] = []
    let snapshot: Snapshot | undefined = start(game, { ...setup, seed })
    while (snapshot && snapshot.status === 'active') {
      met.push(String(snapshot.value))
      snapshot = move(game, snapshot, { step: String(snapshot.value), pick: 'next' })
    }
    return met
  }

  it('gives as many steps as it says, never the same twice', () => {
    for (let seed = 0; seed < 50; seed++) {
      const met = drawnWith(seed)
      expect(met).toHaveLength(2)
      expect(new Set(met).size).toBe(2)
    }
  })

  it('gives the same steps for the same seed, and all of them over several seeds', () => {
    expect(drawnWith(11)).toEqual(drawnWith(11))
    const seeds = Array.from({ length: 100 }, (_, seed) => drawnWith(seed).join())
    expect(new Set(seeds).size).toBe(6)
  })
})

describe('a module that runs in circles without the learner', () => {
  it('is given up instead of freezing the page', () => {
    const circle: Step[] = [
      decision('first', 'a', { yes: {} }),
      { id: 'a', kind: 'branch', ways: [{ when: { level: ['n1'] }, to: 'b' }], else: 'end' },
      { id: 'b', kind: 'branch', ways: [{ when: { level: ['n1'] }, to: 'a' }], else: 'end' },
      ending(),
    ]
    expect(() => played(smallModule(circle), 'yes')).toThrow(/iteration|loop/i)
  })
})

it.each(['_gallery', ...shippedModules])('%s compiles without its module being changed', (slug) => {
  const module = moduleOf(slug)
  const before = JSON.stringify(module)
  const game = compile(module)
  start(game, { level: module.levels[0]?.id ?? '', variant: module.variants[0]?.id ?? '', seed: 1 })
  expect(JSON.stringify(module)).toBe(before)
})
