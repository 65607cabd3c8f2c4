import type { Fact } from '../fact'
import { termFinder, toSpans, type Term, type TermFinder } from '../spans'
import { tokens, withFrenchSpaces } from '../text'
import type { Blank, Booklet, PaperLine, Part, When } from './paper'

/** A run of letters of a text on paper. */
export interface Piece {
  text: string
  strong?: true
  /** A word explained on the last page. */
  term?: true
  /** The fact that gives this value, by its number in the list of sources. */
  fact?: number
  /** Words that the reader replaces by their own, from this line of the sheet; `tick`: read only if ticked. */
  blank?: { number: number; tick: boolean }
}

/** What the words between braces become on paper. */
export interface PaperWording {
  blanks: readonly Blank[]
  /** In the order of the list of sources. */
  facts: readonly Fact[]
  finder: TermFinder
}

/** A text of the module as it is printed: wording without agreement, facts with their source, lines to recall. */
export function piecesOf(text: string, wording: PaperWording, met: Set<string>): Piece[] {
  let isStrong = false
  return tokens(text).flatMap((token): Piece[] => {
    const marked = (piece: Piece): Piece => (isStrong ? { ...piece, strong: true } : piece)
    if (token.kind === 'fact') {
      const at = wording.facts.findIndex(({ id }) => id === token.id)
      const value = wording.facts[at]?.value ?? ''
      return [marked({ text: withFrenchSpaces(value), fact: at + 1 })]
    }
    if (token.kind === 'memory') {
      const blank = wording.blanks.find(({ id }) => id === token.id)
      if (!blank) return token.otherwise ? [marked({ text: token.otherwise })] : []
      const [only = '', ...more] = blank.texts
      const tick = only !== '' && !more.length
      const shown = tick ? only : token.otherwise || '………'
      return [marked({ text: withFrenchSpaces(shown), blank: { number: blank.number, tick } })]
    }
    const words = token.kind === 'agreement' ? token.n : token.text
    return withFrenchSpaces(words)
      .split('**')
      .flatMap((piece, index) => {
        if (index) isStrong = !isStrong
        return toSpans(piece, wording.finder, met).map((span) =>
          marked(span.term ? { text: span.text, term: true } : { text: span.text }),
        )
      })
  })
}

/** The texts of a booklet that a reader meets, in any order. */
export function textsOf({ paragraphs, notes }: Booklet): string[] {
  return [...paragraphs.flatMap(({ parts }) => parts), ...notes].flatMap(textsIn)
}

/** The facts a booklet states or gives as its help, in the order of the module. */
export function factsIn(booklet: Booklet, facts: readonly Fact[]): Fact[] {
  const named = new Set(
    textsOf(booklet)
      .flatMap(tokens)
      .flatMap((token) => (token.kind === 'fact' ? [token.id] : [])),
  )
  const noteFacts = (part: Part) => (part.kind === 'note' ? [part.note.fact] : [])
  const parts = booklet.paragraphs.flatMap((paragraph) => paragraph.parts)
  for (const id of [...parts.flatMap(noteFacts), ...booklet.notes.map(({ note }) => note.fact)])
    if (id) named.add(id)
  for (const part of parts) if (part.kind === 'sensitive') part.help.forEach((id) => named.add(id))
  return facts.filter(({ id }) => named.has(id))
}

/** The words of the glossary that a booklet uses, in alphabetical order. */
export function termsIn(booklet: Booklet, terms: readonly Term[]): Term[] {
  const finder = termFinder(terms)
  const met = new Set<string>()
  for (const text of textsOf(booklet)) toSpans(text, finder, met)
  return terms
    .filter(({ id }) => met.has(id))
    .sort((one, other) => one.term.localeCompare(other.term, 'fr'))
}

/** Lines that are read under the same condition. */
export interface LineGroup {
  when?: When
  /** The condition is the contrary of the one just above: « sinon ». */
  isElse: boolean
  lines: PaperLine['line'][]
}

/** Puts together the lines that share a condition. */
export function groupsOf(lines: readonly PaperLine[]): LineGroup[] {
  const groups: LineGroup[] = []
  for (const { line, when } of lines) {
    const last = groups.at(-1)
    if (last && JSON.stringify(last.when) === JSON.stringify(when)) last.lines.push(line)
    else {
      const isElse = Boolean(when && last?.when && areContrary(last.when, when))
      groups.push(when ? { when, isElse, lines: [line] } : { isElse, lines: [line] })
    }
  }
  return groups
}

/** Whether one of two printed conditions holds exactly when the other does not. */
function areContrary(one: When, other: When): boolean {
  if ('yes' in one)
    return 'yes' in other && JSON.stringify({ ...other, yes: !other.yes }) === JSON.stringify(one)
  const isNumber = (when: When) => when.kind === 'track' || when.kind === 'count'
  if (!isNumber(one) || one.kind !== other.kind) return false
  const name = (when: When) => ('track' in when ? when.track : 'meter' in when ? when.meter : '')
  const ends = (when: When) => ('least' in when || 'most' in when ? when : {})
  const [{ least: low, most: top }, { least: from, most: to }] = [ends(one), ends(other)] as [
    { least?: number; most?: number },
    { least?: number; most?: number },
  ]
  if (name(one) !== name(other)) return false
  const meet = (most: number | undefined, least: number | undefined) =>
    most !== undefined && least === most + 1
  return (
    (low === undefined && to === undefined && meet(top, from)) ||
    (top === undefined && from === undefined && meet(to, low))
  )
}

/** Names are not texts. */
const NAMES = new Set([
  'id',
  'kind',
  'step',
  'when',
  'by',
  'mood',
  'marks',
  'help',
  'fact',
  'letter',
  'quality',
])

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return Object.entries(value).flatMap(([key, inside]) => (NAMES.has(key) ? [] : textsIn(inside)))
}
