import { goingOn } from './going-on'

/** How the app agrees with the learner: feminine, masculine, or wording without agreement. */
export type Agreement = 'f' | 'm' | 'n'

/** What the words between braces are replaced by. */
export interface Filling {
  texts: Readonly<Record<string, string>>
  agreement: Agreement
  /** The value of a fact, by id. */
  factValue: (id: string) => string | undefined
}

/** A piece of a text between or inside braces. */
export type Token =
  | { kind: 'words'; text: string }
  | { kind: 'memory'; id: string; otherwise: string }
  | { kind: 'fact'; id: string }
  | { kind: 'agreement'; f: string; m: string; n: string }
  | { kind: 'error'; text: string }

/** Cuts a text at its braces: `{prenom|toi}`, `{fact:f22}`, `{f:prête|m:prêt|n:au point}`. Never throws. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (const [piece] of text.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g))
    found.push(piece.startsWith('{') ? braces(piece) : words(piece))
  return found
}

/** The text as the learner reads it, with non-breaking spaces; `**bold**` marks are kept for `toSpans`. */
export function fill(text: string, filling: Filling): string {
  const all = tokens(text)
  let filled = ''
  for (const [index, token] of all.entries()) {
    if (token.kind === 'memory') {
      const own = filling.texts[token.id]?.trim()
      filled += own
        ? fitted(goingOn(filled, own), token.otherwise, all[index + 1])
        : token.otherwise
    } else if (token.kind === 'fact') filled += filling.factValue(token.id) ?? ''
    else filled += token.kind === 'agreement' ? token[filling.agreement] : token.text
  }
  return withFrenchSpaces(filled)
}

/** What follows a text in its sentence: nothing when it is the last one. */
type Next = Token | undefined

/** The learner's own words with the full stop that their place asks for. */
function fitted(own: string, otherwise: string, next: Next): string {
  return unstopped(own, next) + stopAfter(own, otherwise, next)
}

/** The learner's own words without their full stop when the sentence goes on: « un CAP. en apprentissage ». */
export function unstopped(own: string, next: Next): string {
  const goesOn = next?.kind === 'words' && /^\s*(?:[.,;:!?»]|\p{Ll})/u.test(next.text)
  return goesOn ? own.replace(/(?<=[^.])\s*\.$/, '') : own
}

/**
 * The full stop the learner left out: before a new sentence, or at the end when the module's own words had one.
 * @param otherwise what stands there when nothing was written
 */
export function stopAfter(own: string, otherwise: string, next: Next): '.' | '' {
  const isSentence = next
    ? next.kind === 'words' && /^\s+\p{Lu}/u.test(next.text)
    : /[.!?]$/.test(otherwise)
  return isSentence && /[\p{L}\p{N}]$/u.test(own) ? '.' : ''
}

/** The text without any mark, for a length, a voice or a plain-text share. */
export function plain(text: string): string {
  return text.replaceAll('**', '')
}

/** Puts the non-breaking spaces of French typography (narrow before ; ! ?, wide before : and inside « »). */
export function withFrenchSpaces(text: string): string {
  return text
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ ([:»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/(\d) (?=\d{2,3}\b|[€%h]|h\b)/g, '$1\u00a0')
}

function words(piece: string): Token {
  return piece === '{' || piece === '}'
    ? { kind: 'error', text: piece }
    : { kind: 'words', text: piece }
}

function braces(piece: string): Token {
  const inside = piece.slice(1, -1)
  const agreement = /^f:([^|]*)\|m:([^|]*)\|n:([^|]*)$/.exec(inside)
  if (agreement) {
    const [, f = '', m = '', n = ''] = agreement
    return { kind: 'agreement', f, m, n }
  }
  const fact = /^fact:([a-z][a-z0-9_]*)$/.exec(inside)
  if (fact?.[1]) return { kind: 'fact', id: fact[1] }
  const memory = /^([a-z][a-z0-9_]*)(?:\|([^|]*))?$/.exec(inside)
  if (memory?.[1]) return { kind: 'memory', id: memory[1], otherwise: memory[2] ?? '' }
  return { kind: 'error', text: piece }
}

/**
 * Cuts a note in a headline (its first sentence, when it is short) and the rest.
 * @param most letters a headline may have
 */
export function headline(text: string, most = 70): { title: string; rest: string } {
  const first = /^.*?[.!?…](?=\s|$)/.exec(text)?.[0] ?? text
  return first.length > most
    ? { title: '', rest: text }
    : { title: first, rest: text.slice(first.length).trim() }
}
