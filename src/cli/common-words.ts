import { dictionary } from '@zxcvbn-ts/language-fr'

/** How many forms count as frequent, of the 28,000 of the list. */
const FREQUENT = 12_000

/**
 * The most frequent French words: the list of `@zxcvbn-ts/language-fr` (MIT), made from OpenSubtitles 2024 (OPUS,
 * ODC-BY). Read when modules are checked; nothing of it is shipped.
 */
export function readCommonWords(): ReadonlySet<string> {
  return new Set(dictionary['commonWords-fr'].slice(0, FREQUENT))
}
