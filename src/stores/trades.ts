import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import {
  candidatesFor,
  INTERESTS,
  MOST_KEPT,
  type Answers,
  type Candidate,
  type Riasec,
} from '../core/trades/candidates'
import { tagsAt, type TradeTags } from '../core/trades/trades-file'
import type { KeptTrade } from '../data/db'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { useCatalogue } from './catalogue'

const NO_ANSWERS: Answers = { interests: {}, riasec: [] }

/** How many ways of working are chosen among six. */
export const WAYS = 2

/** The search for a trade of one who does not know yet: answers, candidates that they explain, three to explore. */
export const useTrades = defineStore('trades', () => {
  const catalogue = useCatalogue()
  const answers = shallowRef<Answers>(NO_ANSWERS)
  const kept = shallowRef<readonly KeptTrade[]>([])
  /** Why the device does not keep the answers; they still work. */
  const trouble = shallowRef<TroubleKind>()
  let loading: Promise<void> | undefined

  /** How many interests were answered. */
  const answered = computed(() => Object.keys(answers.value.interests).length)
  const isComplete = computed(
    () => answered.value === INTERESTS && answers.value.riasec.length === WAYS,
  )
  const candidates = computed<Candidate[]>(() =>
    catalogue.tradesFile ? candidatesFor(catalogue.tradesFile, answers.value) : [],
  )

  /** Reads what the device remembers, once. */
  function load(): Promise<void> {
    loading ??= keeping(async ({ drafts, trades }) => {
      answers.value = (await drafts.get('answers')) ?? NO_ANSWERS
      kept.value = await trades.all()
    })
    return loading
  }

  function answer(interest: number, word: 'yes' | 'maybe' | 'no'): Promise<void> {
    return change({
      ...answers.value,
      interests: { ...answers.value.interests, [interest]: word },
    })
  }

  function choose(riasec: readonly Riasec[]): Promise<void> {
    return change({ ...answers.value, riasec: [...riasec] })
  }

  function startAgain(): Promise<void> {
    return change(NO_ANSWERS)
  }

  async function change(value: Answers): Promise<void> {
    answers.value = value
    await keeping(({ drafts }) => drafts.put({ key: 'answers', value }))
  }

  /** Keeps a trade to explore. @returns false when three are kept already. */
  async function keep(candidate: Candidate): Promise<boolean> {
    const isKnown = kept.value.some(({ rome }) => rome === candidate.rome)
    let hasRoom = isKnown || kept.value.length < MOST_KEPT
    if (!hasRoom) return false
    const at = Date.now()
    if (!isKnown) kept.value = [...kept.value, { ...candidate, at }]
    await keeping(async ({ trades }) => {
      hasRoom = await trades.keep(candidate, at)
      kept.value = await trades.all()
    })
    return hasRoom
  }

  async function drop(rome: string): Promise<void> {
    kept.value = kept.value.filter((one) => one.rome !== rome)
    await keeping(async ({ trades }) => {
      await trades.drop(rome)
      kept.value = await trades.all()
    })
  }

  /** What ROME and Dares say of a trade; undefined while the trades are not there. */
  function tagsOf(rome: string): TradeTags | undefined {
    const file = catalogue.tradesFile
    const row = file?.codes.split('\n').indexOf(rome) ?? -1
    return file && row >= 0 ? tagsAt(file, row) : undefined
  }

  async function keeping(
    work: (all: Awaited<ReturnType<typeof tables>>) => Promise<unknown>,
  ): Promise<void> {
    try {
      await work(await tables())
      trouble.value = undefined
    } catch (error) {
      trouble.value = troubleOf(error).kind
    }
  }

  return {
    answers,
    answered,
    isComplete,
    candidates,
    kept,
    trouble,
    load,
    answer,
    choose,
    startAgain,
    keep,
    drop,
    tagsOf,
  }
})

/** The database comes with the first need of it. */
async function tables() {
  const [{ keptTradesIn }, { draftsIn }] = await Promise.all([
    import('../data/kept-trades'),
    import('../data/drafts'),
  ])
  return { trades: keptTradesIn(), drafts: draftsIn() }
}
