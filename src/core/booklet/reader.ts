import type { Booklet, Mark, Paragraph, Part, Turn, When } from './paper'

/** What lies before a reader: the open paragraph, the sheet and the pencil. Nothing else is known to them. */
export interface Reader {
  booklet: Booklet
  number: number
  /** The number read before; 0 at the start. */
  from: number
  tracks: Map<string, number>
  ticks: Set<string>
  words: Set<string>
  blanks: Map<number, string>
}

/** A reader at paragraph 1, with a fresh sheet. */
export function openBooklet(booklet: Booklet): Reader {
  const { tracks, words } = booklet.sheet
  return {
    booklet,
    number: 1,
    from: 0,
    tracks: new Map(tracks.map(({ id, start }) => [id, start])),
    ticks: new Set(),
    words: new Set(words.flatMap(({ word, circled }) => (circled ? [word] : []))),
    blanks: new Map(),
  }
}

/** The paragraph that carries the reader's number. @throws when the booklet sends nowhere */
export function paragraphOf({ booklet, number }: Reader): Paragraph {
  const paragraph = booklet.paragraphs[number - 1]
  if (!paragraph) throw new Error(`The booklet has no paragraph ${number}.`)
  return paragraph
}

/** Does what is asked with the pencil. */
export function doMarks(reader: Reader, marks: readonly Mark[]): void {
  for (const mark of marks) {
    if (mark.kind === 'word') change(reader.words, mark.word, mark.on)
    else if (mark.kind === 'tick') change(reader.ticks, mark.flag, mark.on)
    else if (mark.kind === 'blank') reader.blanks.set(mark.blank, mark.text)
    else {
      const track = reader.booklet.sheet.tracks.find(({ id }) => id === mark.track)
      if (!track) throw new Error(`The sheet has no track ${mark.track}.`)
      const now = reader.tracks.get(track.id) ?? track.start
      const at = mark.kind === 'put' ? mark.at : now + mark.by
      reader.tracks.set(track.id, Math.min(track.max, Math.max(track.min, at)))
    }
  }
}

/** Whether a printed condition holds, by the sheet alone. */
export function holds(reader: Reader, when: When | undefined): boolean {
  if (!when) return true
  switch (when.kind) {
    case 'word':
      return reader.words.has(when.word) === when.yes
    case 'tick':
      return reader.ticks.has(when.flag) === when.yes
    case 'blank':
      return reader.blanks.has(when.blank) === when.yes
    case 'from':
      return when.numbers.includes(reader.from)
    case 'all':
      return when.parts.every((part) => holds(reader, part))
    case 'any':
      return when.parts.some((part) => holds(reader, part))
    default: {
      const { least = -Infinity, most = Infinity, not } = when
      const value =
        when.kind === 'track' ? reader.tracks.get(when.track) : ticked(reader, when.meter)
      if (value === undefined) throw new Error('A condition asks about no track of the sheet.')
      return value >= least && value <= most && value !== not
    }
  }
}

/** Turns to another paragraph. */
export function turnTo(reader: Reader, { marks, to }: Turn): void {
  doMarks(reader, marks)
  reader.from = reader.number
  reader.number = to
}

/** The first way of a crossroads that is open. @throws when none is */
export function wayOn(reader: Reader, fork: Extract<Part, { kind: 'fork' }>): Turn {
  const way = fork.ways.find(({ when }) => holds(reader, when))
  if (!way) throw new Error(`No way leads on from paragraph ${reader.number}.`)
  return way
}

/** How many boxes of a checklist are ticked. */
export function ticked({ booklet, ticks }: Reader, meter: string): number {
  const list = booklet.sheet.checklists.find(({ id }) => id === meter)
  return (list?.items ?? []).filter(({ flag }) => ticks.has(flag)).length
}

function change(names: Set<string>, name: string, isIn: boolean): void {
  if (isIn) names.add(name)
  else names.delete(name)
}
