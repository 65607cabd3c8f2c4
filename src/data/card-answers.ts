import { sameDay, type CardAnswer } from '../core/review'
import { db as deviceDb, type Database } from './db'

/** The answers given to review cards: verbs only. Every promise of a write resolves once the disk has it. */
export function cardAnswersIn(db: Database = deviceDb) {
  return {
    all: (): Promise<CardAnswer[]> => db.cardAnswers.toArray(),

    /** Keeps an answer. One a day and card: a miss of the same day stays a miss. */
    keep: (answer: CardAnswer): Promise<void> =>
      db.write([db.cardAnswers], async () => {
        const before = await db.cardAnswers.get([answer.card, answer.on])
        await db.cardAnswers.put(before ? sameDay(before, answer) : answer)
      }),
  }
}
