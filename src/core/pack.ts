import type { Fact } from './fact'
import type { Scenario } from './scenario'
import type { Term } from './spans'

/**
 * Everything a play needs, in one text: a run is pinned to it.
 * Facts and terms are those the module uses, no more. Drawings come apart, after the first screen.
 */
export interface Pack {
  scenario: Scenario
  facts: Fact[]
  terms: Term[]
}

/** What is known of a module before it is opened. */
export interface ModuleSummary {
  id: string
  version: string
  title: string
  passage: Scenario['passage']
  summary: string
  minutes: Scenario['minutes']
  endings: { id: string; rank: number }[]
  levels: Pick<Scenario['levels'][number], 'id' | 'label' | 'summary'>[]
}
