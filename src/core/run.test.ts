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
