import { describe, expect, it } from 'vitest'
import { decision, ending, moduleOf, shippedModules, smallModule } from '../../tests/modules'
import { toMachineConfig } from './machine-config'
import type { Step } from './scenario'

const stateOf = (steps: Step[], id: string) => toMachineConfig(smallModule(steps)).states[id]

describe('the machine of a module', () => {
  it.each(['_gallery', ...shippedModules])('%s is plain data: JSON keeps all of it', (slug) => {
    const config = toMachineConfig(moduleOf(slug))
    expect(JSON.parse(JSON.stringify(config))).toEqual(config)
  })

  it('has one state a step, and begins at the first one', () => {
    const gallery = moduleOf('_gallery')
    const config = toMachineConfig(gallery)
    expect(Object.keys(config.states)).toEqual(gallery.steps.map(({ id }) => id))
    expect(config).toMatchObject({ id: '_gallery', version: gallery.version, initial: 'devant' })
  })

  it('ends at an ending', () => {
    expect(stateOf([ending()], 'end')).toEqual({ type: 'final' })
  })
})

describe('an effect', () => {
  it('on a gauge carries its bounds, so that nobody looks at the module again', () => {
    const steps = [
      decision('first', 'end', { yes: { effects: [{ add: 'trust', by: 3 }] } }),
      ending(),
    ]
    expect(stateOf(steps, 'first')?.on?.['yes']).toEqual({
      target: 'end',
      actions: [
        {
          type: 'apply',
          params: { changes: [{ add: 'trust', by: 3, min: 0, max: 10 }], seen: [] },
        },
      ],
    })
  })

  it('on a number has bounds nobody meets', () => {
    const steps = [
      decision('first', 'end', { yes: { effects: [{ add: 'asked', by: 1 }] } }),
      ending(),
    ]
    expect(JSON.stringify(stateOf(steps, 'first'))).toContain('"min":-1000000,"max":1000000')
  })
})

describe('a step', () => {
  it('is marked as seen only when some condition asks', () => {
    const asked = [
      decision('first', 'second', { yes: {}, no: {} }),
      decision('second', 'end', { on: { when: { seen: 'first/yes' } } }),
      ending(),
    ]
    expect(stateOf(asked, 'first')?.on).toEqual({
      yes: {
        target: 'second',
        actions: [{ type: 'apply', params: { changes: [], seen: ['first/yes'] } }],
      },
      no: { target: 'second' },
    })
  })

  it('to put in order has two ways: the right order first, with its effects', () => {
    const order: Step = {
      id: 'first',
      kind: 'order',
      lines: [],
      prompt: 'Order.',
      items: [
        { id: 'a', text: 'A' },
        { id: 'b', text: 'B' },
      ],
      effects: [{ set: 'name', to: true }],
      why: 'So.',
      to: 'end',
    }
    expect(stateOf([order, ending()], 'first')?.on?.['ordered']).toEqual([
      {
        target: 'end',
        guard: { type: 'inOrder', params: { order: ['a', 'b'] } },
        actions: [{ type: 'apply', params: { changes: [{ set: 'name', to: true }], seen: [] } }],
      },
      { target: 'end' },
    ])
  })

  it('that draws tries each of its pool, then goes on', () => {
    const draw: Step = { id: 'first', kind: 'draw', from: ['a', 'b'], count: 1, to: 'end' }
    const ways = stateOf([draw, ending('a'), ending('b'), ending()], 'first')?.always
    expect(ways?.map(({ target }) => target)).toEqual(['a', 'b', 'end'])
  })

  it('that branches takes the first way that holds, else the last', () => {
    const branch: Step = {
      id: 'first',
      kind: 'branch',
      ways: [{ when: { level: ['n1'] }, to: 'a' }],
      else: 'end',
    }
    expect(stateOf([branch, ending('a'), ending()], 'first')?.always).toEqual([
      { target: 'a', guard: { type: 'meets', params: { test: { level: ['n1'] } } } },
      { target: 'end' },
    ])
  })
})
