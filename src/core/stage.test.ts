import { describe, expect, it } from 'vitest'
import { smallModule } from '../../tests/modules'
import type { Line } from './scenario'
import { layersOf, onStageAfter, shownMeters, turnsOf } from './stage'

const scenario = smallModule([])
const [first, second] = scenario.cast.map(({ id }) => id)
const line = (by = '', text = 'Bonjour.', mood?: Line['mood']): Line => ({
  by,
  text,
  ...(mood ? { mood } : {}),
})

describe('what is said', () => {
  it('is one turn for all that somebody says in a row', () => {
    const lines = [line('narrator', 'Lundi.'), line(first, 'Un.'), line(first, 'Deux.'), line('me')]
    const turns = turnsOf(lines, scenario)
    expect(turns.map(({ by, texts }) => [by, texts])).toEqual([
      ['narrator', ['Lundi.']],
      [first, ['Un.', 'Deux.']],
      ['me', ['Bonjour.']],
    ])
    expect(turns.map(({ who }) => who?.id)).toEqual([undefined, first, undefined])
  })
})

describe('the stage', () => {
  const there = { id: first ?? '', mood: 'smile' as const }

  it('has the last person who spoke, with the face of what they said', () => {
    const lines = [line(first), line(second, 'Ah.', 'concerned'), line('me')]
    expect(onStageAfter(there, lines, scenario, false)).toEqual({ id: second, mood: 'concerned' })
  })

  it('keeps them while the learner or the coach speaks of what they said', () => {
    expect(onStageAfter(there, [line('me')], scenario, true)).toBe(there)
    expect(onStageAfter(there, [], scenario, false)).toBe(there)
  })

  it('is empty in a new scene where nobody is', () => {
    expect(onStageAfter(there, [line('narrator')], scenario, false)).toBeUndefined()
  })

  it('draws a person from the back to the front, calm when a face was not drawn', () => {
    const art = {
      people: { [there.id]: { under: [['g', { a: '1' }]], over: [['g', { a: '3' }]] } },
      faces: { calm: [['g', { a: '2' }]] },
    }
    const layers = layersOf(art as Parameters<typeof layersOf>[0], there)
    expect(layers.flat().map(([, { a }]) => a)).toEqual(['1', '2', '3'])
    expect(layersOf(undefined, there)).toEqual([])
  })
})

describe('meters', () => {
  it('are shown at a decision, but not in a sensitive scene nor at a first try', () => {
    const decision = { id: 'd', kind: 'decision' as const, choices: [], lines: [] }
    expect(shownMeters(scenario, decision)).toHaveLength(2)
    expect(shownMeters(scenario, { ...decision, sensitive: true })).toEqual([])
    expect(shownMeters(scenario, { ...decision, cold: true })).toEqual([])
  })
})
