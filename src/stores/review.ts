import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Day } from '../core/day'
import { schedule } from '../core/review'
import { rated, sit, type Sitting } from '../core/review-session'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { cardAnswers, readReviewCards, type ReviewCards } from './review-cards'
import { today } from './today'

/** The review: what is due today, and the sitting in which it is recalled. */
export const useReview = defineStore('review', () => {
  const there = shallowRef<ReviewCards>({ modules: [], cards: [], answers: [] })
  const day = shallowRef<Day>(today())
  const sitting = shallowRef<Sitting>()
  const isReady = shallowRef(false)
  const isBusy = shallowRef(false)
  const trouble = shallowRef<TroubleKind>()

  const cards = computed(() => there.value.cards)
  const plan = computed(() => schedule(cards.value, there.value.answers, day.value))
  /** The modules whose cards these are: how many, and how many passed every gap. */
  const modules = computed(() =>
    there.value.modules.map(({ id, title }) => {
      const own = cards.value.filter((one) => one.module === id)
      const { learnt } = schedule(own, there.value.answers, day.value)
      return { id, title, cards: own.length, learnt }
    }),
  )
  const card = computed(() => {
    const id = sitting.value?.queue[0]
    return cards.value.find((one) => one.id === id)
  })

  async function load(): Promise<void> {
    day.value = today()
    try {
      there.value = await readReviewCards()
      trouble.value = undefined
    } catch (error) {
      trouble.value = troubleOf(error).kind
    }
    isReady.value = true
  }

  /** Begins a sitting with what is due. */
  function begin(): void {
    sitting.value = sit(plan.value.due.map(({ id }) => id))
  }

  /** Keeps how well the card shown was known, then shows the next one. The learner goes on even if nothing is kept. */
  async function rate(known: boolean): Promise<void> {
    const now = sitting.value
    const id = now?.queue[0]
    if (!now || id === undefined || isBusy.value) return
    isBusy.value = true
    try {
      const kept = await cardAnswers()
      // The day the sitting began: midnight does not make a card come twice.
      await kept.keep({ card: id, on: day.value, known })
      there.value = { ...there.value, answers: await kept.all() }
      trouble.value = undefined
    } catch (error) {
      trouble.value = troubleOf(error).kind
    }
    sitting.value = rated(now, known)
    isBusy.value = false
  }

  function leave(): void {
    sitting.value = undefined
  }

  return { cards, modules, plan, sitting, card, isReady, isBusy, trouble, load, begin, rate, leave }
})
