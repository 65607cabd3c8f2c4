import type { TextAt } from '../survey'
import type { Material } from './material'
import { mean, type Detail, type Row } from './row'
import { syllables } from './syllables'
import { sentences, wordCount, words } from './words'

/**
 * The ease of reading of a French text: 207 − 1.015 × words/sentences − 73.6 × syllables/words
 * (Kandel & Moles 1958, after Flesch). High is easy; it means nothing under some 60 words.
 */
export function kandelMoles(texts: readonly string[]): number {
  const all = texts.flatMap(words)
  const cut = texts.flatMap(sentences)
  if (!all.length) return 0
  const spoken = all.reduce((sum, word) => sum + syllables(word), 0)
  return 207 - 1.015 * (all.length / cut.length) - 73.6 * (spoken / all.length)
}

/** A block shorter than this many words has no score of its own. */
const BLOCK = 60

/** R1: the score of the module is 80 at least, of every step and every page of 60 words or more 70 at least. */
export function readability(material: Material): Row {
  const texts = learnerTexts(material)
  const whole = kandelMoles(texts.map(({ text }) => text))
  const blocks = new Map<string, string[]>()
  for (const { path, text } of texts) {
    const block = /^(?:steps\[\d+\]|after\.\w+|[a-z]+)/.exec(path)?.[0] ?? path
    blocks.set(block, [...(blocks.get(block) ?? []), text])
  }
  const details: Detail[] = []
  let lowest = whole
  for (const [path, block] of blocks) {
    if (block.reduce((sum, text) => sum + wordCount(text), 0) < BLOCK) continue
    const score = kandelMoles(block)
    lowest = Math.min(lowest, score)
    if (score < 70) details.push({ code: 'hard', path, params: { score: score.toFixed(0) } })
  }
  return {
    row: 'R1',
    value: `${whole.toFixed(0)} ; ${lowest.toFixed(0)}`,
    threshold: '≥ 80 ; ≥ 70',
    ok: whole >= 80 && details.length === 0,
    details,
  }
}

/** R2: no sentence of more than 15 words, 10 on average. */
export function sentenceLengths(material: Material): Row {
  const lengths: number[] = []
  const details: Detail[] = []
  for (const { path, text } of learnerTexts(material))
    for (const sentence of sentences(text)) {
      const count = wordCount(sentence)
      lengths.push(count)
      if (count > 15)
        details.push({ code: 'long-sentence', path, params: { count, text: sentence } })
    }
  const longest = Math.max(0, ...lengths)
  const average = mean(lengths)
  return {
    row: 'R2',
    value: `${longest} ; ${average.toFixed(1)}`,
    threshold: '≤ 15 ; ≤ 10',
    ok: longest <= 15 && average <= 10,
    details,
  }
}

/** What the learner reads, as it is read: everything but the teacher's part. */
export function learnerTexts({ texts, read }: Material): TextAt[] {
  return texts
    .filter(({ part }) => part !== 'teacher')
    .map((found) => ({ ...found, text: read(found.text) }))
}
