import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Art } from '../core/art'
import { bookletOf } from '../core/booklet/booklet'
import { endingRoads } from '../core/booklet/ending-roads'
import { factsIn, piecesOf, termsIn, type Piece } from '../core/booklet/pieces'
import { termFinder } from '../core/spans'
import { artOf } from '../data/library'
import { moduleSummaries } from '../data/summaries'
import { openPacks, type OpenPack } from './packs'

/** Level, variant and edition; the edition is the seed, so that neighbours can hold other numbers. */
export interface BookletWish {
  level: string
  variant: string
  edition: number
}

/** A module made into a booklet for paper. Nothing is kept: the address says it all. */
export const useBooklet = defineStore('booklet', () => {
  const open = shallowRef<OpenPack>()
  const art = shallowRef<Art>()
  const state = shallowRef<'loading' | 'ready' | 'missing'>('loading')
  const wish = shallowRef<BookletWish>({ level: '', variant: '', edition: 1 })
  const names = shallowRef<readonly string[]>([])

  const scenario = computed(() => open.value?.pack.scenario)
  const booklet = computed(() => {
    const { level, variant, edition } = wish.value
    return open.value && level
      ? bookletOf(open.value.game, { level, variant, seed: edition }, names.value)
      : undefined
  })
  const facts = computed(() =>
    booklet.value && open.value ? factsIn(booklet.value, open.value.pack.facts) : [],
  )
  const terms = computed(() =>
    booklet.value && open.value ? termsIn(booklet.value, open.value.pack.terms) : [],
  )
  const roads = computed(() =>
    booklet.value && open.value ? endingRoads(booklet.value, open.value.game) : [],
  )
  const wording = computed(() => ({
    blanks: booklet.value ? booklet.value.sheet.blanks : [],
    facts: facts.value,
    finder: termFinder(terms.value),
  }))

  /**
   * Opens a module and chooses what was asked, or the first level and variant that go together.
   * @param words names for the tracking sheet
   */
  async function load(
    id: string,
    asked: Partial<BookletWish>,
    words: readonly string[],
  ): Promise<void> {
    if (scenario.value?.id !== id) {
      state.value = 'loading'
      const [found] = await openPacks([id])
      open.value = found
      art.value = undefined
      if (found) void artOf(id).then((drawn) => scenario.value?.id === id && (art.value = drawn))
    }
    names.value = words
    wish.value = possible(asked)
    state.value = open.value ? 'ready' : 'missing'
  }

  function possible({ level, variant, edition = 1 }: Partial<BookletWish>): BookletWish {
    const { levels = [], variants = [] } = scenario.value ?? {}
    const first = levels.find(({ id }) => id === level) ?? levels[0]
    const fitting = variants.filter((one) => one.levels.includes(first?.id ?? ''))
    const chosen = fitting.find(({ id }) => id === variant) ?? fitting[0]
    return { level: first?.id ?? '', variant: chosen?.id ?? '', edition }
  }

  /** A text as it is printed. @param met words already marked as explained at the end */
  function pieces(text: string, met = new Set<string>()): Piece[] {
    return piecesOf(text, wording.value, met)
  }

  return {
    modules: moduleSummaries,
    open,
    scenario,
    art,
    state,
    wish,
    booklet,
    facts,
    terms,
    roads,
    load,
    pieces,
  }
})
