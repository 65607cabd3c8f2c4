import type { TradeNames } from '../search/trades'

/** The trades in columns, as served to the page: `npm run data` makes it from ROME 4.0 (France Travail). */
export interface TradesFile extends TradeNames {
  /** Two characters a trade: major and minor RIASEC letters, `-` for none. */
  riasec: string
  /** A line a trade: its interest centres (1–30), each as the character after `@`; the main one first. */
  interests: string
  /** One character a trade: `A` plus 1 ecological, 2 digital, 4 ageing, 8 regulated, 16 executive. */
  tags: string
  /** One character a trade: lowest Dares tension (1–5) of its families in 2019, `-` when unknown. */
  tension: string
}

/** The transitions for which ROME 4.0 marks a trade, and what else it says of it. */
export interface TradeTags {
  ecological: boolean
  digital: boolean
  ageing: boolean
  regulated: boolean
  executive: boolean
  /** Dares 2019, in all the families it belongs to: recruitment was tense (4) or very tense (5). */
  tense: boolean
}

export const TAG_BITS = {
  ecological: 1,
  digital: 2,
  ageing: 4,
  regulated: 8,
  executive: 16,
} as const

/** What is known of the trade of a row. */
export function tagsAt(file: TradesFile, row: number): TradeTags {
  const bits = file.tags.charCodeAt(row) - 65
  const has = (bit: number) => (bits & bit) !== 0
  return {
    ecological: has(TAG_BITS.ecological),
    digital: has(TAG_BITS.digital),
    ageing: has(TAG_BITS.ageing),
    regulated: has(TAG_BITS.regulated),
    executive: has(TAG_BITS.executive),
    tense: Number(file.tension[row]) >= 4,
  }
}
