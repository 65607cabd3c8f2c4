import { hash32 } from '../chance'
import type { Scenario } from '../scenario'
import type { Booklet, Part } from './paper'
import { readThrough } from './read-through'

/** A way to an ending: the letter to choose at each decision. */
export interface EndingRoad {
  number: number
  ending: Extract<Part, { kind: 'ending' }>
  /** Undefined when no reading found it. */
  road: { number: number; letter: string }[] | undefined
}

/** Readings tried before an ending is given up. */
const READINGS = 600

/** For the teacher: each ending of a booklet, and the shortest of the roads found to it. Same booklet, same roads. */
export function endingRoads(booklet: Booklet, scenario: Scenario): EndingRoad[] {
  const quality = new Map(
    scenario.steps.flatMap((step) =>
      step.kind === 'decision'
        ? step.choices.map((choice) => [`${step.id}/${choice.id}`, choice.quality] as const)
        : [],
    ),
  )
  const endings = booklet.paragraphs.flatMap(({ number, parts }) =>
    parts.flatMap((part) => (part.kind === 'ending' ? [{ number, ending: part }] : [])),
  )
  const roads = new Map<string, { number: number; letter: string }[]>()
  for (let reading = 0; reading < READINGS; reading++) {
    const road: { number: number; letter: string }[] = []
    const luck = (reading * 37) % 101
    const chance = (most: number, what: string) => hash32(reading, what, road.length) % most
    const { ending } = readThrough(booklet, {
      choose(open, { step }, { number }) {
        const wanted = open.filter(
          ({ id }) => (quality.get(`${step}/${id}`) === 'best') === chance(100, 'luck') < luck,
        )
        const from = wanted.length ? wanted : open
        const choice = from[chance(from.length, 'choice')]
        if (!choice) throw new Error(`No choice is open at paragraph ${number}.`)
        road.push({ number, letter: choice.letter })
        return choice
      },
      pick: ({ options, least }) => options.slice(0, least).map(({ id }) => id),
      order: ({ to }) => rightOrder(booklet, to),
      write: () => true,
      enter: () => 'full',
    })
    const known = roads.get(ending.step)
    if (!known || road.length < known.length) roads.set(ending.step, road)
  }
  return endings
    .map(({ number, ending }) => ({ number, ending, road: roads.get(ending.step) }))
    .sort((one, other) => other.ending.rank - one.ending.rank)
}

/** The letters of a right order, read on the page that gives it. */
function rightOrder({ paragraphs }: Booklet, answer: number): string[] {
  const parts = paragraphs[answer - 1]?.parts ?? []
  return parts.flatMap((part) => (part.kind === 'ordered' ? part.letters : []))
}
