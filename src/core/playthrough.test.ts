import { describe, expect, it } from 'vitest'
import { decision, ending, smallModule } from '../../tests/modules'
import { compile } from './compile'
import { endingsLeft, playDifferences, type Playthrough } from './playthrough'
import type { Step } from './scenario'

const lines = (id: string, to: string): Step => ({ id, kind: 'lines', lines: [], to })
const game = compile(
  smallModule([
    lines('first', 'd'),
    decision('d', 'e', { yes: {}, no: { to: 'other' } }),
    decision('e', 'end', { go: {} }),
    ending(),
    ending('other'),
  ]),
)

const play = (picks: string[], parts: Partial<Playthrough> = {}): Playthrough => ({
  name: 'A play',
  level: 'n1',
  variant: 'calme',
  seed: 1,
  picks,
  ending: 'end',
  ...parts,
})
const differences = (...args: Parameters<typeof play>) => playDifferences(game, play(...args))

describe('a written playthrough', () => {
  it('holds when its picks lead to its ending, steps to read passing by themselves', () => {
    expect(differences(['d:yes', 'e:go'])).toEqual([])
  })

  it('says where it stands when a pick is impossible, and what is open', () => {
    expect(differences(['d:perhaps'])).toEqual([
      {
        code: 'impossible-pick',
        params: { pick: 'd:perhaps', at: 'd', open: expect.stringMatching(/yes/) as string },
      },
    ])
  })

  it('says that picks are missing, or left', () => {
    expect(differences(['d:yes'])[0]?.code).toBe('picks-missing')
    expect(differences(['d:no', 'e:go'])[0]).toEqual({
      code: 'picks-left',
      params: { ending: 'other', picks: 'e:go' },
    })
  })

  it('says which other ending came out', () => {
    expect(differences(['d:no'])).toEqual([
      { code: 'other-ending', params: { ending: 'other', expected: 'end' } },
    ])
  })

  it('is refused outside the levels of its variant', () => {
    expect(differences([], { level: 'n1', variant: 'presse' })[0]?.code).toBe(
      'variant-not-in-level',
    )
    expect(differences([], { level: 'n9' })[0]?.code).toBe('unknown-level')
    expect(differences([], { variant: 'vide' })[0]?.code).toBe('unknown-variant')
  })

  it('leaves endings uncovered until one promises them', () => {
    expect(endingsLeft(game, [{ ending: 'end' }])).toEqual(['other'])
  })
})
