import { describe, expect, it } from 'vitest'
import { decision, ending, smallModule } from '../../../tests/modules'
import { graphOf } from '../graph'
import type { Step } from '../scenario'
import { extremes, known, roadsIn } from './roads'

const setting = { level: 'n1', variant: 'calme' }
const lines = (id: string, to: string): Step => ({ id, kind: 'lines', lines: [], to })

/** Decisions on the shortest and the longest path. */
function decisionsOn(steps: Step[], play = setting) {
  const { start, steps: all } = smallModule(steps)
  const graph = graphOf({ steps: all })
  const { least, most } = extremes(graph, roadsIn(graph, play), start, (step) =>
    step.kind === 'decision' ? 1 : 0,
  )
  return [least, most]
}

describe('the bounds of a complete path', () => {
  it('are those of the shortest and of the longest way to an ending', () => {
    const steps = [
      decision('a', 'b', { go: {}, stop: { to: 'end' } }),
      decision('b', 'c', { go: {} }),
      decision('c', 'end', { go: {} }),
      ending(),
    ]
    expect(decisionsOn(steps)).toEqual([1, 3])
  })

  it('walk a loop once at most', () => {
    const steps = [
      decision('a', 'b', { go: {} }),
      decision('b', 'end', { back: { to: 'a' }, go: {} }),
      ending(),
    ]
    expect(decisionsOn(steps)).toEqual([2, 2])
  })

  it('count the cheapest and the dearest steps of a draw', () => {
    const steps: Step[] = [
      { id: 'pool', kind: 'draw', from: ['x', 'y', 'z'], count: 2, to: 'end' },
      lines('x', 'pool'),
      decision('y', 'pool', { go: {} }),
      decision('z', 'zz', { go: {} }),
      decision('zz', 'pool', { go: {} }),
      ending(),
    ]
    expect(decisionsOn(steps)).toEqual([1, 3])
  })

  it('follow the level and the variant, and nothing else', () => {
    const branch: Step = {
      id: 'fork',
      kind: 'branch',
      ways: [
        { when: { level: ['n1'] }, to: 'one' },
        { when: { compare: 'trust', is: '>', to: 5 }, to: 'two' },
      ],
      else: 'end',
    }
    const steps = [
      branch,
      decision('one', 'end', { go: {} }),
      decision('two', 'one', { go: {} }),
      ending(),
    ]
    expect(decisionsOn(steps)).toEqual([1, 1])
    expect(decisionsOn(steps, { level: 'n2', variant: 'calme' })).toEqual([0, 2])
  })
})

describe('a condition of which only level and variant are known', () => {
  it.each([
    [{ level: ['n1'] }, true],
    [{ variant: ['presse'] }, false],
    [{ not: { variant: ['presse'] } }, true],
    [{ seen: 'a' }, undefined],
    [{ all: [{ seen: 'a' }, { level: ['n2'] }] }, false],
    [{ all: [{ seen: 'a' }, { level: ['n1'] }] }, undefined],
    [{ any: [{ seen: 'a' }, { level: ['n1'] }] }, true],
    [{ any: [{ seen: 'a' }, { level: ['n2'] }] }, undefined],
  ])('%j is %s', (condition, worth) => {
    expect(known(condition, setting)).toBe(worth)
  })
})
