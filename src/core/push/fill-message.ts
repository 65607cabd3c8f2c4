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
type Variable = (typeof VARIABLES)[number]

/** What is known of a person; a missing value is undefined or empty. */
export type Values = Partial<Record<Variable, string>>

const VARIABLE = /\{([^{}]*)\}/g

/**
 * Fills a message for one person. `[à {ville}|près de chez toi]` says its first part when all its values are known,
 * else its second part, or nothing. A line that still misses a link is taken away; another missing value is taken away
 * with the space before it. So nothing unknown ever shows as a hole.
 */
export function fillMessage(template: string, values: Values): string {
  const lines: string[] = []
  for (const { parts, text } of linesOf(template)) {
    const said = text ?? saidBy(parts, values)
    if (said !== undefined) lines.push(said)
  }
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

/** Words, the name of a variable, or what is said when all its values are known and when they are not. */
type Part = string | { name: string } | { known: Part[]; else: Part[] }

/** A line of a template; `text` when it is the same for everyone. */
interface TemplateLine {
  parts: Part[]
  text?: string
}

/** The templates read last: the same ones are filled for each person of a list. */
const read = new Map<string, TemplateLine[]>()

function linesOf(template: string): TemplateLine[] {
  const known = read.get(template)
  if (known) return known
  const lines = template.split('\n').map((line) => {
    const parts = line.split(/(\[[^[\]]*\])/).flatMap((piece, at): Part[] => {
      if (at % 2 === 0) return partsOf(piece)
      const group = piece.slice(1, -1)
      const bar = group.indexOf('|')
      const [first, second] = bar < 0 ? [group, ''] : [group.slice(0, bar), group.slice(bar + 1)]
      return [{ known: partsOf(first), else: partsOf(second) }]
    })
    return parts.every((part) => typeof part === 'string')
      ? { parts, text: tidied(parts.join('')) }
      : { parts }
  })
  if (read.size > 20) read.clear()
  read.set(template, lines)
  return lines
}

function partsOf(text: string): Part[] {
  return text
    .split(/\{([^{}]*)\}/)
    .map((piece, at): Part => (at % 2 === 0 ? piece : { name: piece.trim() }))
    .filter((part) => part !== '')
}

/** The line for one person. @returns undefined when a link it needs is unknown. */
function saidBy(parts: readonly Part[], values: Values): string | undefined {
  let line = ''
  for (const part of chosen(parts, values)) {
    const said = typeof part === 'string' ? part : valueOf(values, part.name)
    if (said) line += said
    else if (typeof part !== 'string') {
      if (part.name.startsWith('lien_')) return undefined
      line = line.replace(/ $/, '')
    }
  }
  return tidied(line)
}

/** The parts that are said, groups decided. */
function chosen(parts: readonly Part[], values: Values): (string | { name: string })[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string' || 'name' in part) return [part]
    const isKnown = part.known.every(
      (one) => typeof one === 'string' || !('name' in one) || valueOf(values, one.name),
    )
    return chosen(isKnown ? part.known : part.else, values)
  })
}

/** A value is one line, and holds no sign of the templates. */
function valueOf(values: Values, name: string): string {
  const value = values[name as Variable] ?? ''
  return /[\s{}[\]|]/.test(value) ? value.replace(/[\s{}[\]|]+/g, ' ').trim() : value
}

/** French says « au Mans » and « d’Angers », and leaves no space before a comma. */
function tidied(line: string): string {
  const said = / Les? \p{Lu}/u.test(line) ? contracted(line) : line
  return said
    .replace(/(?<!\p{L})([dD])e (?=[AEIOUÀÂÉÈÊËÎÏÔÖÛÜŒ]\p{Ll})/gu, '$1’')
    .replace(/ {2,}/g, ' ')
    .replace(/ +([,.])/g, '$1')
    .replace(/^[,\s]+/, '')
    .trim()
}

function contracted(line: string): string {
  const pairs: Readonly<Record<string, string>> = {
    ...{ 'à Le': 'au', 'À Le': 'Au', 'de Le': 'du', 'à Les': 'aux', 'À Les': 'Aux' },
    'de Les': 'des',
  }
  return line.replace(
    /(?<!\p{L})((?:à|À|de) Les?) (?=\p{Lu})/gu,
    (_, pair: string) => `${pairs[pair] ?? pair} `,
  )
}
