import uFuzzy from '@leeoniya/ufuzzy'
import { fold } from './fold'
import { sound } from './sound'

/** How an entry answers a query, best first: the whole entry, its beginning, its words, their sound, with one slip. */
export type Closeness = 'same' | 'first-words' | 'beginning' | 'words' | 'sound' | 'slip'

interface Match {
  /** Place of the entry in the list. */
  index: number
  closeness: Closeness
}

/** Finds the entries that answer what was typed so far. */
export type Finder = (query: string) => Match[]

/** One wrong, missing, added or swapped letter a word. */
const forgiving = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 })

/** Fewer answers than this, and slips are forgiven too. */
const ENOUGH = 3

/**
 * Makes the finder of a list. Each word of a query must begin a word of the entry, in any order; accents, capitals,
 * hyphens, mute endings and misspelt sounds are forgiven; when few entries answer, a forgotten apostrophe and one slip
 * a word are too.
 * @param entries folded texts, see `fold`
 * @param keys their sounds, see `sound`
 */
export function finderOf(entries: readonly string[], keys: string[]): Finder {
  return (query) => {
    const words = fold(query)
    if (!words) return []
    const key = sound(words)
    const found = new Map<number, Closeness>()
    for (const index of withWords(entries, words))
      found.set(index, closenessOf(entries[index] ?? '', words))
    const keepNew = (indexes: Iterable<number>, closeness: Closeness) => {
      for (const index of indexes) if (!found.has(index)) found.set(index, closeness)
    }
    keepNew(withWords(keys, key), 'sound')
    if (found.size < ENOUGH) {
      const apart = sound(elisionsApart(words))
      if (apart !== key) keepNew(withWords(keys, apart), 'sound')
      if (key.length > 2) keepNew(forgiving.filter(keys, key) ?? [], 'slip')
    }
    return [...found].map(([index, closeness]) => ({ index, closeness }))
  }
}

function withWords(texts: readonly string[], words: string): number[] {
  const starts = words.split(' ').map((word) => ({ word, inside: ` ${word}` }))
  const found: number[] = []
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] ?? ''
    if (starts.every(({ word, inside }) => text.startsWith(word) || text.includes(inside)))
      found.push(index)
  }
  return found
}

/** An apostrophe that was not typed: `agent daccueil` gives `agent d accueil`. */
function elisionsApart(words: string): string {
  return words.replace(/\b([dl])(?=[aeiouyh][a-z]{2})/g, '$1 ')
}

function closenessOf(entry: string, words: string): Closeness {
  if (entry === words) return 'same'
  if (entry.startsWith(`${words} `)) return 'first-words'
  return entry.startsWith(words) ? 'beginning' : 'words'
}
