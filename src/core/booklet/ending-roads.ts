import { hash32 } from '../chance'
import type { Game } from '../compile'
import { replay, type Move } from '../play'
import type { Step } from '../scenario'
import type { Booklet, Part } from './paper'
import { readThrough } from './read-through'

/** A way to an ending: the letter to choose at each decision. */
export interface EndingRoad {
  number: number
  ending: Extract<Part, { kind: 'ending' }>
  /** Undefined when no reading found it, or when the machine does not end there too: no road is better than a wrong one. */
  road: { number: number; letter: string }[] | undefined
}

/** Readings tried before an ending is given up. */
const READINGS = 600

/** For the teacher: each ending of a booklet, and the shortest of the roads found to it. Same booklet, same roads. */
export function endingRoads(booklet: Booklet, game: Game): EndingRoad[] {
  const quality = new Map(
    game.scenario.steps.flatMap((step) =>
      step.kind === 'decision'
        ? step.choices.map((choice) => [`${step.id}/${choice.id}`, choice.quality] as const)
        : [],
    ),
  )
  const endings = booklet.paragraphs.flatMap(({ number, parts }) =>
    parts.flatMap((part) => (part.kind === 'ending' ? [{ number, ending: part }] : [])),
  )
  const roads = new Map<string, { road: { number: number; letter: string }[]; picks: string[] }>()
  for (let reading = 0; reading < READINGS; reading++) {
    const road: { number: number; letter: string }[] = []
    const picks: string[] = []
    const answered = (pick: string) => void picks.push(pick)
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
        answered(choice.id)
        return choice
      },
      pick({ options, least }) {
        const ids = options.slice(0, least).map(({ id }) => id)
        answered(ids.join('+'))
        return ids
      },
      order({ items, to }) {
        const letters = rightOrder(booklet, to)
        const ids = letters.map((one) => items.find(({ letter }) => letter === one)?.id)
        answered(ids.join('>'))
        return letters
      },
      write() {
        answered('written')
        return true
      },
      enter() {
        answered('full')
        return 'full'
      },
    })
    const known = roads.get(ending.step)
    if (!known || road.length < known.road.length) roads.set(ending.step, { road, picks })
  }
  const sure = (step: string) => {
    const found = roads.get(step)
    return found && endingOf(game, booklet, found.picks) === step ? found.road : undefined
  }
  return endings
    .map(({ number, ending }) => ({ number, ending, road: sure(ending.step) }))
    .sort((one, other) => other.ending.rank - one.ending.rank)
}

/** The letters of a right order, read on the page that gives it. */
function rightOrder({ paragraphs }: Booklet, answer: number): string[] {
  const parts = paragraphs[answer - 1]?.parts ?? []
  return parts.flatMap((part) => (part.kind === 'ordered' ? part.letters : []))
}

/** The ending that the machine gives for the same answers; undefined when it refuses one. */
function endingOf(game: Game, booklet: Booklet, picks: readonly string[]): string | undefined {
  const { level, variant, seed } = booklet
  const setup = { level: level.id, variant: variant.id, seed }
  const moves: Move[] = []
  /** Makes a move, then reads on to the next answer. @returns the step that waits for it */
  const stepAfter = (made?: Move): Step | undefined => {
    if (made) moves.push(made)
    const { snapshot, played } = replay(game, setup, moves)
    const step = game.steps.get(String(snapshot.value))
    if (!step || played < moves.length) return undefined
    const isRead = step.kind === 'lines' || step.kind === 'say' || step.kind === 'model'
    return isRead ? stepAfter({ step: step.id, pick: 'next' }) : step
  }
  let at = stepAfter()
  for (const pick of picks) at = at && stepAfter({ step: at.id, pick, text: '…' })
  return at?.id
}
