/** What can be found in a pasted text: whole results, and parts of results that several codes carry. */
export interface FoundTokens {
  results: string[]
  parts: Part[]
}

/** One of several codes that together carry one token. */
export interface Part {
  /** The same for all codes of one token. */
  group: string
  /** From 1. */
  index: number
  count: number
  letters: string
}

/** More results than any class has in one file. */
const MOST = 2000

/** Finds every result in a text: links, the lines of a shared file, many of them pasted at once, words around them. */
export function tokensIn(text: string): FoundTokens {
  const results = [...text.matchAll(/(?:^|[?&\s])r=(\d{1,4}\.[\w-]+)/g)].map(([, token]) => token)
  const parts = [...text.matchAll(/(?:^|[?&\s])p=(\d)\.(\d)\.([\w-]{4})\.([\w-]+)/g)].map(
    ([, index = '', count = '', group = '', letters = '']) => ({
      group: `${count}.${group}`,
      index: Number(index),
      count: Number(count),
      letters,
    }),
  )
  return {
    results: [...new Set(results.filter((token) => token !== undefined))].slice(0, MOST),
    parts: parts.slice(0, MOST),
  }
}
