import common from './fr/common.json'
import play from './fr/play.json'

/** The texts of the first screen: they are there before i18next, which is given them when it comes. */
export const firstTexts = { common, play }

/**
 * The text of a key of the first screen, its `{{name}}`s replaced. None of these texts has a plural.
 * @returns the key itself when it is not one of theirs, as i18next does
 */
export function firstWords(key: string, params: Readonly<Record<string, unknown>>): string {
  let found: unknown = firstTexts
  for (const name of key.split('.'))
    found = Object.getOwnPropertyDescriptor(Object(found), name)?.value
  if (typeof found !== 'string') return key
  return found.replace(/\{\{(\w+)\}\}/g, (all, name: string) => params[name]?.toString() ?? all)
}
