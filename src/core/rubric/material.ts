import { compile, type Game } from '../compile'
import type { Fact } from '../fact'
import { graphOf, type Graph } from '../graph'
import type { Scenario } from '../scenario'
import type { Term } from '../spans'
import { survey, type Survey } from '../survey'
import { readable, wordCount } from './words'

/** What the rubric is measured on, beside the module: the shared files, the date and how much to play. */
export interface Shelf {
  facts: ReadonlyMap<string, Fact>
  terms: readonly Term[]
  /** Frequent French words, in small letters; undefined = R4 is not measured. */
  common: ReadonlySet<string> | undefined
  /** `YYYY-MM-DD`. */
  today: string
  /** Random plays; 10,000 for the thresholds of the rubric. */
  plays: number
}

/** A module and all that is needed to measure it, computed once. */
export interface Material extends Shelf, Survey {
  scenario: Scenario
  graph: Graph
  game: Game
  /** Every level and variant that can be played together. */
  settings: readonly { level: string; variant: string }[]
  /** A text as it is read. */
  read: (text: string) => string
  /** How many words a text is read with. */
  count: (text: string | undefined) => number
}

/** Gathers what the rows are measured on. The module must have no blocking diagnostic. */
export function materialOf(scenario: Scenario, shelf: Shelf): Material {
  const counts = new Map<string, number>()
  const read = (text: string) => readable(text, (id) => shelf.facts.get(id)?.value)
  return {
    ...shelf,
    ...survey(scenario),
    scenario,
    graph: graphOf(scenario),
    game: compile(scenario),
    settings: scenario.levels.flatMap(({ id: level }) =>
      scenario.variants
        .filter(({ levels }) => levels.includes(level))
        .map(({ id: variant }) => ({ level, variant })),
    ),
    read,
    count: (text) => {
      if (text === undefined) return 0
      const known = counts.get(text)
      if (known !== undefined) return known
      const count = wordCount(read(text))
      counts.set(text, count)
      return count
    },
  }
}
