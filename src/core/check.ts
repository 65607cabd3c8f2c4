import { answers } from './check/answers'
import { leftovers } from './check/leftovers'
import { names } from './check/names'
import { references } from './check/references'
import { road } from './check/road'
import { sensitive } from './check/sensitive'
import { subjectOf, type KnownFacts, type Rule } from './check/subject'
import { texts } from './check/texts'
import { values } from './check/values'
import type { Diagnostic } from './diagnostics'
import type { Scenario } from './scenario'

const RULES: readonly Rule[] = [
  names,
  references,
  road,
  values,
  answers,
  sensitive,
  texts,
  leftovers,
]

/**
 * Says everything that does not hold together in a module of the right shape. Linear in its size.
 * Conditions are not evaluated: a way exists as soon as it is written.
 * @param facts what facts.json holds; without it only the module's own list is looked at
 */
export function check(scenario: Scenario, facts?: KnownFacts): Diagnostic[] {
  const subject = subjectOf(scenario, facts)
  return RULES.flatMap((rule) => rule(subject))
}
