import { createInstance, type TFunction } from 'i18next'
import { readFileSync } from 'node:fs'

/** The French sentences of `src/i18n/fr/<name>.json` for the terminal, under the same keys as in the app. */
export function sentences(name: string): TFunction {
  const file = new URL(`../i18n/fr/${name}.json`, import.meta.url)
  const texts = JSON.parse(readFileSync(file, 'utf8')) as object
  const i18n = createInstance()
  void i18n.init({
    lng: 'fr',
    initAsync: false,
    resources: { fr: { translation: { [name]: texts } } },
    interpolation: { escapeValue: false },
  })
  return i18n.getFixedT('fr', null, name)
}
