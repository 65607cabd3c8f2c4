/** A word of the glossary, and the spellings by which a text may name it. */
export interface Term {
  id: string
  term: string
  forms: readonly string[]
  definition: string
}

/** A run of letters shown in one way. `term` is the id of a glossary word that can be touched. */
export interface Span {
  text: string
  strong?: true
  term?: string
}

/** Finds glossary words in texts; made once, used for every line. */
export interface TermFinder {
  pattern: RegExp | undefined
  idOf: (form: string) => string | undefined
}

/** Prepares the search of glossary words: whole words, longest form first, case ignored except for initials. */
export function termFinder(terms: readonly Term[]): TermFinder {
  const byForm = new Map<string, string>()
  for (const { id, forms } of terms)
    for (const form of forms) byForm.set(isInitials(form) ? form : folded(form), id)
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length).map(escaped)
  return {
    pattern: forms.length
      ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
      : undefined,
    idOf: (form) => byForm.get(form) ?? (isInitials(form) ? undefined : byForm.get(folded(form))),
  }
}

/**
 * Cuts a filled text into spans: `**bold**`, and glossary words the first time they are met.
 * @param met ids already explained; the ones found here are added.
 */
export function toSpans(text: string, finder: TermFinder, met: Set<string>): Span[] {
  return text
    .split('**')
    .flatMap((piece, index) =>
      termSpans(piece, finder, met).map((span) =>
        index % 2 ? { ...span, strong: true as const } : span,
      ),
    )
    .filter((span) => span.text !== '')
}

function termSpans(text: string, finder: TermFinder, met: Set<string>): Span[] {
  if (!finder.pattern) return [{ text }]
  const spans: Span[] = []
  let from = 0
  for (const match of text.matchAll(finder.pattern)) {
    const id = finder.idOf(match[0])
    if (!id || met.has(id)) continue
    met.add(id)
    spans.push({ text: text.slice(from, match.index) }, { text: match[0], term: id })
    from = match.index + match[0].length
  }
  return [...spans, { text: text.slice(from) }]
}

function isInitials(form: string): boolean {
  return form.length > 1 && form === form.toUpperCase()
}

/** Capitals and the kind of apostrophe do not matter. */
function folded(form: string): string {
  return form.toLowerCase().replaceAll("'", '’')
}

function escaped(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]")
}
