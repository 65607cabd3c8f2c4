/** The text in small ASCII letters and digits, words apart by one space: « Saint-Étienne » gives `saint etienne`. */
export function fold(text: string): string {
  return folded(text, /[^a-z0-9]+/g).trim()
}

/** Folds many lines at once, much faster than one by one; as many lines come out. */
export function foldLines(lines: string): string[] {
  return folded(lines, /[^a-z0-9\n]+/g)
    .split('\n')
    .map((line) => line.trim())
}

function folded(text: string, separators: RegExp): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(separators, ' ')
    .replace(/\bst(e?)\b/g, 'saint$1')
}
