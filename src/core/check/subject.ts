import type { Diagnostic } from '../diagnostics'
import { graphOf, waysOut, type Graph } from '../graph'
import type { Meter, Scenario } from '../scenario'
import { survey, type Survey } from '../survey'

type Memory = Scenario['memory'][number]

/** The facts of facts.json by id, when they are at hand. `value` is the short form a text may quote. */
export type KnownFacts = ReadonlyMap<string, { value?: string | undefined }>

/** What the rules look at: the module, read once and indexed. */
export interface Subject extends Survey {
  scenario: Scenario
  graph: Graph
  meters: ReadonlyMap<string, Meter>
  memory: ReadonlyMap<string, Memory>
  facts: KnownFacts | undefined
  /** A target names no step: what depends on the whole road is not judged. */
  isRoadBroken: boolean
}

/** One rule of `check`: what is wrong with a module, in the order of the file. */
export type Rule = (subject: Subject) => Diagnostic[]

/** Reads and indexes a module for the rules. */
export function subjectOf(scenario: Scenario, facts?: KnownFacts): Subject {
  const graph = graphOf(scenario)
  return {
    ...survey(scenario),
    scenario,
    graph,
    meters: new Map(scenario.meters.map((meter) => [meter.id, meter])),
    memory: new Map(scenario.memory.map((item) => [item.id, item])),
    facts,
    isRoadBroken:
      !graph.indexOf.has(scenario.start) ||
      scenario.steps.some((step) => waysOut(step).some(({ to }) => !graph.indexOf.has(to))),
  }
}
