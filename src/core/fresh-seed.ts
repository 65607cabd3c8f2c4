import { shuffled } from './chance'
import type { Setup } from './compile'
import type { Scenario } from './scenario'

/** What chance decides before a play begins: the variant, and the steps each draw takes. */
export interface Lot {
  variant: string
  /** The steps drawn, in any order. */
  drawn: ReadonlySet<string>
}

/** What this seed gives in a module. A variant that was asked for is not left to chance. */
export function lotOf(scenario: Scenario, { level, seed }: Draw, variant?: string): Lot {
  const open = scenario.variants.filter(({ levels }) => levels.includes(level))
  const drawn = scenario.steps.flatMap((step) =>
    step.kind === 'draw' ? shuffled(step.from, seed, step.id).slice(0, step.count) : [],
  )
  return { variant: variant ?? open[seed % open.length]?.id ?? '', drawn: new Set(drawn) }
}

type Draw = Pick<Setup, 'level' | 'seed'>

/**
 * Among some seeds, the one whose play is least like those before: the last one above all, then the others. Two plays
 * are alike by their variant and by the steps they drew.
 * @param before earlier plays of the module, the oldest first
 * @param variant when the variant of the new play is chosen, not drawn
 * @param seeds one at least, drawn at random
 */
export function freshSeed(
  scenario: Scenario,
  level: string,
  before: readonly Setup[],
  seeds: readonly number[],
  variant?: string,
): number | undefined {
  const past = before.map((setup) => lotOf(scenario, setup, setup.variant)).reverse()
  const likeness = (seed: number) => {
    const lot = lotOf(scenario, { level, seed }, variant)
    return past.reduce((sum, other, age) => sum + alike(lot, other) / (age + 1), 0)
  }
  const scored = seeds.map((seed) => ({ seed, likeness: likeness(seed) }))
  return scored.sort((a, b) => a.likeness - b.likeness)[0]?.seed
}

/** From 0 (nothing in common) to 1 for the questions, as much again for the variant; a twin counts far more. */
function alike(one: Lot, other: Lot): number {
  const shared = [...one.drawn].filter((id) => other.drawn.has(id)).length
  const questions = one.drawn.size ? shared / one.drawn.size : 0
  const isSameVariant = one.variant === other.variant
  const isTwin = isSameVariant && one.drawn.size > 0 && shared === one.drawn.size
  return questions + (isSameVariant ? 1 : 0) + (isTwin ? 10 : 0)
}
