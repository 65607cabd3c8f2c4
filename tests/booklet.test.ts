import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookletOf } from '../src/core/booklet/booklet'
import { endingRoads } from '../src/core/booklet/ending-roads'
import type { Booklet, Mark, Part, When } from '../src/core/booklet/paper'
import { compile } from '../src/core/compile'
import words from '../src/i18n/fr/booklet.json'
import { answersOf, walk } from './booklet-walk'
import { moduleOf, shippedModules } from './modules'

const SEED = 20
const games = ['_gallery', ...shippedModules].map((slug) => compile(moduleOf(slug)))
const names = words.words.split(' ')

/** Every booklet that can be printed. */
const booklets = games.flatMap((game) =>
  game.scenario.variants.flatMap(({ id: variant, levels }) =>
    levels.map((level) => {
      const setup = { level, variant, seed: SEED }
      const booklet = bookletOf(game, setup, names)
      return { name: `${game.scenario.id} ${level} ${variant}`, game, setup, booklet }
    }),
  ),
)

describe.each(booklets)('the booklet of $name', ({ game, setup, booklet }) => {
  it('says what the machine says, whatever is chosen', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(100), (seed, luck) => {
        const { ending, faults } = walk(game, setup, booklet, answersOf(seed, luck))
        expect(faults).toEqual([])
        expect(ending).not.toBe('')
      }),
      { numRuns: 60 },
    )
  })

  it('numbers its paragraphs from 1 without a hole, and sends to no other number', () => {
    const numbers = booklet.paragraphs.map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    const asked = booklet.paragraphs.flatMap(({ parts }) => parts.flatMap(numbersIn))
    expect(asked.filter((number) => !numbers.includes(number))).toEqual([])
  })

  it('lets a reader come to every paragraph and to every ending', () => {
    const left = new Set(booklet.paragraphs.map(({ number }) => number))
    for (let seed = 0; left.size && seed < 4000; seed++)
      for (const number of walk(game, setup, booklet, answersOf(seed, (seed * 7) % 101)).numbers)
        left.delete(number)
    expect([...left]).toEqual([])
  })

  it('tells the teacher a road to every ending, which the machine follows to the same end', () => {
    const roads = endingRoads(booklet, game)
    expect(roads.map(({ ending }) => ending.step).sort()).toEqual(endingsIn(booklet).sort())
    expect(roads.filter(({ road }) => !road?.length)).toEqual([])
  })

  it('has on its sheet all that a paragraph asks to mark or to look at, and nothing more', () => {
    const marks = booklet.paragraphs.flatMap(({ parts }) => parts.flatMap(marksIn))
    const whens = booklet.paragraphs.flatMap(({ parts }) => parts.flatMap(whensIn))
    const { sheet } = booklet
    const onSheet = new Set(sheet.words.map(({ word }) => word))
    const circled = new Set(marks.flatMap((mark) => (mark.kind === 'word' ? [mark.word] : [])))
    const asked = new Set(whens.flatMap((when) => (when.kind === 'word' ? [when.word] : [])))
    expect([...circled].filter((word) => !onSheet.has(word))).toEqual([])
    expect([...onSheet].filter((word) => !asked.has(word))).toEqual([])
    expect([...asked].filter((word) => !circled.has(word))).toEqual([])
    const tracks = new Set(sheet.tracks.map(({ id }) => id))
    for (const when of whens) if (when.kind === 'track') expect(tracks).toContain(when.track)
    const blanks = new Set(sheet.blanks.map(({ number }) => number))
    for (const when of whens) if (when.kind === 'blank') expect(blanks).toContain(when.blank)
  })

  it('never puts a paragraph beside one it leads to', () => {
    const beside = booklet.paragraphs.flatMap(({ number, parts }) =>
      parts
        .flatMap(turnsIn)
        .filter((to) => Math.abs(to - number) === 1)
        .map((to) => `${number} → ${to}`),
    )
    expect(beside).toEqual([])
  })

  it('can be kept by a class with a pencil: few words, few numbers', () => {
    expect(booklet.paragraphs.length).toBeLessThanOrEqual(90)
    expect(booklet.sheet.words.length).toBeLessThanOrEqual(16)
  })
})

describe('all the booklets together', () => {
  it('reach on paper every ending of every module', () => {
    for (const { scenario } of games) {
      const mine = booklets.filter(({ game }) => game.scenario === scenario)
      const reached = new Set(mine.flatMap(({ booklet }) => endingsIn(booklet)))
      const all = scenario.steps.filter(({ kind }) => kind === 'ending').map(({ id }) => id)
      expect(all.filter((id) => !reached.has(id))).toEqual([])
    }
  })

  it('agree with the machine for any seed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(1000), fc.nat(100), (seed, which, luck) => {
        const one = booklets[which % booklets.length]
        if (!one) return
        const setup = { ...one.setup, seed }
        const booklet = bookletOf(one.game, setup, names)
        expect(walk(one.game, setup, booklet, answersOf(seed, luck)).faults).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('do not print the same numbers for two seeds', () => {
    const one = booklets[3]
    if (!one) throw new Error('There are no booklets.')
    const other = bookletOf(one.game, { ...one.setup, seed: SEED + 1 }, names)
    expect(other.paragraphs.map(({ steps }) => steps)).not.toEqual(
      one.booklet.paragraphs.map(({ steps }) => steps),
    )
  })
})

function endingsIn({ paragraphs }: Booklet): string[] {
  return paragraphs.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'ending' ? [part.step] : [])),
  )
}

/** Every object of a part that has a key; lines are taken whole from the module's file, and not looked into. */
function withKey(value: unknown, key: string): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null || ('by' in value && 'text' in value)) return []
  const inside = Object.values(value).flatMap((one) => withKey(one, key))
  return key in value ? [value as Record<string, unknown>, ...inside] : inside
}

function turnsIn(part: Part): number[] {
  return withKey(part, 'to').map(({ to }) => Number(to))
}

function whensIn(part: Part): When[] {
  const leaves = (when: When): When[] => ('parts' in when ? when.parts.flatMap(leaves) : [when])
  return withKey(part, 'when').flatMap(({ when }) => leaves(when as When))
}

function marksIn(part: Part): Mark[] {
  return withKey(part, 'marks').flatMap(({ marks }) => marks as Mark[])
}

function numbersIn(part: Part): number[] {
  const from = whensIn(part).flatMap((when) => (when.kind === 'from' ? when.numbers : []))
  const again = withKey(part, 'retryAt').map(({ retryAt }) => Number(retryAt))
  return [...turnsIn(part), ...from, ...again]
}
