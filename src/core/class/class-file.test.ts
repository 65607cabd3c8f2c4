import { describe, expect, it } from 'vitest'
import { finishedRun, games, handedIn, MORNING } from '../../../tests/class-play'
import { classFile, readClassFile, type WholeClass } from './class-file'

const school = 'c'.repeat(32)
const key = { publicKey: 'a'.repeat(64), seed: 'b'.repeat(32), createdAt: MORNING }
const result = handedIn([finishedRun(games[0]!, 1)])
const whole: WholeClass = {
  school: { id: school, name: '2de pro', size: 24, createdAt: MORNING, eraseOn: '2027-07-31' },
  given: [
    {
      id: result.assignment,
      class: school,
      at: MORNING,
      assignment: {
        id: result.assignment,
        title: '',
        word: '',
        modules: [{ module: games[0]!.scenario.id, variants: [] }],
        stepBack: true,
        key: key.publicKey,
      },
    },
  ],
  results: [
    {
      assignment: result.assignment,
      member: result.member,
      class: school,
      receivedAt: MORNING,
      result,
    },
  ],
  together: [],
}

describe('the file of a class', () => {
  it('gives back the class as it was, with the keys its assignments need and no other', () => {
    const text = classFile(whole, [key, { ...key, publicKey: 'd'.repeat(64) }])
    expect(readClassFile(text)).toEqual({ whole, keys: [key] })
  })

  it('brings nothing into another class', () => {
    const stray = { ...whole.results[0]!, class: 'e'.repeat(32) }
    const read = readClassFile(classFile({ ...whole, results: [stray] }, []))
    expect(read).toMatchObject({ whole: { results: [] } })
  })

  it('of a later format is told from a wrong one', () => {
    const text = classFile(whole, [])
    expect(readClassFile(text.replace('"format":1', '"format":2'))).toEqual({ trouble: 'newer' })
  })

  it.each([
    ['cut', (text: string) => text.slice(0, -5)],
    ['not a class', () => '{"kind":"other","format":1}'],
    [
      'with a name it must not have',
      (text: string) => text.replace('"school":', '"more":1,"school":'),
    ],
    [
      'with a pick that is no name',
      (text: string) => text.replace(/"pick":"\w+"/, '"pick":"<img>"'),
    ],
  ])('%s is refused whole', (_, damage) => {
    expect(readClassFile(damage(classFile(whole, [])))).toEqual({ trouble: 'wrong' })
  })
})
