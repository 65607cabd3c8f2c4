import type { Day } from '../core/day'
import type { CardAnswer } from '../core/review'
import type { Scenario } from '../core/scenario'
import { finishedModules } from './finished-modules'

/** A card as the learner reads it. */
interface ReviewCard {
  /** `module/card`. */
  id: string
  module: string
  metOn: Day
  kind: Scenario['after']['cards'][number]['kind']
  front: string
  back: string
}

/** What there is to review on this device. */
export interface ReviewCards {
  modules: readonly { id: string; title: string }[]
  cards: readonly ReviewCard[]
  answers: readonly CardAnswer[]
}

/** Reads the cards of finished modules, and what was answered. @throws {StorageTrouble} */
export async function readReviewCards(): Promise<ReviewCards> {
  const finished = await finishedModules()
  const cards = finished.flatMap(({ id, metOn, pack, say }) =>
    pack.scenario.after.cards.map(({ id: name, kind, front, back }): ReviewCard => ({
      id: `${id}/${name}`,
      module: id,
      metOn,
      kind,
      front: say(front),
      back: say(back),
    })),
  )
  const modules = finished.map(({ id, pack, say }) => ({ id, title: say(pack.scenario.title) }))
  return { modules, cards, answers: cards.length ? await (await cardAnswers()).all() : [] }
}

/** The kept answers: the database comes with the first need of it. */
export async function cardAnswers() {
  const { cardAnswersIn } = await import('../data/card-answers')
  return cardAnswersIn()
}
