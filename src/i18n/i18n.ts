import type { i18n } from 'i18next'
import { shallowRef } from 'vue'
import { firstTexts, firstWords } from './first-words'

const FRENCH = 'fr'

/** i18next, which comes right after the first screen. */
let library: i18n | undefined
let coming: Promise<i18n> | undefined
const revision = shallowRef(0)

/**
 * The text of a key such as `play.next`, in the language in use; follows a change of language.
 * @param params values for `{{name}}`; `count` chooses the plural.
 */
export function t(key: string, params: Record<string, unknown> = {}): string {
  void revision.value
  return library ? library.t(key, params) : firstWords(key, params)
}

/** Loads the texts of a screen (a file of `src/i18n/<language>/`), before it is shown. */
export async function loadTexts(...names: string[]): Promise<void> {
  if (!names.length) return
  const [ready, { laterTexts }] = await Promise.all([arrived(), import('./later-texts')])
  await Promise.all(
    names.map(async (name) => {
      if (ready.exists(name, { returnObjects: true })) return
      const load = laterTexts[`./${ready.language}/${name}.json`]
      if (!load) throw new Error(`There is no text file ${ready.language}/${name}.json.`)
      const { default: texts } = await load()
      ready.addResourceBundle(ready.language, 'translation', { [name]: texts }, true)
    }),
  )
  revision.value += 1
}

/** The language in use, as `Intl` names it. */
export function language(): string {
  return library?.language ?? FRENCH
}

/** A date in words, as French people write it: « mardi 24 novembre 2026 ». @param at milliseconds since 1970. */
export function dateInWords(at: number | Date): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(at)
}

function arrived(): Promise<i18n> {
  coming ??= bring().catch((error: unknown) => {
    coming = undefined
    throw error
  })
  return coming
}

async function bring(): Promise<i18n> {
  const { default: made } = await import('i18next')
  await made.init({
    lng: FRENCH,
    fallbackLng: FRENCH,
    resources: { [FRENCH]: { translation: firstTexts } },
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  })
  library = made
  return made
}
