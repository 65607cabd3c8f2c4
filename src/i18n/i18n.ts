import i18next from 'i18next'
import { shallowRef } from 'vue'
import common from './fr/common.json'
import play from './fr/play.json'

const revision = shallowRef(0)

const ready = i18next.init({
  lng: 'fr',
  fallbackLng: 'fr',
  resources: { fr: { translation: { common, play } } },
  interpolation: { escapeValue: false },
  initAsync: false,
  returnNull: false,
})

/**
 * The text of a key such as `play.next`, in the language in use; follows a change of language.
 * @param params values for `{{name}}`; `count` chooses the plural.
 */
export function t(key: string, params: Record<string, unknown> = {}): string {
  void revision.value
  return i18next.t(key, params)
}

/** Loads the texts of a screen (a file of `src/i18n/<language>/`), before it is shown. */
export async function loadTexts(...names: string[]): Promise<void> {
  await ready
  const language = i18next.language
  await Promise.all(
    names.map(async (name) => {
      if (i18next.exists(name, { returnObjects: true })) return
      const { laterTexts } = await import('./later-texts')
      const load = laterTexts[`./${language}/${name}.json`]
      if (!load) throw new Error(`There is no text file ${language}/${name}.json.`)
      i18next.addResourceBundle(language, 'translation', { [name]: (await load()).default }, true)
    }),
  )
  revision.value += 1
}

/** A date in words, as French people write it: « mardi 24 novembre 2026 ». @param at milliseconds since 1970. */
export function dateInWords(at: number | Date): string {
  return new Intl.DateTimeFormat(i18next.language, { dateStyle: 'long' }).format(at)
}
