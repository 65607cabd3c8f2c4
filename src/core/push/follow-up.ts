import type { Person } from './person'

/** Days after which those not marked done are proposed again, as La bonne alternance does. */
const FOLLOW_UP_DAYS = 7

const DAY = 24 * 60 * 60 * 1000

/**
 * Whom to write to again: those without a mark, seven days after the push began.
 * @param begunAt when the push was first sent, milliseconds since 1970; undefined when never
 * @param done ids of the people marked done for this push
 */
export function dueAgain(
  people: readonly Person[],
  done: ReadonlySet<string>,
  begunAt: number | undefined,
  now: number,
): Person[] {
  if (begunAt === undefined || now - begunAt < FOLLOW_UP_DAYS * DAY) return []
  return people.filter(({ id }) => !done.has(id))
}
