import { hash32, shuffled } from '../src/core/chance'
import type { Game, Setup } from '../src/core/compile'
import type { Booklet, Part } from '../src/core/booklet/paper'
import {
  doMarks,
  holds,
  openBooklet,
  paragraphOf,
  ticked,
  turnTo,
  wayOn,
  type Reader,
} from '../src/core/booklet/reader'
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

const LONGEST = 400

/**
 * Reads a booklet as a pupil does, with nothing but its numbers, its printed conditions and a pencil; the same
 * answers are given to the machine, and both are compared at each answer.
 */
export function walk(game: Game, setup: Setup, booklet: Booklet, choose: Pick): Walk {
  const reader = openBooklet(booklet)
  const machine = machineOf(game, setup)
  const faults: string[] = []
  const numbers: number[] = []
  let read: Line[] = []
  /** What was ticked or ordered in the last gesture: the pencil keeps it. */
  let pencil: string[] = []

  const check = (what: string, paper: unknown, app: unknown) => {
    const [one, other] = [JSON.stringify(paper), JSON.stringify(app)]
    if (one !== other) faults.push(`${reader.number}, ${what}: ${one} is not ${other}`)
  }
  /** The paper asks for an answer: the machine must stand at the same step, having told the same. */
  const meet = () => {
    machine.advance()
    check(
      'lines',
      read.map(({ text }) => text),
      machine.told().map(({ text }) => text),
    )
    check('sheet', sheetOf(game, reader), machine.sheet(booklet))
    read = []
  }

  for (let turns = 0; turns < LONGEST; turns++) {
    const { number, parts } = paragraphOf(reader)
    numbers.push(number)
    for (const part of parts) {
      if (part.kind === 'marks') doMarks(reader, part.marks)
      else if (part.kind === 'lines') hear(part.lines)
      else if (part.kind === 'model') part.sides.forEach(({ lines }) => hear(lines))
      else if (part.kind === 'picked')
        part.options.forEach(({ id, marks }) => pencil.includes(id) && doMarks(reader, marks))
      else if (part.kind === 'ordered') {
        if (part.letters.join() === pencil.join()) doMarks(reader, part.marks)
      } else if (part.kind === 'ending') {
        meet()
        check('ending', part.step, machine.ending())
        return { numbers, ending: part.step, faults }
      } else if (part.kind === 'go') turnTo(reader, part.turn)
      else if (part.kind === 'fork') turnTo(reader, wayOn(reader, part))
      else answer(part)
    }
    if (faults.length) break
  }
  return { numbers, ending: '', faults: faults.length ? faults : ['The story never ends.'] }

  function hear(lines: Extract<Part, { kind: 'lines' }>['lines']): void {
    read.push(...lines.filter(({ when }) => holds(reader, when)).map(({ line }) => line))
  }

  function answer(part: Part): void {
    if (part.kind === 'choices') {
      meet()
      const open = part.choices.filter(({ when }) => holds(reader, when))
      const byName = (ids: string[]) => ids.sort()
      check('choices', byName(open.map(({ id }) => id)), byName(machine.offered()))
      const best = new Set(machine.best())
      const chosen = open[choose(open.length, (index) => best.has(open[index]?.id ?? ''))]
      if (!chosen) return void faults.push(`${reader.number}: no choice is open`)
      machine.make(chosen.id)
      turnTo(reader, chosen)
    } else if (part.kind === 'pick') {
      meet()
      const count = part.least + choose(part.most - part.least + 1)
      pencil = shuffled(part.options, choose(1000), 'pick')
        .slice(0, count)
        .map(({ id }) => id)
      machine.makePicked(pencil)
      turnTo(reader, { marks: [], to: part.to })
    } else if (part.kind === 'order') {
      meet()
      const items = choose(2) ? machine.rightOrder() : part.items.map(({ id }) => id)
      pencil = items.map((id) => part.items.find((item) => item.id === id)?.letter ?? '')
      machine.make(items.join('>'))
      turnTo(reader, { marks: [], to: part.to })
    } else if (part.kind === 'write') {
      meet()
      const isWritten = choose(3) > 0
      if (isWritten) reader.blanks.set(part.blank, 'my words')
      machine.make(isWritten ? 'written' : 'next')
      turnTo(reader, isWritten ? part.written : part.skipped)
    } else if (part.kind === 'sensitive') {
      meet()
      const way = (['full', 'short', 'skip'] as const)[choose(3)] ?? 'full'
      machine.make(way)
      turnTo(reader, part[way])
    }
  }
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
      const lines = heard
      heard = []
      return lines
    },
    offered() {
      const step = stepAt(game, snapshot)
      return step.kind === 'decision'
        ? offeredChoices(game, snapshot, step).map(({ id }) => id)
        : [step.id]
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
