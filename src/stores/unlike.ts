import { freshSeed } from '../core/fresh-seed'
import type { Run } from '../core/run'
import type { Scenario } from '../core/scenario'
import { newSeed } from './chance'

/** How many seeds are tried for a new run. */
const SEEDS = 16

/** Draws the seed of a new run unlike the ones before: other questions drawn, the other variant. */
export function unlike(before: readonly Run[]) {
  const seeds = Array.from({ length: SEEDS }, newSeed)
  return (scenario: Scenario, level: string, variant?: string): number =>
    freshSeed(scenario, level, before, seeds, variant) ?? newSeed()
}
