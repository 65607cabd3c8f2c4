import { describe, expect, it } from 'vitest'
import { decision, ending, smallModule } from '../../tests/modules'
import { compile } from './compile'
import { feedbackOf, meterValue, meterWords, type Feedback } from './feedback'
import { move, start } from './play'
import type { Step } from './scenario'

const setup = { level: 'n1', variant: 'calme', seed: 3 }

/** What one move at the first step brings. */
function brought(step: Step, pick: string, text?: string): Feedback | undefined {
  const game = compile(smallModule([step, ending()]))
  const before = start(game, setup)
  const made = { step: 'first', pick, ...(text === undefined ? {} : { text }) }
  const after = move(game, before, made)
  if (!after) throw new Error(`${pick} is not possible`)
  return feedbackOf(game, before, made, after)
}

const trap = {
  quality: 'trap' as const,
  text: 'I know everything.',
  why: 'She doubts.',
  next: 'Ask.',
  fact: 'f01',
  effects: [
    { add: 'trust', by: -2 },
    { set: 'name', to: true },
  ],
  reaction: [
    { by: 'nadia', text: 'Really?' },
    { by: 'nadia', text: 'Crowded today.', when: { variant: ['presse'] } },
    { by: 'nadia', text: 'I am less sure.', when: { compare: 'trust', is: '<' as const, to: 5 } },
  ],
}

describe('a choice brings', () => {
  it('what was said, the answer in the new context, the meters that moved, and the note', () => {
    expect(brought(decision('first', 'end', { trap }), 'trap')).toMatchObject({
      step: 'first',
      said: 'I know everything.',
      reaction: [{ text: 'Really?' }, { text: 'I am less sure.' }],
      meters: [
        { meter: { id: 'trust' }, before: 5, after: 3 },
        { meter: { id: 'book' }, before: 0, after: 1 },
      ],
      note: { quality: 'trap', why: 'She doubts.', next: 'Ask.', fact: 'f01' },
    })
  })

  it('no meter when none moved, even pushed against its bound', () => {
    const pushed = {
      effects: [
        { add: 'trust', by: 9 },
        { add: 'trust', by: -5 },
      ],
    }
    expect(brought(decision('first', 'end', { pushed }), 'pushed')?.meters).toEqual([])
  })

  it.each(['cold', 'sensitive'])('no judgement when the decision is %s', (kind) => {
    const step = decision('first', 'end', { trap }, { [kind]: true })
    expect(brought(step, 'trap')?.note).toEqual({ why: 'She doubts.', next: 'Ask.', fact: 'f01' })
  })
})

describe('several things picked bring', () => {
  const pick: Step = {
    id: 'first',
    kind: 'pick',
    lines: [],
    prompt: 'Which?',
    least: 1,
    most: 3,
    options: [
      { id: 'a', text: 'A', good: true, why: 'a' },
      { id: 'b', text: 'B', good: true, why: 'b', effects: [{ add: 'trust', by: 1 }] },
      { id: 'c', text: 'C', good: false, why: 'c', effects: [{ add: 'trust', by: -1 }] },
    ],
    why: 'So.',
    to: 'end',
  }

  it('each thing with what it is worth, and “best” only when all is right', () => {
    expect(brought(pick, 'a+b')?.note?.quality).toBe('best')
    expect(brought(pick, 'a')?.note?.quality).toBe('ok')
    expect(brought(pick, 'a+b+c')?.note?.quality).toBe('ok')
    expect(brought(pick, 'a+c')?.items?.map(({ taken, good }) => [taken, good])).toEqual([
      [true, true],
      [false, true],
      [true, false],
    ])
  })

  it('the effects of what was picked', () => {
    expect(brought(pick, 'b')?.meters).toMatchObject([{ before: 5, after: 6 }])
    expect(brought(pick, 'b+c')?.meters).toEqual([])
  })
})

describe('things put in order bring', () => {
  const order: Step = {
    id: 'first',
    kind: 'order',
    lines: [],
    prompt: 'Order.',
    items: ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase() })),
    why: 'So.',
    to: 'end',
  }

  it('the right order, and which were at their place', () => {
    expect(brought(order, 'a>b>c')?.note?.quality).toBe('best')
    const other = brought(order, 'a>c>b')
    expect(other?.note?.quality).toBe('ok')
    expect(other?.items).toEqual([
      { text: 'A', taken: true, good: true },
      { text: 'B', taken: true, good: false },
      { text: 'C', taken: true, good: false },
    ])
  })
})

describe('a sentence written brings', () => {
  const write: Step = {
    id: 'first',
    kind: 'write',
    lines: [],
    prompt: 'Why?',
    into: 'wish',
    example: 'I like it.',
    most: 100,
    why: 'A true reason is remembered.',
    to: 'end',
  }

  it('the sentence and a note without judgement', () => {
    expect(brought(write, 'written', 'I like it.')).toMatchObject({
      said: 'I like it.',
      note: { why: 'A true reason is remembered.' },
    })
    expect(brought(write, 'written', 'I like it.')?.note?.quality).toBeUndefined()
  })

  it('nothing when it was passed', () => {
    expect(brought(write, 'next')).toBeUndefined()
  })
})

it('a step only read brings nothing', () => {
  const lines: Step = { id: 'first', kind: 'lines', lines: [], to: 'end' }
  expect(brought(lines, 'next')).toBeUndefined()
})

describe('a meter', () => {
  const [gauge, checklist] = smallModule([ending()]).meters

  it('shows the value of a gauge, or the items ticked', () => {
    if (!gauge || !checklist) throw new Error('The small module has two meters.')
    expect(meterValue(gauge, { values: { trust: 8 } })).toBe(8)
    expect(meterValue(gauge, { values: {} })).toBe(5)
    expect(meterValue(checklist, { values: { name: true, day: false } })).toBe(1)
  })

  it.each([
    [0, 'low'],
    [3, 'low'],
    [4, 'fair'],
    [6, 'fair'],
    [7, 'high'],
    [10, 'high'],
    [-1, ''],
  ])('of %i is worded “%s”', (value, words) => {
    if (gauge?.kind !== 'gauge') throw new Error('The first meter is a gauge.')
    expect(meterWords(gauge, value)).toBe(words)
  })
})

describe('a choice among good things only', () => {
  const tastes: Step = {
    id: 'first',
    kind: 'pick',
    lines: [],
    prompt: 'Pick two.',
    least: 2,
    most: 2,
    options: ['a', 'b', 'c'].map((id) => ({ id, text: id, good: true, why: 'Yes.' })),
    why: 'All of them count.',
    to: 'end',
  }

  it('is explained and not judged', () => {
    const note = brought(tastes, 'a+b')?.note
    expect(note).toEqual({ why: 'All of them count.' })
  })

  it('is best as soon as as many good ones are taken as may be', () => {
    const one = { id: 'd', text: 'd', good: false, why: 'No.' }
    const mixed: Step = { ...tastes, options: [...tastes.options, one] }
    expect(brought(mixed, 'a+c')?.note?.quality).toBe('best')
    expect(brought(mixed, 'a+d')?.note?.quality).toBe('ok')
  })
})
