import { hash32, shuffled } from '../src/core/chance'
import type { Game, Setup } from '../src/core/compile'
import type { Booklet } from '../src/core/booklet/paper'
import { readThrough } from '../src/core/booklet/read-through'
import { ticked, type Reader } from '../src/core/booklet/reader'
import { feedbackOf, meterValue } from '../src/core/feedback'
import { move, offeredChoices, saidLines, start, stepAt, type Move } from '../src/core/play'
import type { Line } from '../src/core/scenario'

/** What somebody read, from paragraph 1 to an ending. */
export interface Walk {
  numbers: number[]
  /** The step of the ending. */
  ending: string
  /** Where paper and machine did not say the same; empty when they agree. */
  faults: string[]
}

/** Asked at each answer: how many are open, and whether each is the best there. */
export type Pick = (count: number, isBest?: (index: number) => boolean) => number

/**
 * Reads a booklet as a pupil does, with nothing but its numbers, its printed conditions and a pencil; the same
 * answers are given to the machine, and both are compared at each answer.
 */
export function walk(game: Game, setup: Setup, booklet: Booklet, choose: Pick): Walk {
  const machine = machineOf(game, setup)
  const faults: string[] = []
  let read: string[] = []

  const check = (number: number, what: string, paper: unknown, app: unknown) => {
    const [one, other] = [JSON.stringify(paper), JSON.stringify(app)]
    if (one !== other) faults.push(`${number}, ${what}: ${one} is not ${other}`)
  }
  /** The paper asks for an answer: the machine must stand at the same step, having told the same. */
  const meet = (reader: Reader) => {
    machine.advance()
    check(reader.number, 'lines', read, machine.told())
    check(reader.number, 'sheet', sheetOf(game, reader), machine.sheet(booklet))
    read = []
  }

  const { numbers, ending, reader } = readThrough(booklet, {
    hear: ({ text }) => read.push(text),
    choose(open, part, at) {
      meet(at)
      const byName = (ids: string[]) => ids.sort()
      const ids = open.map(({ id }) => id)
      check(at.number, 'step', part.step, machine.step())
      check(at.number, 'choices', byName([...ids]), byName(machine.offered()))
      const best = machine.best()
      const chosen = open[choose(open.length, (index) => best.includes(ids[index] ?? ''))]
      if (!chosen) throw new Error(`No choice is open at paragraph ${at.number}.`)
      machine.make(chosen.id)
      return chosen
    },
    pick({ options, least, most }, at) {
      meet(at)
      const count = least + choose(most - least + 1)
      const ids = shuffled(options, choose(1000), 'pick').map(({ id }) => id)
      machine.makePicked(ids.slice(0, count))
      return ids.slice(0, count)
    },
    order({ items }, at) {
      meet(at)
      const ids = choose(2) ? machine.rightOrder() : items.map(({ id }) => id)
      machine.make(ids.join('>'))
      return ids.map((id) => items.find((item) => item.id === id)?.letter ?? '')
    },
    write(_, at) {
      meet(at)
      const isWritten = choose(3) > 0
      machine.make(isWritten ? 'written' : 'next')
      return isWritten
    },
    enter(_, at) {
      meet(at)
      const way = (['full', 'short', 'skip'] as const)[choose(3)] ?? 'full'
      machine.make(way)
      return way
    },
  })
  meet(reader)
  check(reader.number, 'ending', ending.step, machine.ending())
  return { numbers, ending: ending.step, faults }
}

/** The machine, told what was decided on paper. */
function machineOf(game: Game, setup: Setup) {
  let snapshot = start(game, setup)
  let heard: Line[] = []
  const arrive = () => {
    const step = stepAt(game, snapshot)
    if ('lines' in step) heard.push(...saidLines(game, snapshot.context, step.lines))
    if (step.kind === 'model')
      heard.push(...saidLines(game, snapshot.context, [...step.poor.lines, ...step.good.lines]))
  }
  arrive()

  function make(pick: string): void {
    const made: Move = { step: stepAt(game, snapshot).id, pick }
    if (pick === 'written') made.text = 'my words'
    const next = move(game, snapshot, made)
    if (!next) throw new Error(`The machine refuses ${JSON.stringify(made)}.`)
    heard.push(...(feedbackOf(game, snapshot, made, next)?.reaction ?? []))
    snapshot = next
    arrive()
  }

  return {
    make,
    advance() {
      while (['lines', 'say', 'model'].includes(stepAt(game, snapshot).kind)) make('next')
    },
    told() {
      const texts = heard.map(({ text }) => text)
      heard = []
      return texts
    },
    step: () => stepAt(game, snapshot).id,
    offered() {
      const step = stepAt(game, snapshot)
      return step.kind === 'decision'
        ? offeredChoices(game, snapshot, step).map(({ id }) => id)
        : []
    },
    best() {
      const step = stepAt(game, snapshot)
      if (step.kind !== 'decision') return []
      return step.choices.filter(({ quality }) => quality === 'best').map(({ id }) => id)
    },
    rightOrder() {
      const step = stepAt(game, snapshot)
      return step.kind === 'order' ? step.items.map(({ id }) => id) : []
    },
    /** As the app records it: in the order of the file. */
    makePicked(ids: readonly string[]) {
      const step = stepAt(game, snapshot)
      const options = step.kind === 'pick' ? step.options : []
      make(
        options
          .map(({ id }) => id)
          .filter((id) => ids.includes(id))
          .join('+'),
      )
    },
    ending: () => (snapshot.status === 'done' ? stepAt(game, snapshot).id : 'none yet'),
    sheet({ sheet }: Booklet) {
      const { meters } = game.scenario
      return {
        meters: meters.map((meter) => [meter.id, meterValue(meter, snapshot.context)]),
        texts: sheet.blanks.map(({ id }) => Boolean(snapshot.context.texts[id])),
      }
    },
  }
}

function sheetOf({ scenario }: Game, reader: Reader) {
  return {
    meters: scenario.meters.map((meter) => [
      meter.id,
      meter.kind === 'gauge' ? reader.tracks.get(meter.id) : ticked(reader, meter.id),
    ]),
    texts: reader.booklet.sheet.blanks.map(({ number }) => reader.blanks.has(number)),
  }
}

/** Answers that depend on a number only: most of them the best when `luck` is near 100. */
export function answersOf(seed: number, luck: number): Pick {
  let turn = 0
  return (count, isBest) => {
    turn += 1
    const wanted = hash32(seed, 'luck', turn) % 100 < luck
    const at = hash32(seed, 'at', turn) % count
    for (let shift = 0; isBest && shift < count; shift++)
      if (isBest((at + shift) % count) === wanted) return (at + shift) % count
    return at
  }
}
