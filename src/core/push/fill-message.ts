/** What a message may say of each person; advisers write these names between braces. */
export const VARIABLES = [
  'prénom',
  'nom',
  'formation',
  'cfa',
  'ville',
  'lien_module',
  'lien_offres',
  'lien_cfa',
  'expéditeur',
  'structure',
] as const
export type Variable = (typeof VARIABLES)[number]

/** What is known of a person; a missing value is undefined or empty. */
export type Values = Partial<Record<Variable, string>>

const VARIABLE = /\{([^{}]*)\}/g

/**
 * Fills a message for one person. `[à {ville}|près de chez toi]` says its first part when all its values are known,
 * else its second part, or nothing. A line that still misses a link is taken away; another missing value is taken away
 * with the space before it. So nothing unknown ever shows as a hole.
 */
export function fillMessage(template: string, values: Values): string {
  const lines = template.split('\n').flatMap((line) => {
    const chosen = line.replace(/\[([^[\]]*)\]/g, (_, group: string) => sideOf(group, values))
    const lacksLink = namesIn(chosen).some(
      (name) => name.startsWith('lien_') && !valueOf(values, name),
    )
    const filled = chosen.replace(/ ?\{([^{}]*)\}/g, (match, name: string) => {
      const value = valueOf(values, name)
      return value ? `${match.startsWith(' ') ? ' ' : ''}${value}` : ''
    })
    return lacksLink ? [] : [tidied(filled)]
  })
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The names between braces that no value will ever have, in the order they come. */
export function unknownVariables(template: string): string[] {
  return [...new Set(namesIn(template))].filter((name) => !VARIABLES.some((one) => one === name))
}

/** Says whether braces and square brackets are in pairs, groups not nested. */
export function isBalanced(template: string): boolean {
  const rest = template.replace(/\{[^{}\n]*\}/g, '').replace(/\[[^[\]\n]*\]/g, '')
  return !/[{}[\]]/.test(rest)
}

function namesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map(([, name]) => (name ?? '').trim())
}

function sideOf(group: string, values: Values): string {
  const bar = group.indexOf('|')
  const [first, second] = bar < 0 ? [group, ''] : [group.slice(0, bar), group.slice(bar + 1)]
  return namesIn(first).every((name) => valueOf(values, name)) ? first : second
}

/** A value is one line, and holds no sign of the templates. */
function valueOf(values: Values, name: string): string {
  const known = VARIABLES.find((one) => one === name.trim())
  return ((known && values[known]) ?? '').replace(/[\s{}[\]|]+/g, ' ').trim()
}

/** French takes « à Le Mans » into « au Mans », and leaves no space before a comma. */
function tidied(line: string): string {
  return line
    .replace(/(?<![\p{L}])(à|À) Le (?=\p{Lu})/gu, (_, word: string) =>
      word === 'à' ? 'au ' : 'Au ',
    )
    .replace(/(?<![\p{L}])(à|À) Les (?=\p{Lu})/gu, (_, word: string) =>
      word === 'à' ? 'aux ' : 'Aux ',
    )
    .replace(/(?<![\p{L}])de Le (?=\p{Lu})/gu, 'du ')
    .replace(/(?<![\p{L}])de Les (?=\p{Lu})/gu, 'des ')
    .replace(/ {2,}/g, ' ')
    .replace(/ +([,.])/g, '$1')
    .trim()
}
