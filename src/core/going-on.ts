/** « m’appelle », « j’aime », « porte-clés » are one word each. */
const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu
/** The most words of a beginning that is said twice. */
const MOST_WORDS = 5
/** Small words that keyboards write with a capital at the start of a field. */
const SMALL = new Set(
  'au aux avec ce ces cet cette chez dans de des du en et la le les leur ma mes mon ou par pour que qui sa ses son sur ta tes ton un une vers à'.split(
    ' ',
  ),
)

/**
 * A text of the learner that goes on with a sentence already begun: its own beginning is not said twice (« J’aime » +
 * « J’aime réparer »), and the capital that a keyboard put on a small word or a verb goes (« Je cherche » + « Un CAP »).
 * A name keeps its capital. After a full stop or a colon the text stays as it is.
 * @param before what stands before it, bold marks included
 */
export function goingOn(before: string, own: string): string {
  const said = before.replaceAll('**', '')
  if (!/[\p{L}\p{N},]\s+$/u.test(said)) return own
  const last = wordsOf(said)
  const first = wordsOf(own)
  for (let count = Math.min(MOST_WORDS, first.length - 1); count > 0; count--)
    if (last.length >= count && last.slice(-count).join(' ') === first.slice(0, count).join(' '))
      return uncapped(own.slice([...own.matchAll(WORD)][count]?.index))
  return uncapped(own)
}

function uncapped(text: string): string {
  const [first = '', second = ''] = wordsOf(text)
  const isVerb = /(er|ir|re)$/.test(first) && SMALL.has(second) && !/^d[eu]$/.test(second)
  const isSmall = SMALL.has(first) || /^[ld]’/.test(first)
  const isCapitals = /^\p{Lu}['’]?\p{Lu}/u.test(text)
  return (isSmall || isVerb) && !isCapitals ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(WORD)].map(([word]) => word.toLowerCase().replaceAll("'", '’'))
}
