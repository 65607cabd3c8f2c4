import { sceneOf } from '../check/sensitive'
import type { Material } from './material'
import type { Detail, Row } from './row'

/**
 * E2: every sensitive decision stands inside a scene with a notice, a short way, a way round and help; no gauge moves
 * anywhere in the scene. Traps and shared ways are already refused by `check`.
 */
export function sensitiveScenes({ scenario, graph, effects }: Material): Row {
  const inside = new Set<number>()
  let scenes = 0
  for (const step of scenario.steps)
    if (step.kind === 'sensitive') {
      scenes += 1
      for (const node of sceneOf(graph, step)) inside.add(node)
    }
  const details: Detail[] = []
  scenario.steps.forEach((step, i) => {
    if (step.kind === 'decision' && step.sensitive && !inside.has(i))
      details.push({ code: 'no-notice', path: `steps[${i}]`, params: { id: step.id } })
  })
  const gauges = new Set(scenario.meters.map(({ id }) => id))
  for (const { path, effect, step } of effects)
    if ('add' in effect && gauges.has(effect.add) && inside.has(graph.indexOf.get(step.id) ?? -1))
      details.push({ code: 'gauge-in-scene', path, params: { id: effect.add } })
  return {
    row: 'E2',
    value: `${scenes} ; ${details.length}`,
    threshold: '0',
    ok: details.length === 0,
    details,
  }
}
