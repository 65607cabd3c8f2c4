import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Pack } from '../core/pack'
import type { Rating, RatingMoment } from '../core/rating'
import { ratingLines, situationMarks } from '../core/rating-line'
import { packText } from '../data/library'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { newId } from './chance'
import { keptAfter } from './kept-after'
import { wordingOf } from './wording'

/** Where a learner says they stand with a module: confidence, stage fright, situations. For their eyes only. */
export const useMeasure = defineStore('measure', () => {
  const pack = shallowRef<Pack>()
  const ratings = shallowRef<readonly Rating[]>([])
  const state = shallowRef<'loading' | 'unknown' | 'ready'>('loading')
  const trouble = shallowRef<TroubleKind>()
  const wording = wordingOf(
    () => pack.value,
    () => ({}),
  )

  const module = computed(() => pack.value?.scenario.id)
  const after = computed(() => pack.value?.scenario.after)
  const lines = computed(() => after.value && ratingLines(after.value, ratings.value))
  const situations = computed(() =>
    after.value ? situationMarks(after.value.situations, ratings.value) : [],
  )

  /** Opens the questions of a module, and what was answered before. */
  async function open(id: string): Promise<void> {
    state.value = 'loading'
    trouble.value = undefined
    ratings.value = []
    const text = await packText(id).catch(() => undefined)
    if (text === undefined) {
      state.value = 'unknown'
      return
    }
    pack.value = JSON.parse(text) as Pack
    try {
      ratings.value = await (await keptAfter()).ratings(id)
    } catch (error) {
      trouble.value = troubleOf(error).kind
    }
    state.value = 'ready'
  }

  /** Keeps some answers. What the device refuses is still shown until the page is left. */
  async function answer(
    moment: RatingMoment,
    answers: Pick<Rating, 'confidence' | 'situations'> & { nerves?: number },
  ): Promise<void> {
    if (!module.value) return
    const rating = { id: newId(), scenario: module.value, moment, at: Date.now(), ...answers }
    ratings.value = [...ratings.value, rating]
    try {
      await (await keptAfter()).addRating(rating)
      trouble.value = undefined
    } catch (error) {
      trouble.value = troubleOf(error).kind
    }
  }

  return {
    module,
    pack,
    after,
    ratings,
    lines,
    situations,
    state,
    trouble,
    plainWords: wording.plainWords,
    open,
    answer,
  }
})
