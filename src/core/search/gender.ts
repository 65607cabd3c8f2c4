/** Feminine endings of trade names, the most usual first; the first rule that fits is used. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/teur$/, ['trice', 'teuse']],
  [/eur$/, ['euse']],
  [/er$/, ['ere']],
  [/([eo])n$/, ['$1nne']],
  [/if$/, ['ive']],
  [/([tl])$/, ['$1e']],
]

/**
 * A trade name as a girl or a woman may type it: `coiffeur` gives `coiffeuse`, `animateur enfants` gives
 * `animatrice enfants` and `animateuse enfants`. Only the first word changes; the result is for searching, never shown.
 * @param name made by `fold`
 */
export function feminines(name: string): string[] {
  const [first = '', ...rest] = name.split(' ')
  const rule = ENDINGS.find(([ending]) => ending.test(first))
  if (!rule) return []
  const [ending, endings] = rule
  return endings.map((feminine) => [first.replace(ending, feminine), ...rest].join(' '))
}

/** Both forms of a ROME label: `Agent / Agente d'accueil` gives `Agent d'accueil` and `Agente d'accueil`. */
export function bothForms(label: string): string[] {
  const [masculine = '', feminine] = label.split(' / ')
  if (feminine === undefined) return [masculine]
  const head = masculine.split(' ').length
  return [[masculine, ...feminine.split(' ').slice(head)].join(' '), feminine]
}
