import { goingOn } from './going-on'
import type { Scenario } from './scenario'
import {
  fill,
  plain,
  stopAfter,
  tokens,
  unstopped,
  withFrenchSpaces,
  type Filling,
  type Token,
} from './text'

/** A run of letters on the sheet: the module's, or the learner's own in a field they can change. */
export interface SheetPiece {
  text: string
  /** Set when the learner can write here; the same name wherever the same words belong. */
  field?: string
  /** Nothing is written here yet: the text is a hint with dots. */
  blank?: true
}

/** The page one takes along: the module's sheet and phone script with the learner's own words. */
export interface Sheet {
  title: string
  sections: { heading: string; lines: SheetPiece[][] }[]
  /** What the other says or the moment of the call, and one's own sentence. */
  script: { label: string; pieces: SheetPiece[] }[]
}

/** How authors write a place to fill in by hand. */
const BLANK = /…+|\.{4,}|_{3,}/g

/**
 * Makes the sheet of a module.
 * @param filling what the learner wrote in the story, how the app agrees with them, and facts
 * @param words what they wrote on the sheet itself, by field; it comes before the words of the story
 */
export function sheetOf(
  { after: { sheet, script } }: Pick<Scenario, 'after'>,
  filling: Filling,
  words: Readonly<Record<string, string>>,
): Sheet {
  const plainWords = (text: string) => plain(fill(text, filling))
  const inSheet = lineReader(filling, words)
  const inScript = lineReader(filling, words)
  return {
    title: plainWords(sheet.title),
    sections: sheet.sections.map(({ heading, lines }) => ({
      heading: plainWords(heading),
      lines: lines.map((line) => inSheet(line, heading)),
    })),
    script: script.map(({ label, text }) => ({
      label: plainWords(label),
      pieces: inScript(text, label),
    })),
  }
}

/** How many different fields of a sheet are still blank. */
export function blanksOf({ sections, script }: Sheet): number {
  const pieces = [...sections.flatMap(({ lines }) => lines), ...script.map((one) => one.pieces)]
  return new Set(pieces.flat().flatMap(({ blank, field }) => (blank ? [field] : []))).size
}

/** A line as one text, with runs of spaces made one. */
export function lineText(pieces: readonly SheetPiece[]): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/**
 * Reads the lines of one part of the sheet. A blank is named after the words just before it, so that « Je cherche
 * un …… » is written once for the sheet and for the script; the second one of a part gets a number.
 */
function lineReader(filling: Filling, words: Readonly<Record<string, string>>) {
  const met = new Map<string, number>()
  const written = (field: string) => words[field]?.trim() ?? ''

  const blankAfter = (before: string, heading: string, next: Token | undefined): SheetPiece => {
    const name = fieldName(before) || fieldName(heading)
    const count = (met.get(name) ?? 0) + 1
    met.set(name, count)
    const field = `blank:${name}${count > 1 ? `#${count}` : ''}`
    const own = written(field)
    return own ? { text: unstopped(own, next), field } : { text: '……', field, blank: true }
  }

  return (line: string, heading: string): SheetPiece[] => {
    const pieces: SheetPiece[] = []
    let before = ''
    const all = tokens(line)
    for (const [index, token] of all.entries()) {
      if (token.kind === 'memory') {
        const field = `memory:${token.id}`
        const own = written(field) || (filling.texts[token.id]?.trim() ?? '')
        const next = all[index + 1]
        const read = own ? unstopped(goingOn(before, own), next) : token.otherwise
        const text = withFrenchSpaces(plain(read))
        const isBlank = !own && token.otherwise.search(BLANK) >= 0
        if (text) pieces.push({ text, field, ...(isBlank ? { blank: true as const } : {}) })
        if (own && stopAfter(own, token.otherwise, next)) pieces.push({ text: '.' })
        before = ''
        continue
      }
      if (token.kind !== 'words') {
        const source = token.kind === 'fact' ? `{fact:${token.id}}` : undefined
        const text = source ? fill(source, filling) : agreed(token, filling)
        pieces.push({ text: plain(text) })
        before += text
        continue
      }
      let from = 0
      for (const match of token.text.matchAll(BLANK)) {
        const text = token.text.slice(from, match.index)
        if (text) pieces.push({ text: withFrenchSpaces(plain(text)) })
        from = match.index + match[0].length
        const after = token.text.slice(from)
        const next = after ? { kind: 'words' as const, text: after } : all[index + 1]
        pieces.push(blankAfter(before + text, heading, next))
        before = ''
      }
      const rest = token.text.slice(from)
      if (rest) pieces.push({ text: withFrenchSpaces(plain(rest)) })
      before += rest
    }
    return pieces
  }
}

function agreed(token: Token, { agreement }: Filling): string {
  if (token.kind === 'agreement') return token[agreement]
  return 'text' in token ? token.text : ''
}

/** The words of the last sentence before a blank, as a name: « Bonjour. Je cherche un » gives `je-cherche-un`. */
function fieldName(before: string): string {
  const sentence = before.split(/[.!?:;]\s+(?=\S)/).at(-1) ?? ''
  return (sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(-5).join('-')
}
