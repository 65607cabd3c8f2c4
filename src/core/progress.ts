import { graphOf } from './graph'
import type { Scenario, Step } from './scenario'

/** Says whether the learner decides something at a step (and is not only reading, writing or saying). */
export function isDecision(step: Step): boolean {
  return step.kind === 'decision' || step.kind === 'pick' || step.kind === 'order'
}

/** For each step, the fewest decisions still to make before an ending, this one included (breadth-first, backwards). */
export function decisionsLeft(scenario: Scenario): ReadonlyMap<string, number> {
  const { steps, previous } = graphOf(scenario)
  const left = steps.map((step) => (step.kind === 'ending' ? 0 : Infinity))
  let edge = left.flatMap((count, index) => (count === 0 ? [index] : []))
  while (edge.length) {
    const nextEdge = new Set<number>()
    for (const index of edge)
      for (const before of previous[index] ?? []) {
        const step = steps[before]
        const cost = (left[index] ?? Infinity) + (step && isDecision(step) ? 1 : 0)
        if (cost >= (left[before] ?? Infinity)) continue
        left[before] = cost
        nextEdge.add(before)
      }
    edge = [...nextEdge]
  }
  return new Map(steps.map((step, index) => [step.id, left[index] ?? Infinity]))
}
