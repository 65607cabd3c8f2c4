import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { Fact } from '../core/fact'
import type { Pack } from '../core/pack'
import { termFinder, toSpans, type Span, type Term, type TermFinder } from '../core/spans'
import { fill, plain } from '../core/text'
import { useCurrentRun } from './current-run'
import { useSettings } from './settings'

/**
 * Turns the texts of a module into what this learner reads: filled, agreed, with touchable words.
 * @param packNow the module, followed when it changes
 * @param textsNow what the learner wrote
 */
export function wordingOf(
  packNow: () => Pack | undefined,
  textsNow: () => Readonly<Record<string, string>>,
) {
  const settings = useSettings()
  const shownTerm = shallowRef<Term>()

  let finder: TermFinder = termFinder([])
  let met = new Set<string>()
  let made = new Map<string, Span[]>()

  watch(
    packNow,
    (pack) => {
      finder = termFinder(pack?.terms ?? [])
      met = new Set()
      made = new Map()
    },
    { immediate: true, flush: 'sync' },
  )

  function filled(text: string): string {
    return fill(text, {
      texts: textsNow(),
      agreement: settings.settings.agreement,
      factValue: (id) => fact(id)?.value,
    })
  }

  /** The spans of a text; a glossary word is touchable where it is first met. */
  function words(text: string): Span[] {
    const ready = filled(text)
    const known = made.get(ready)
    if (known) return known
    const spans = toSpans(ready, finder, met)
    made.set(ready, spans)
    return spans
  }

  /** The same text, plain: for a button's name, a voice, a file. */
  function plainWords(text: string): string {
    return plain(filled(text))
  }

  function fact(id: string | undefined): Fact | undefined {
    return packNow()?.facts.find((one) => one.id === id)
  }

  function showTerm(id: string): void {
    shownTerm.value = packNow()?.terms.find((term) => term.id === id)
  }

  function hideTerm(): void {
    shownTerm.value = undefined
  }

  return { words, plainWords, fact, shownTerm, showTerm, hideTerm }
}

/** The wording of the run being played. */
export const useWording = defineStore('wording', () => {
  const current = useCurrentRun()
  return wordingOf(
    () => current.pack,
    () => current.snapshot?.context.texts ?? {},
  )
})
