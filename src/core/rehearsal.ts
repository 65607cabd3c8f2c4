import { shuffled } from './chance'

/** The most pieces a sentence is cut into: few enough to be put back with a thumb. */
const MOST = 6

/** Cuts a sentence between words, in pieces of nearly the same number of words. */
export function piecesOf(sentence: string): string[] {
  const words = sentence.split(' ').filter(Boolean)
  const count = Math.min(MOST, words.length)
  return Array.from({ length: count }, (_, index) =>
    words
      .slice(
        Math.floor((words.length * index) / count),
        Math.floor((words.length * (index + 1)) / count),
      )
      .join(' '),
  )
}

/** The pieces in an order to be put right: never the right one, unless there is no other. */
export function mixedPieces(sentence: string, seed: number): string[] {
  const pieces = piecesOf(sentence)
  for (let turn = 0; turn < 20; turn++) {
    const mixed = shuffled(pieces, seed, `rehearsal ${turn}`)
    if (!isRestored(sentence, mixed)) return mixed
  }
  return pieces.reverse()
}

/** Says whether pieces put one after the other give the sentence back. */
export function isRestored(sentence: string, pieces: readonly string[]): boolean {
  return pieces.join(' ') === piecesOf(sentence).join(' ')
}
