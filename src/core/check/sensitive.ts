import type { Diagnostic } from '../diagnostics'
import { reached, type Graph } from '../graph'
import type { StepOf } from '../scenario'
import type { Rule } from './subject'

/** How far a scene is followed from its notice; keeps the walk linear in a hostile module. */
const SCENE = 200

/** In a sensitive scene nobody is wrong, no meter moves, and skipping really skips. */
export const sensitive: Rule = ({ scenario, graph, meters }) => {
  const ticked = new Set(
    [...meters.values()].flatMap((meter) =>
      meter.kind === 'checklist' ? meter.items.map(({ flag }) => flag) : [],
    ),
  )
  const found: Diagnostic[] = []
  scenario.steps.forEach((step, i) => {
    const path = `steps[${i}]`
    if (step.kind === 'decision' && step.sensitive)
      step.choices.forEach((choice, c) => {
        const place = `${path}.choices[${c}]`
        if (choice.quality === 'trap')
          found.push({
            code: 'sensitive-trap',
            path: `${place}.quality`,
            params: { id: choice.id },
          })
        choice.effects?.forEach((effect, e) => {
          const id = 'add' in effect ? effect.add : 'set' in effect ? effect.set : ''
          if (meters.has(id) || ticked.has(id))
            found.push({
              code: 'sensitive-meter',
              path: `${place}.effects[${e}]`,
              params: { id },
            })
        })
      })
    if (step.kind !== 'sensitive') return
    if (new Set([step.full, step.short, step.skip]).size < 3)
      found.push({ code: 'sensitive-same', path, params: { id: step.id } })
    else
      for (const index of sceneOf(graph, step)) {
        const inside = graph.steps[index]
        if (inside?.kind === 'decision' && !inside.sensitive)
          found.push({
            code: 'sensitive-unmarked',
            path: `steps[${index}]`,
            params: { id: inside.id, scene: step.id },
          })
      }
  })
  return found
}

/** The steps of a scene: after its notice, before the road that skipping takes. In the order of the file. */
export function sceneOf({ next, indexOf }: Graph, step: StepOf<'sensitive'>): number[] {
  const known = (...ids: string[]) => ids.flatMap((id) => indexOf.get(id) ?? [])
  const after = reached(next, known(step.skip), { most: SCENE })
  const scene = reached(next, known(step.full, step.short), { stop: after, most: SCENE })
  return [...scene].sort((a, b) => a - b)
}
