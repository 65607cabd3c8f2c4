import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Day } from '../core/day'
import { schedule, type CardAnswer } from '../core/review'
import { rated, sit, type Sitting } from '../core/review-session'
import type { Scenario } from '../core/scenario'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { finishedModules } from './finished-modules'
import { today } from './today'

/** A card as the learner reads it. */
export interface ReviewCard {
  /** `module/card`. */
  id: string
  module: string
  metOn: Day
  kind: Scenario['after']['cards'][number]['kind']
  front: string
  back: string
}

/** The review: what is due today, and the sitting in which it is recalled. */
export const useReview = defineStore('review', () => {
  const cards = shallowRef<readonly ReviewCard[]>([])
  const answers = shallowRef<readonly CardAnswer[]>([])
  const titles = shallowRef<readonly { id: string; title: string }[]>([])
  const day = shallowRef<Day>(today())
  const sitting = shallowRef<Sitting>()
  const isReady = shallowRef(false)
  const isBusy = shallowRef(false)
  const trouble = shallowRef<TroubleKind>()

  const plan = computed(() => schedule(cards.value, answers.value, day.value))
  /** The modules whose cards these are: how many, and how many passed every gap. */
  const modules = computed(() =>
    titles.value.map(({ id, title }) => {
      const own = cards.value.filter((one) => one.module === id)
      return {
        id,
        title,
        cards: own.length,
        learnt: schedule(own, answers.value, day.value).learnt,
      }
    }),
  )
  const card = computed(() => {
    const id = sitting.value?.queue[0]
    return cards.value.find((one) => one.id === id)
  })

  /** Reads the cards of finished modules and what was answered. */
  async function load(): Promise<void> {
    day.value = today()
    try {
      const finished = await finishedModules()
      titles.value = finished.map(({ id, pack, say }) => ({ id, title: say(pack.scenario.title) }))
      cards.value = finished.flatMap(({ id, metOn, pack, say }) =>
        pack.scenario.after.cards.map(({ id: name, kind, front, back }) => ({
          id: `${id}/${name}`,
          module: id,
          metOn,
          kind,
          front: say(front),
          back: say(back),
        })),
      )
      answers.value = cards.value.length ? await (await tables()).all() : []
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
      const kept = await tables()
      // The day the sitting began: midnight does not make a card come twice.
      await kept.keep({ card: id, on: day.value, known })
      answers.value = await kept.all()
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

/** The database comes with the first need of it. */
async function tables() {
  const { cardAnswersIn } = await import('../data/card-answers')
  return cardAnswersIn()
}
