import { waysOut, type Graph } from '../graph'
import type { Condition, Step } from '../scenario'

/** The level and variant of a play. */
export interface Setting {
  level: string
  variant: string
}

/** A way that may be taken in a setting; `choice` is the index of the choice, for a decision. */
export interface Road {
  to: number
  choice?: number
}

/** What a condition is worth when only level and variant are known: true, false, or undefined. */
export function known(condition: Condition | undefined, setting: Setting): boolean | undefined {
  if (!condition) return true
  if ('level' in condition) return condition.level.includes(setting.level)
  if ('variant' in condition) return condition.variant.includes(setting.variant)
  if ('not' in condition) {
    const inside = known(condition.not, setting)
    return inside === undefined ? undefined : !inside
  }
  if ('all' in condition) {
    const parts = condition.all.map((part) => known(part, setting))
    if (parts.includes(false)) return false
    return parts.includes(undefined) ? undefined : true
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => known(part, setting))
    if (parts.includes(true)) return true
    return parts.includes(undefined) ? undefined : false
  }
  return undefined
}

/** The ways out of each step in a setting. Conditions on anything else than level and variant are ignored. */
export function roadsIn(graph: Graph, setting: Setting): Road[][] {
  const index = (id: string) => graph.indexOf.get(id) ?? -1
  return graph.steps.map((step) => {
    if (step.kind === 'decision')
      return step.choices.flatMap(({ to, when }, choice) =>
        known(when, setting) === false ? [] : [{ to: index(to), choice }],
      )
    if (step.kind !== 'branch') return waysOut(step).map(({ to }) => ({ to: index(to) }))
    const open: Road[] = []
    for (const { when, to } of step.ways) {
      const worth = known(when, setting)
      if (worth !== false) open.push({ to: index(to) })
      if (worth) return open
    }
    return [...open, { to: index(step.else) }]
  })
}

/** What is counted along a road: the worth of a step when it is left by a choice (or by its only way). */
export type Worth = (step: Step, choice: number | undefined) => number

/**
 * The least and the most that can be counted on a complete path, from a step to any ending.
 * Dynamic programming on the graph: conditions are ignored except level and variant, a loop is walked once
 * at most, a draw counts the cheapest (or dearest) `count` steps of its pool. Both are bounds: a real play lies between.
 */
export function extremes(
  graph: Graph,
  roads: readonly (readonly Road[])[],
  from: string,
  worth: Worth,
): { least: number; most: number } {
  const isEnding = (node: number) => graph.steps[node]?.kind === 'ending'
  const first = graph.indexOf.get(from) ?? -1
  const map = { graph, roads, worth, inside: [] }
  return {
    least: least(map, isEnding)[first] ?? Infinity,
    most: most(map, first, isEnding) ?? -Infinity,
  }
}

/** What is walked, and the draws whose pool the walk is inside of. */
interface Walk {
  graph: Graph
  roads: readonly (readonly Road[])[]
  worth: Worth
  inside: readonly number[]
}

type IsTarget = (node: number) => boolean

/** For each step, the least that is counted from it to a target; Infinity when there is no way. */
function least(walk: Walk, isTarget: IsTarget): number[] {
  const { graph, roads, worth } = walk
  const costs = graph.steps.map((_, node) => (isTarget(node) ? 0 : Infinity))
  const draws = new Map<number, number>()
  for (let changed = true; changed;) {
    changed = false
    for (let node = graph.steps.length - 1; node >= 0; node--) {
      const step = graph.steps[node]
      if (!step || isTarget(node)) continue
      let best = Infinity
      if (step.kind === 'draw') {
        const pool = draws.get(node) ?? drawn(walk, node, 'least')
        draws.set(node, pool)
        best = pool + (costs[graph.indexOf.get(step.to) ?? -1] ?? Infinity)
      } else
        for (const { to, choice } of roads[node] ?? [])
          best = Math.min(best, worth(step, choice) + (costs[to] ?? Infinity))
      if (best < (costs[node] ?? 0)) {
        costs[node] = best
        changed = true
      }
    }
  }
  return costs
}

/** The most that is counted from a step to a target; undefined when there is no way. */
function most(walk: Walk, from: number, isTarget: IsTarget): number | undefined {
  const { graph, roads, worth } = walk
  const done = new Map<number, number | undefined>()
  const open = new Set<number>()
  const mostFrom = (node: number): number | undefined => {
    if (isTarget(node)) return 0
    if (done.has(node)) return done.get(node)
    const step = graph.steps[node]
    if (!step || open.has(node)) return undefined
    open.add(node)
    const ways =
      step.kind === 'draw' ? [{ to: graph.indexOf.get(step.to) ?? -1 }] : (roads[node] ?? [])
    const pool = step.kind === 'draw' ? drawn(walk, node, 'most') : undefined
    let best: number | undefined
    for (const { to, choice } of ways) {
      const rest = mostFrom(to)
      if (rest === undefined) continue
      const sum = (pool ?? worth(step, choice)) + rest
      best = best === undefined ? sum : Math.max(best, sum)
    }
    open.delete(node)
    done.set(node, best)
    return best
  }
  return mostFrom(from)
}

/** What the steps of a pool count together, each walked until it comes back to its draw. */
function drawn(walk: Walk, draw: number, extreme: 'least' | 'most'): number {
  const step = walk.graph.steps[draw]
  if (step?.kind !== 'draw' || walk.inside.includes(draw)) return 0
  const inner = { ...walk, inside: [...walk.inside, draw] }
  const isBack = (node: number) => node === draw
  const back = extreme === 'least' ? least(inner, isBack) : []
  const costs = step.from.map((id) => {
    const node = walk.graph.indexOf.get(id) ?? -1
    return extreme === 'least' ? (back[node] ?? Infinity) : (most(inner, node, isBack) ?? 0)
  })
  return costs
    .sort((a, b) => (extreme === 'least' ? a - b : b - a))
    .slice(0, step.count)
    .reduce((sum, cost) => sum + cost, 0)
}
