import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anyBytes,
  endedPlay,
  finishedRun,
  games,
  handedIn,
  MORNING,
} from '../../../tests/class-play'
import { compile, type Game } from '../compile'
import { packResult, unpackResult } from './packet'
import type { Result } from './result'
import { sendable } from './sendable'

const [game] = games as [Game]

/** The same module one version later, with other texts, names or roads. */
function later(change: (text: string) => string): Game[] {
  const text = change(JSON.stringify(game.scenario))
  return [compile({ ...(JSON.parse(text) as Game['scenario']), version: '9.0.0' })]
}

describe('a packet', () => {
  it('gives back any play of any module as it was', () => {
    fc.assert(
      fc.property(endedPlay, fc.nat(40), ({ game: one, setup, moves, ending }, attempt) => {
        const sent = moves.map((made) =>
          made.text === undefined ? made : { ...made, text: sendable(made.text) },
        )
        const { id: module, version } = one.scenario
        const run = { module, version, ...setup, attempt, startedAt: MORNING, moves: sent, ending }
        const result: Result = {
          assignment: 'a1b2c3d4e5f6',
          member: '0123456789',
          name: 'Loutre 3',
          sentAt: MORNING + 600_000,
          plays: { [module]: attempt },
          runs: [run],
        }
        expect(unpackResult(packResult(result, [one]), [one])).toEqual({ result })
      }),
      { numRuns: 200 },
    )
  })

  it('keeps about how long each choice took', () => {
    const result = handedIn([finishedRun(game, 3)])
    const read = unpackResult(packResult(result, games), games)
    const times = 'result' in read ? read.result.runs[0]?.moves.map(({ seconds }) => seconds) : []
    expect(times?.filter((time) => time !== undefined).every((time) => time === 9)).toBe(true)
  })

  it('made on a module whose texts alone changed since is read', () => {
    const body = packResult(handedIn([finishedRun(game, 3)]), games)
    const retold = later((text) => text.replaceAll('"text":"', '"text":"Plus tard : '))
    expect(unpackResult(body, retold)).toHaveProperty('result')
  })

  it('made on a module of which that road changed is refused, with both versions', () => {
    const played = finishedRun(game, 3)
    const body = packResult(handedIn([played]), games)
    const decided = played.records.find(({ step }) => game.steps.get(step)?.kind === 'decision')
    const renamed = later((text) =>
      text.replaceAll(`"${decided?.step}"`, `"${decided?.step}_renamed"`),
    )
    expect(unpackResult(body, renamed)).toEqual({
      trouble: 'other-version',
      module: game.scenario.id,
      version: game.scenario.version,
      here: '9.0.0',
    })
  })

  it('with a road that the machine does not allow is refused', () => {
    const result = handedIn([finishedRun(game, 3)])
    const body = packResult(result, games)
    let refused = 0
    for (let at = 41; at < body.length; at++) {
      const changed = body.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x20
      const read = unpackResult(changed, games)
      if ('trouble' in read) refused += 1
      else expect(read.result.runs).toHaveLength(1)
    }
    expect(refused).toBe(body.length - 41)
  })

  it('of a module that is not here says so', () => {
    const body = packResult(handedIn([finishedRun(game, 3)]), games)
    expect(unpackResult(body, [])).toEqual({ trouble: 'unknown-module' })
  })

  it('made of any bytes is refused without an exception', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(unpackResult(bytes, games)).toHaveProperty('trouble')
      }),
      { numRuns: 1000 },
    )
  })

  it('with sound bytes after its end is refused', () => {
    const body = packResult(handedIn([finishedRun(game, 3)]), games)
    expect(unpackResult(Uint8Array.of(...body, 0), games)).toEqual({ trouble: 'wrong' })
  })
})
