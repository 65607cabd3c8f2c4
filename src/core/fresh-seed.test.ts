import { describe, expect, it } from 'vitest'
import { moduleOf } from '../../tests/modules'
import { hash32 } from './chance'
import { compile, type Setup } from './compile'
import { playWith, randomBot } from './rubric/bots'
import { freshSeed, lotOf } from './fresh-seed'

const interview = moduleOf('mon-entretien')
const seedsOf = (salt: number) => Array.from({ length: 16 }, (_, i) => hash32(salt, 'seed', i))

/** Plays the module again and again as the app does, on fresh seeds. */
function plays(count: number, salt: number): Setup[] {
  const made: Setup[] = []
  while (made.length < count) {
    const seed = freshSeed(interview, 'n1', made, seedsOf(salt + made.length)) ?? 0
    made.push({ level: 'n1', variant: lotOf(interview, { level: 'n1', seed }).variant, seed })
  }
  return made
}

describe('a fresh seed', () => {
  it('gives nine interviews in a row that are never the same', () => {
    for (let salt = 0; salt < 50; salt++) {
      const interviews = plays(9, salt * 100).map((setup) => {
        const { variant, drawn } = lotOf(interview, setup, setup.variant)
        return [variant, ...[...drawn].sort()].join(' ')
      })
      expect(new Set(interviews).size).toBe(9)
    }
  })

  it('brings the other variant and other questions right after a play', () => {
    for (let salt = 0; salt < 50; salt++) {
      const [first, second] = plays(2, salt * 100).map((setup) =>
        lotOf(interview, setup, setup.variant),
      )
      expect(second?.variant).not.toBe(first?.variant)
      expect([...(second?.drawn ?? [])].filter((id) => first?.drawn.has(id)).length).toBeLessThan(3)
    }
  })

  it('is the first one when nothing was played yet', () => {
    expect(freshSeed(interview, 'n1', [], [7, 8, 9])).toBe(7)
    expect(freshSeed(interview, 'n1', [], [])).toBeUndefined()
  })

  it('tells beforehand which steps a play will draw', () => {
    const game = compile(interview)
    for (let seed = 0; seed < 20; seed++) {
      const { drawn } = lotOf(interview, { level: 'n2', seed })
      const pool = interview.steps.flatMap((step) => (step.kind === 'draw' ? step.from : []))
      const met: string[] = []
      playWith(game, { level: 'n2', variant: 'soir', seed }, randomBot(seed), ({ id }) => {
        if (pool.includes(id)) met.push(id)
      })
      expect([...drawn]).toEqual(met)
    }
  })
})
