import { describe, expect, it } from 'vitest'
import { finishedRun, games, handedIn, MORNING } from '../../../tests/class-play'
import type { Game } from '../compile'
import { backTo, type Run } from '../run'
import { chosenRuns, progressOf } from './hand-in'
import { KEPT_TEXT } from './packet'

const [game] = games as [Game]
const endings = game.scenario.steps.filter((step) => step.kind === 'ending')
const withRank = (rank: number) => endings.find((step) => step.rank === rank)?.id ?? ''
const low = withRank(Math.min(...endings.map(({ rank }) => rank)))
const high = withRank(Math.max(...endings.map(({ rank }) => rank)))
const { run } = finishedRun(game, 1)
const ended = (id: string, ending: string): Run => ({ ...run, id, ending })
const ids = (runs: readonly Run[]) => runs.map(({ id }) => id)

describe('the runs that are handed in', () => {
  it('are the first one and the best one', () => {
    const runs = [ended('a', low), ended('b', high), ended('c', low)]
    expect(ids(chosenRuns(runs, game))).toEqual(['a', 'b'])
  })

  it('are the first one alone when no other did better', () => {
    expect(ids(chosenRuns([ended('a', high), ended('b', low)], game))).toEqual(['a'])
    expect(chosenRuns([], game)).toEqual([])
  })

  it('are the latest of the equally best', () => {
    const runs = [ended('a', low), ended('b', high), ended('c', high)]
    expect(ids(chosenRuns(runs, game))).toEqual(['a', 'c'])
  })
})

describe('progress in an assignment', () => {
  const modules = [{ module: run.scenario, level: run.level, variants: [run.variant] }]

  it('counts finished runs at the level and in the variants asked for', () => {
    const runs = [
      run,
      { ...run, id: 'level', level: 'other' },
      { ...run, id: 'variant', variant: 'other' },
      { ...run, id: 'module', scenario: 'other' },
      (({ endedAt: _, ...open }) => ({ ...open, id: 'open' }))(run),
    ]
    expect(ids(progressOf({ modules }, 0, runs)[0]?.finished ?? [])).toEqual([run.id])
  })

  it('leaves out what was played before the assignment was accepted', () => {
    expect(progressOf({ modules }, MORNING + 1, [run])[0]?.finished).toEqual([])
  })
})

describe('what is handed in', () => {
  const writer = games.find((one) => one.scenario.steps.some(({ kind }) => kind === 'write'))
  const played = finishedRun(writer ?? game, 1)
  const written = played.records.filter(({ text }) => text !== undefined)
  const textsOf = (shared?: Set<string>) =>
    handedIn([played], {}, shared).runs[0]?.moves.flatMap(({ text }) => text ?? [])

  it('holds no sentence of the pupil', () => {
    expect(written.length).toBeGreaterThan(0)
    expect(textsOf()).toEqual(written.map(() => KEPT_TEXT))
  })

  it('holds the sentences that were ticked, and no other', () => {
    const ticked = `${played.run.id}/${written[0]?.step}`
    expect(textsOf(new Set([ticked]))?.[0]).toBe(written[0]?.text)
  })

  it('holds the choices that stand after a step back, with the time since the record before', () => {
    const { records } = played
    const cut = records.findIndex(({ step }) => writer?.steps.get(step)?.kind === 'decision')
    const again = [
      ...records.slice(0, cut + 1),
      { ...records[cut], ...backTo('x', cut), at: (records[cut]?.at ?? 0) + 5000 },
      ...records.slice(cut).map((record) => ({ ...record, at: record.at + 20_000 })),
    ] as typeof records
    const [sent] = handedIn([{ ...played, records: again }]).runs
    expect(sent?.moves.map(({ pick }) => pick)).toEqual(records.map(({ pick }) => pick))
    expect(sent?.moves[cut]?.seconds).toBe(15)
  })

  it('leaves out a run that its module does not allow any more', () => {
    const [first, ...rest] = played.records
    const records = [{ ...first, pick: 'gone' }, ...rest] as typeof played.records
    expect(handedIn([{ ...played, records }]).runs).toEqual([])
  })
})
