import { finderOf, type Closeness } from './finder'
import { fold, foldLines } from './fold'
import { bothForms, feminines } from './gender'
import { sound } from './sound'

/** A trade of ROME 4.0, by its code; the label is that of the nomenclature. */
export interface Trade {
  rome: string
  label: string
}

/** What the search needs of the trades file: the first of two forms of a label is the masculine. */
export interface TradeNames {
  /** A line per trade. */
  codes: string
  labels: string
  /** Common names, each with the rows it stands for, the likeliest first. */
  names: [name: string, rows: number[]][]
  /** Rows of the trades that give their name to their family (the 532 codes of ROME v3). */
  heads: number[]
}

/** A trade that answers, and the common name by which it was found. */
interface TradeFound extends Trade {
  by?: string
}

export interface Trades {
  find: (query: string, most?: number) => TradeFound[]
  byCode: (rome: string) => Trade | undefined
  /** The trade that has this very name, label or common name, however it is written. */
  named: (name: string) => Trade | undefined
}

const WEIGHT: Readonly<Record<Closeness, number>> = {
  same: 100,
  'first-words': 60,
  beginning: 55,
  words: 40,
  sound: 35,
  slip: 20,
}

/** A common name was chosen by hand: it comes before a label that answers as well. */
const CHOSEN = 12
const HEAD = 6

/** Words that say nothing of the trade; used only when the whole query finds nothing. */
const IDLE = new Set(
  (
    'je j veux voudrais aimerais cherche chercher un une le la les l de du des d en dans a au aux avec et pour mon ma ' +
    'etre faire devenir travailler bosser travail boulot job metier metiers domaine formation apprenti apprentie ' +
    'apprentissage alternance alternant contrat stage cap bep bac pro bts but titre'
  ).split(' '),
)

/** Makes the trades searchable by label and common name, in both genders. */
export function openTrades({ codes, labels, names, heads }: TradeNames): Trades {
  const trades = labels.split('\n')
  const romes = codes.split('\n')
  const entries: string[] = []
  const meanings: { rows: readonly number[]; by?: string }[] = []
  const add = (text: string, rows: readonly number[], by?: string) => {
    entries.push(text)
    meanings.push(by === undefined ? { rows } : { rows, by })
  }
  const forms = trades.map(bothForms)
  const folded = foldLines(forms.flat().join('\n'))
  let line = 0
  for (const [row, list] of forms.entries()) list.forEach(() => add(folded[line++] ?? '', [row]))
  for (const [name, rows] of names) {
    const text = fold(name)
    for (const form of [text, ...feminines(text)]) add(form, rows, name)
  }
  const finder = finderOf(entries, sound(entries.join('\n')).split('\n'))
  const isHead = new Set(heads)

  function find(query: string, most = 7): TradeFound[] {
    const code = /^[a-n]\d{4}$/i.test(query.trim()) && byCode(query.trim().toUpperCase())
    if (code) return [code]
    const words = fold(query).split(' ')
    const scores = scoresOf(words.join(' '))
    if (!scores.size) {
      const telling = words.filter((word) => !IDLE.has(word))
      if (telling.length < words.length) addScores(scores, scoresOf(telling.join(' ')), 1)
      if (!scores.size && telling.length > 1)
        for (const word of telling.filter(({ length }) => length > 2))
          addScores(scores, scoresOf(word), 0.5)
    }
    return [...scores]
      .sort(([a, best], [b, other]) => other.score - best.score || a - b)
      .slice(0, most)
      .map(([row, { by }]) => ({ ...tradeAt(row), ...(by === undefined ? {} : { by }) }))
  }

  function scoresOf(query: string): Scores {
    const scores: Scores = new Map()
    for (const { index, closeness } of finder(query)) {
      const { rows, by } = meanings[index] ?? { rows: [] }
      const extra = (entries[index]?.length ?? 0) - query.length
      const near = WEIGHT[closeness] - Math.min(20, Math.max(0, extra) / 2) + (by ? CHOSEN : 0)
      for (const [rank, row] of rows.entries()) {
        const score = near - rank + (!by && isHead.has(row) ? HEAD : 0)
        if (score > (scores.get(row)?.score ?? -Infinity))
          scores.set(row, by === undefined ? { score } : { score, by })
      }
    }
    return scores
  }

  function tradeAt(row: number): Trade {
    return { rome: romes[row] ?? '', label: trades[row] ?? '' }
  }

  let rowByName: Map<string, number> | undefined

  function named(name: string): Trade | undefined {
    if (!rowByName) {
      rowByName = new Map()
      for (const [index, entry] of entries.entries()) {
        const row = meanings[index]?.rows[0]
        if (row !== undefined && !rowByName.has(entry)) rowByName.set(entry, row)
      }
    }
    const row = rowByName.get(fold(name))
    return row === undefined ? undefined : tradeAt(row)
  }

  function byCode(rome: string): Trade | undefined {
    const row = romes.indexOf(rome)
    return row < 0 ? undefined : tradeAt(row)
  }

  return { find, byCode, named }
}

type Scores = Map<number, { score: number; by?: string }>

function addScores(to: Scores, more: Scores, share: number): void {
  for (const [row, { score, by }] of more) {
    const total = (to.get(row)?.score ?? 0) + score * share
    to.set(row, by === undefined ? { score: total } : { score: total, by })
  }
}
