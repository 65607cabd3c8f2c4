import type { SheetPart } from './sheet-text'

/** One line of letters on the picture, in pixels; `y` is its base line. */
export interface DrawnLine {
  text: string
  x: number
  y: number
  size: number
  look: 'title' | 'heading' | 'text'
}

/** A page ready to be drawn. */
export interface SheetPicture {
  width: number
  height: number
  /** The height of the letters of its text. */
  size: number
  lines: DrawnLine[]
}

/** The width of a text in pixels. */
export type Measure = (text: string, size: number, look: DrawnLine['look']) => number

/** A5 upright (148 × 210 mm), at a size that stays sharp on a phone. */
const WIDTH = 1184
const HEIGHT = 1680
const MARGIN = 72
/** Sizes tried, from comfortable to the smallest that reads well, then to the smallest of all. */
const SIZES = [38, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18]
const READS_WELL = 22

/**
 * Lays the sheet out as a picture: the largest letters with which it fits on A5, and a longer page when even the
 * smallest do not. Where no page can be longer, `smallest` (in pixels) says how far letters may go.
 */
export function layoutSheet(
  title: string,
  parts: readonly SheetPart[],
  measure: Measure,
  smallest = READS_WELL,
): SheetPicture {
  let picture = layout(title, parts, measure, SIZES[0] ?? 24)
  for (const size of SIZES.filter((one) => one >= smallest)) {
    picture = layout(title, parts, measure, size)
    if (picture.height <= HEIGHT) break
  }
  return { ...picture, height: Math.max(HEIGHT, Math.ceil(picture.height)) }
}

function layout(
  title: string,
  parts: readonly SheetPart[],
  measure: Measure,
  size: number,
): SheetPicture {
  const lines: DrawnLine[] = []
  let y = MARGIN
  const put = (text: string, look: DrawnLine['look'], letters: number, indent = 0): void => {
    const room = WIDTH - 2 * MARGIN - indent
    for (const line of wrapped(text, room, (piece) => measure(piece, letters, look))) {
      y += letters * 1.35
      lines.push({ text: line, x: MARGIN + indent, y, size: letters, look })
    }
  }
  put(title, 'title', Math.round(size * 1.6))
  for (const part of parts) {
    y += size * 0.7
    put(part.heading, 'heading', Math.round(size * 1.12))
    for (const line of part.lines) put(line, 'text', size, size * 0.8)
  }
  return { width: WIDTH, height: y + MARGIN, size, lines }
}

/** Cuts a text at its spaces; a word wider than the room is cut inside. */
function wrapped(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (widthOf(longer) <= room) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = ''
    for (const letter of word) {
      if (line && widthOf(line + letter) > room) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return line ? [...lines, line] : lines
}
