import type { Material } from './material'
import { learnerTexts } from './readability'
import type { Row } from './row'
import { words } from './words'

/**
 * R4: at most 5 % of the words are neither frequent nor in the glossary. Numbers, the names of the cast and
 * capitalised words inside a sentence (proper names) are not counted; inflected forms count as their base.
 */
export function vocabulary(material: Material): Row | undefined {
  const { common, terms, scenario } = material
  if (!common) return undefined
  const known = new Set<string>()
  const learn = (text: string) => {
    for (const { word } of parts(text)) known.add(word)
  }
  for (const { term, forms } of terms) [term, ...forms].forEach(learn)
  for (const { name, ledger } of scenario.cast) [name, ledger.place].forEach(learn)

  let total = 0
  const rare = new Map<string, number>()
  for (const { text } of learnerTexts(material))
    for (const { word, isName } of parts(text)) {
      if (isName && !known.has(word)) continue
      total += 1
      if (!bases(word).some((base) => common.has(base) || known.has(base)))
        rare.set(word, (rare.get(word) ?? 0) + 1)
    }
  const count = [...rare.values()].reduce((sum, n) => sum + n, 0)
  const share = (100 * count) / (total || 1)
  return {
    row: 'R4',
    value: `${share.toFixed(1)} %`,
    threshold: '≤ 5 %',
    ok: share <= 5,
    details: [...rare]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 30)
      .map(([word, times]) => ({ code: 'rare', path: '', params: { word, times } })),
  }
}

/** The words of a text in small letters, cut at apostrophes and hyphens. */
function parts(text: string): { word: string; isName: boolean }[] {
  let startsSentence = true
  return text.split(/\s+/u).flatMap((piece) => {
    const found = words(piece).flatMap((word) =>
      word.split(/['’-]/u).flatMap((part) => {
        if (!/\p{L}/u.test(part) || /\d/u.test(part)) return []
        const isName = !startsSentence && /^\p{Lu}\p{Ll}/u.test(part)
        return [{ word: part.toLowerCase(), isName }]
      }),
    )
    startsSentence = /[.!?…:«»]$/u.test(piece) || (startsSentence && found.length === 0)
    return found
  })
}

/** Elided words, as they are cut. */
const ELIDED = new Set(['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu'])

/** The word, and what it may be the plural, the feminine or the second person of. */
function bases(word: string): string[] {
  if (ELIDED.has(word)) return ['de']
  const found = [word, word.replaceAll('œ', 'oe')]
  if (/[sx]$/u.test(word)) found.push(word.slice(0, -1))
  if (/es?$/u.test(word)) found.push(word.replace(/es?$/u, ''))
  if (/aux$/u.test(word)) found.push(word.replace(/aux$/u, 'al'))
  return found
}
