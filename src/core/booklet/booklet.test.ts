import { describe, expect, it } from 'vitest'
import { answersOf, walk } from '../../../tests/booklet-walk'
import { decision, ending, smallModule } from '../../../tests/modules'
import { compile } from '../compile'
import type { Scenario, Step } from '../scenario'
import { bookletOf } from './booklet'
import type { Booklet, Part, PaperLine } from './paper'

const setup = { level: 'n1', variant: 'calme', seed: 3 }
const names = ['BEAR', 'MOON']

function made(steps: readonly Step[], parts: Partial<Scenario> = {}, level = 'n1'): Booklet {
  return bookletOf(compile(smallModule(steps, parts)), { ...setup, level }, names)
}

/** Reads a booklet many times beside the machine. @returns what they did not agree on */
function faultsOf(steps: readonly Step[]): string[] {
  const game = compile(smallModule(steps))
  const booklet = bookletOf(game, setup, names)
  return Array.from({ length: 60 }, (_, seed) => seed).flatMap(
    (seed) => walk(game, setup, booklet, answersOf(seed, 50)).faults,
  )
}

const partsOf = <K extends Part['kind']>({ paragraphs }: Booklet, kind: K) =>
  paragraphs
    .flatMap(({ parts }) => parts)
    .filter((part): part is Extract<Part, { kind: K }> => part.kind === kind)

const linesAfter = (booklet: Booklet, step: string): PaperLine[] =>
  booklet.paragraphs
    .filter(({ steps }) => steps.includes(step))
    .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'lines' ? part.lines : [])))

const said = (text: string, when?: PaperLine['line']['when']) => ({
  by: 'narrator',
  text,
  ...(when ? { when } : {}),
})

const two = (id: string, to: string, lines: PaperLine['line'][] = []) =>
  decision(id, to, { a: {}, b: { quality: 'ok', next: 'x' } }, { lines })

function lastStep() {
  const step = ending()
  if (step.kind !== 'ending') throw new Error('An ending is an ending.')
  return step
}

describe('a condition on paper', () => {
  it('is not printed where every road gives the same answer', () => {
    const booklet = made([
      decision('first', 'second', { a: {} }),
      {
        ...lastStep(),
        lines: [said('Always.', { seen: 'first/a' }), said('Never.', { seen: 'first/b' })],
      },
      { id: 'second', kind: 'lines', lines: [said('On.')], to: 'end' },
    ])
    expect(linesAfter(booklet, 'end').map(({ line, when }) => [line.text, when])).toEqual([
      ['On.', undefined],
      ['Always.', undefined],
    ])
    expect(booklet.sheet.words).toEqual([])
  })

  it('asks for the number read just before, when that is enough', () => {
    const booklet = made([
      two('first', 'second'),
      two('second', 'end', [said('You said a.', { seen: 'first/a' })]),
      ending(),
    ])
    const [line] = linesAfter(booklet, 'second')
    const [choices] = partsOf(booklet, 'choices')
    const a = choices?.choices.find(({ id }) => id === 'a')
    expect(line?.when).toEqual({ kind: 'from', numbers: [a?.to] })
    expect(booklet.sheet.words).toEqual([])
  })

  it('asks for a word, noted when it happened, when it was longer ago', () => {
    const steps = [
      two('first', 'second'),
      two('second', 'third'),
      two('third', 'end', [said('You said a.', { seen: 'first/a' })]),
      ending(),
    ]
    const booklet = made(steps)
    expect(booklet.sheet.words).toHaveLength(1)
    expect(linesAfter(booklet, 'third')[0]?.when).toMatchObject({ kind: 'word', yes: true })
    expect(partsOf(booklet, 'marks').flatMap(({ marks }) => marks)).toHaveLength(1)
    expect(faultsOf(steps)).toEqual([])
  })

  it('shares one word between questions that are always answered alike', () => {
    const steps = [
      decision('first', 'second', {
        a: { effects: [{ set: 'name', to: true }] },
        b: { quality: 'ok', next: 'x' },
      }),
      two('second', 'third'),
      two('third', 'end', [
        said('A flag.', { compare: 'name', is: '=', to: true }),
        said('A choice.', { seen: 'first/a' }),
      ]),
      ending(),
    ]
    expect(made(steps, { meters: [] }).sheet.words).toHaveLength(1)
  })

  it('looks at the boxes of a checklist rather than at a word', () => {
    const steps = [
      decision('first', 'second', {
        a: { effects: [{ set: 'name', to: true }] },
        b: { quality: 'ok', next: 'x' },
      }),
      two('second', 'third'),
      two('third', 'end', [said('A name.', { compare: 'name', is: '=', to: true })]),
      ending(),
    ]
    const booklet = made(steps)
    expect(booklet.sheet.words).toEqual([])
    expect(linesAfter(booklet, 'third')[0]?.when).toMatchObject({ kind: 'tick', flag: 'name' })
    expect(faultsOf(steps)).toEqual([])
  })

  it('circles from the start the word of a flag that starts true, and takes it away', () => {
    const steps = [
      decision('first', 'second', {
        a: { effects: [{ set: 'told', to: false }] },
        b: { quality: 'ok', next: 'x' },
      }),
      two('second', 'third'),
      two('third', 'end', [said('Not told.', { compare: 'told', is: '=', to: false })]),
      ending(),
    ]
    const booklet = made(steps)
    expect(booklet.sheet.words.map(({ circled }) => circled)).toEqual([true])
    expect(partsOf(booklet, 'marks')[0]?.marks).toMatchObject([{ kind: 'word', on: false }])
    expect(faultsOf(steps)).toEqual([])
  })

  it('keeps a counter under a word, as long as the story can make it', () => {
    const more = { effects: [{ add: 'asked', by: 2 }] }
    const steps: Step[] = [
      decision('first', 'second', { a: more, b: { quality: 'ok', next: 'x' } }),
      decision('second', 'fork', { a: more, b: { quality: 'ok', next: 'x' } }),
      {
        id: 'fork',
        kind: 'branch',
        ways: [{ when: { compare: 'asked', is: '>=', to: 4 }, to: 'end' }],
        else: 'other',
      },
      ending(),
      ending('other'),
    ]
    const { sheet } = made(steps)
    expect(sheet.tracks.map(({ min, max, start }) => [min, max, start])).toEqual([
      [0, 10, 5],
      [2, 6, 2],
    ])
    expect(names).toContain(sheet.tracks[1]?.label)
    expect(faultsOf(steps)).toEqual([])
  })

  it('gives up the bounds of a counter that grows around a loop', () => {
    const steps: Step[] = [
      decision('first', 'end', {
        again: { to: 'first', effects: [{ add: 'asked', by: 1 }] },
        on: { to: 'fork' },
      }),
      {
        id: 'fork',
        kind: 'branch',
        ways: [{ when: { compare: 'asked', is: '>', to: 4 }, to: 'end' }],
        else: 'other',
      },
      ending(),
      ending('other'),
    ]
    expect(made(steps).sheet.tracks[1]?.max).toBe(Infinity)
    expect(faultsOf(steps)).toEqual([])
  })
})

describe('answers on paper', () => {
  it('keep options in the order of the file when they move the same thing both ways', () => {
    const option = (id: string, by: number) => ({
      id,
      text: id,
      good: true,
      why: id,
      effects: [{ add: 'trust', by }],
    })
    const steps: Step[] = [
      {
        id: 'first',
        kind: 'pick',
        lines: [],
        prompt: 'Which?',
        least: 1,
        most: 3,
        options: [option('up', 6), option('down', -6), option('more', 3)],
        why: 'So.',
        to: 'end',
      },
      ending(),
    ]
    const [part] = partsOf(made(steps), 'pick')
    expect(part?.options.map(({ id }) => id)).toEqual(['up', 'down', 'more'])
    expect(faultsOf(steps)).toEqual([])
  })

  it('hold the coach’s notes for the end where the level says so', () => {
    const steps = [two('first', 'end'), ending()]
    expect(partsOf(made(steps), 'note')).toHaveLength(2)
    expect(made(steps).notes).toEqual([])
    const late = made(steps, {}, 'n2')
    expect(partsOf(late, 'note')).toEqual([])
    expect(late.notes.map(({ note }) => note.why).sort()).toEqual(['Because a.', 'Because b.'])
  })

  it('draw the steps that this seed draws, and no other', () => {
    const steps: Step[] = [
      { id: 'first', kind: 'draw', from: ['q1', 'q2', 'q3'], count: 2, to: 'end' },
      two('q1', 'first'),
      two('q2', 'first'),
      two('q3', 'first'),
      ending(),
    ]
    expect(partsOf(made(steps), 'choices')).toHaveLength(2)
    expect(faultsOf(steps)).toEqual([])
  })
})
