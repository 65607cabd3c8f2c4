/**
 * Half of an if-then plan without the word that announces it nor the comma that ends it: templates and learners
 * write « Si je tombe sur un répondeur, » or « je tombe sur un répondeur » for the same thing.
 */
export function clause(text: string): string {
  return text
    .trim()
    .replace(/^(?:si(?:\s+|$)|s['’](?=ils?(?!\p{L})))/iu, '')
    .replace(/^alors[\s,:]+/i, '')
    .replace(/[\s,;:.]+$/, '')
    .replace(/[ \t\n]+/g, ' ')
}
