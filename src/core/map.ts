import { graphOf } from './graph'
import { isDecision } from './progress'
import type { Scenario, Step } from './scenario'

/** A place on the map: a decision or an ending. `layer` 0 is the first decision; `column` orders a layer. */
export interface Place {
  step: Step
  layer: number
  column: number
  /** How many places its layer has. */
  wide: number
}

/** The decisions and endings of a module, and the roads between them. */
export interface StoryMap {
  places: Place[]
  roads: { from: string; to: string }[]
  layers: number
}

/** Draws the map of a module: one layer per decision on the longest road, roads back left out. */
export function mapOf(scenario: Scenario): StoryMap {
  const { steps, next, indexOf } = graphOf(scenario)
  const isPlace = (index: number) => {
    const step = steps[index]
    return step !== undefined && (isDecision(step) || step.kind === 'ending')
  }
  const roadsFrom = (from: number): Set<number> => {
    const found = new Set<number>()
    const passed = new Set<number>()
    const edge = [...(next[from] ?? [])]
    for (let at = edge.pop(); at !== undefined; at = edge.pop()) {
      if (passed.has(at)) continue
      passed.add(at)
      if (isPlace(at)) found.add(at)
      else edge.push(...(next[at] ?? []))
    }
    return found
  }

  const startIndex = indexOf.get(scenario.start) ?? 0
  const order: number[] = []
  const roads = new Map<number, number[]>()
  const state = new Map<number, 'open' | 'done'>()
  const visit = (place: number): void => {
    state.set(place, 'open')
    const ahead = [...roadsFrom(place)].filter((to) => state.get(to) !== 'open')
    for (const to of ahead) if (!state.has(to)) visit(to)
    roads.set(place, ahead)
    state.set(place, 'done')
    order.unshift(place)
  }
  for (const first of isPlace(startIndex) ? [startIndex] : roadsFrom(startIndex))
    if (!state.has(first)) visit(first)

  const layerOf = new Map(order.map((place) => [place, 0]))
  for (const place of order)
    for (const to of roads.get(place) ?? [])
      layerOf.set(to, Math.max(layerOf.get(to) ?? 0, (layerOf.get(place) ?? 0) + 1))
  const lastLayer = Math.max(0, ...layerOf.values())
  for (const place of order) if (steps[place]?.kind === 'ending') layerOf.set(place, lastLayer)

  const byLayer: number[][] = Array.from({ length: lastLayer + 1 }, () => [])
  for (const place of [...order].sort((a, b) => a - b))
    byLayer[layerOf.get(place) ?? 0]?.push(place)

  const idOf = (index: number) => steps[index]?.id ?? ''
  return {
    layers: byLayer.length,
    places: byLayer.flatMap((layer, number) =>
      layer.flatMap((place, column) => {
        const step = steps[place]
        return step ? [{ step, layer: number, column, wide: layer.length }] : []
      }),
    ),
    roads: [...roads].flatMap(([from, ends]) =>
      ends.map((to) => ({ from: idOf(from), to: idOf(to) })),
    ),
  }
}
