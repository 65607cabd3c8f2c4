import { canReceive } from './compose'
import type { Person } from './person'
import { partsOf, type Sending } from './sending'

/** Days after which those not marked done are proposed again, as La bonne alternance does. */
const FOLLOW_UP_DAYS = 7

const DAY = 24 * 60 * 60 * 1000

/** People to write to again, about what they were written to before. */
export interface FollowUp {
  sending: Sending
  people: Person[]
}

/**
 * Whom to write to again: those without a mark who can be reached, seven days after each sending began.
 * @param begun when each sending began, milliseconds since 1970
 * @param done ids of the people marked done, by sending
 * @returns the oldest sending first; none without anybody
 */
export function followUps(
  people: readonly Person[],
  begun: Readonly<Partial<Record<Sending, number>>>,
  done: ReadonlyMap<Sending, ReadonlySet<string>>,
  now: number,
): FollowUp[] {
  return (Object.entries(begun) as [Sending, number][])
    .filter(([, at]) => now - at >= FOLLOW_UP_DAYS * DAY)
    .sort(([, one], [, other]) => one - other)
    .map(([sending]) => {
      const { audience } = partsOf(sending)
      const isDue = (person: Person) =>
        canReceive(person, audience) && !done.get(sending)?.has(person.id)
      return { sending, people: people.filter(isDue) }
    })
    .filter(({ people: due }) => due.length > 0)
}
