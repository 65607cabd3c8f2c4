import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legalPlay } from '../../tests/legal-play'
import type { Move } from './play'
import { replay } from './play'
import { backTo, movesOf } from './run'

const made = (pick: string): Move => ({ step: pick, pick })

/** Records as a learner leaves them: moves, and now and then a step back to an earlier moment. */
const history = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.string() }, { weight: 1, arbitrary: fc.nat(20) }))
  .map((gestures) => {
    const standing: Move[] = []
    const records: Move[] = []
    for (const gesture of gestures)
      if (typeof gesture === 'number') {
        const count = Math.min(gesture, standing.length)
        records.push(backTo('here', count))
        standing.length = count
      } else {
        const one = made(`m${gesture}`)
        records.push(one)
        standing.push(one)
      }
    return { records, standing }
  })

describe('the moves that stand', () => {
  it('are all of them when nobody stepped back', () => {
    expect(movesOf([made('a'), made('b')])).toEqual([made('a'), made('b')])
  })

  it('leave out what a step back undid, and keep what came after', () => {
    const records = [made('a'), made('b'), made('c'), backTo('d', 1), made('e')]
    expect(movesOf(records)).toEqual([made('a'), made('e')])
  })

  it('are undone by a step back only: words that look like one are words', () => {
    for (const pick of ['a<0', '<0a', '<', '<-1', ' <0'])
      expect(movesOf([made('a'), made(pick)])).toEqual([made('a'), made(pick)])
  })

  it('are undone also from far along', () => {
    const road = Array.from({ length: 15 }, (_, index) => made(`m${index}`))
    expect(movesOf([...road, backTo('d', 12)])).toEqual(road.slice(0, 12))
  })

  it('have no text where none was given, not even an empty place for it', () => {
    expect(movesOf([made('a')])).toStrictEqual([made('a')])
  })

  it('are right after any number of steps back', () => {
    fc.assert(
      fc.property(history, ({ records, standing }) => {
        expect(movesOf(records)).toEqual(standing)
      }),
    )
  })

  it('hold the move alone: step, pick, and the text when there is one', () => {
    const record = { ...made('a'), text: '', run: 'r', seq: 0, at: 1, hash: 'h' }
    expect(movesOf([record])).toEqual([{ step: 'a', pick: 'a', text: '' }])
  })

  it('take a play back to the very moment it left', () => {
    fc.assert(
      fc.property(legalPlay, fc.nat(), ({ game, setup, moves }, number) => {
        const count = number % (moves.length + 1)
        const records = [...moves, backTo('here', count)]
        const { snapshot } = replay(game, setup, movesOf(records))
        expect(snapshot.context).toEqual(
          replay(game, setup, moves.slice(0, count)).snapshot.context,
        )
      }),
    )
  })
})
