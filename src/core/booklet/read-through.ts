import type { Line } from '../scenario'
import type { Booklet, PaperChoice, Part } from './paper'
import { doMarks, holds, openBooklet, paragraphOf, turnTo, wayOn, type Reader } from './reader'

type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>

/** The person who holds the booklet: what they answer, and what they hear. */
export interface Person {
  hear?: (line: Line) => void
  choose: (open: readonly PaperChoice[], part: PartOf<'choices'>, reader: Reader) => PaperChoice
  /** @returns the names of the options taken */
  pick: (part: PartOf<'pick'>, reader: Reader) => readonly string[]
  /** @returns the letters, in the order given */
  order: (part: PartOf<'order'>, reader: Reader) => readonly string[]
  /** @returns whether something is written */
  write: (part: PartOf<'write'>, reader: Reader) => boolean
  enter: (part: PartOf<'sensitive'>, reader: Reader) => 'full' | 'short' | 'skip'
}

/** A booklet read from paragraph 1 to an ending. */
export interface Reading {
  numbers: number[]
  ending: PartOf<'ending'>
  reader: Reader
}

/** No story is longer: a reader who turns more pages goes round in a circle. */
const MOST_TURNS = 1000

/**
 * Reads a booklet as its rules say: marks and lines in order, conditions by the sheet alone, then the number
 * that the answer gives. @throws when it sends nowhere or never ends
 */
export function readThrough(booklet: Booklet, person: Person): Reading {
  const reader = openBooklet(booklet)
  const numbers: number[] = []
  /** What the last gesture left on the page: names ticked, or letters in order. */
  let pencil: readonly string[] = []

  while (numbers.length < MOST_TURNS) {
    numbers.push(reader.number)
    for (const part of paragraphOf(reader).parts) {
      if (part.kind === 'ending') return { numbers, ending: part, reader }
      readPart(part)
    }
  }
  throw new Error('The booklet never ends.')

  function readPart(part: Part): void {
    switch (part.kind) {
      case 'marks':
        return doMarks(reader, part.marks)
      case 'lines':
        return hear(part.lines)
      case 'model':
        return part.sides.forEach(({ lines }) => hear(lines))
      case 'choices': {
        const open = part.choices.filter(({ when }) => holds(reader, when))
        return turnTo(reader, person.choose(open, part, reader))
      }
      case 'pick':
        pencil = person.pick(part, reader)
        return turnTo(reader, { marks: [], to: part.to })
      case 'picked':
        for (const { id, marks } of part.options) if (pencil.includes(id)) doMarks(reader, marks)
        return
      case 'order':
        pencil = person.order(part, reader)
        return turnTo(reader, { marks: [], to: part.to })
      case 'ordered':
        if (part.letters.join() === pencil.join()) doMarks(reader, part.marks)
        return
      case 'write': {
        const isWritten = person.write(part, reader)
        if (isWritten) reader.blanks.set(part.blank, '…')
        return turnTo(reader, isWritten ? part.written : part.skipped)
      }
      case 'sensitive':
        return turnTo(reader, part[person.enter(part, reader)])
      case 'fork':
        return turnTo(reader, wayOn(reader, part))
      case 'go':
        return turnTo(reader, part.turn)
      case 'said':
      case 'note':
      case 'say':
      case 'ending':
    }
  }

  function hear(lines: PartOf<'lines'>['lines']): void {
    for (const { line, when } of lines) if (holds(reader, when)) person.hear?.(line)
  }
}
