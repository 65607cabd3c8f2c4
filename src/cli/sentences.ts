import { createInstance, type TFunction } from 'i18next'
import { readFileSync } from 'node:fs'

/** The French sentences of a namespace (`src/i18n/fr/<namespace>.json`), for the terminal. */
export function sentences(namespace: string): TFunction {
  const file = new URL(`../i18n/fr/${namespace}.json`, import.meta.url)
  const i18n = createInstance()
  void i18n.init({
    lng: 'fr',
    initAsync: false,
    ns: [namespace],
    defaultNS: namespace,
    resources: { fr: { [namespace]: JSON.parse(readFileSync(file, 'utf8')) as object } },
    interpolation: { escapeValue: false },
  })
  return i18n.t
}
