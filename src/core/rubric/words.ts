import { tokens } from '../text'

/**
 * A text as it is read, for counting: braces are replaced (feminine agreement, what follows the bar of a
 * memory or one word, the value of a fact), `**` is dropped.
 */
export function readable(
  text: string,
  factValue: (id: string) => string | undefined = () => undefined,
): string {
  if (!/[{*]/.test(text)) return text
  return tokens(text)
    .map((token) => {
      if (token.kind === 'memory') return token.otherwise || 'Alex'
      if (token.kind === 'fact') return factValue(token.id) ?? ''
      if (token.kind === 'agreement') return token.f
      return token.text
    })
    .join('')
    .replaceAll('**', '')
}

/** The words of a readable text: what stands between spaces and holds a letter or a digit. « l'école » is one. */
export function words(text: string): string[] {
  return text
    .split(/\s+/u)
    .map((piece) => piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean)
}

/** How many words a readable text has. */
export function wordCount(text: string): number {
  return words(text).length
}

/** Words in a row that make a copy. */
const COPY = 8

/** Every run of eight words of a text, in small letters. */
export function wordRuns(text: string): string[] {
  const all = words(text.toLowerCase())
  return all.slice(COPY - 1).map((_, i) => all.slice(i, i + COPY).join(' '))
}

/** Short words that end with a full stop inside a sentence. */
const SHORTENED = /(?:^|[\s'’(«])(?:M|MM|Dr|St|Ste|n|ex|art|env|tél|p|min)\.$/u

/** The sentences of a readable text, cut after `.`, `!`, `?` or `…`; « M. Petit » and « 3.5 » are not cut. */
export function sentences(text: string): string[] {
  const found: string[] = []
  let from = 0
  for (const match of text.matchAll(/[.!?…]+(?:\s*[»”")])*(?=\s|$)/gu)) {
    const to = match.index + match[0].length
    const sentence = text.slice(from, to)
    if (match[0] === '.' && SHORTENED.test(sentence)) continue
    found.push(sentence)
    from = to
  }
  found.push(text.slice(from))
  return found.map((sentence) => sentence.trim()).filter((sentence) => wordCount(sentence) > 0)
}
