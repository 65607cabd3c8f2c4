import type { Diagnostic } from '../diagnostics'
import { groups, reached } from '../graph'
import type { Step } from '../scenario'
import type { Rule, Subject } from './subject'

/** The kinds where what the learner does can change what comes next. */
const CHOOSING: readonly Step['kind'][] = ['decision', 'pick', 'order', 'sensitive']

/** Steps nothing leads to, steps that lead to no ending, loops without a choice, draws that leak. */
export const road: Rule = (subject) => {
  const { scenario, graph, isRoadBroken } = subject
  const { steps, indexOf } = graph
  const found: Diagnostic[] = []
  const isFirst = (index: number) => indexOf.get(steps[index]?.id ?? '') === index
  const report = (code: 'dead-end' | 'unreachable-step' | 'unreachable-ending', index: number) =>
    found.push({ code, path: `steps[${index}]`, params: { id: steps[index]?.id ?? '' } })

  if (!steps.some(({ kind }) => kind === 'ending'))
    return [{ code: 'no-ending', path: 'steps', params: {} }]

  const loops = loopsWithoutChoice(subject)
  for (const loop of loops)
    found.push({
      code: 'loop-without-choice',
      path: `steps[${loop[0]}]`,
      params: { steps: namesOf(loop.map((index) => steps[index]?.id ?? '')) },
    })

  if (isRoadBroken) return found
  const met = reached(graph.next, [indexOf.get(scenario.start) ?? 0])
  const exits = steps.flatMap(({ kind }, index) => (kind === 'ending' ? [index] : []))
  const ending = reached(graph.previous, [...exits, ...loops.flat()])
  steps.forEach(({ kind }, index) => {
    if (!isFirst(index)) return
    if (!met.has(index))
      report(kind === 'ending' ? 'unreachable-ending' : 'unreachable-step', index)
    else if (!ending.has(index)) report('dead-end', index)
  })
  return [...found, ...leakingDraws(subject)]
}

/** Loops where nothing the learner does can change the way: reading, writing, branches, ends of draws. */
function loopsWithoutChoice({ graph: { steps, indexOf, next } }: Subject): number[][] {
  // A draw gives each step of its pool once: only its way on can be taken for ever.
  const links = steps.map((step, index) => {
    if (step.kind === 'draw') return [indexOf.get(step.to) ?? -1].filter((to) => to >= 0)
    return CHOOSING.includes(step.kind) ? [] : (next[index] ?? [])
  })
  const loops = new Map<number, number[]>()
  groups(links).forEach((group, index) => {
    const loop = loops.get(group)
    if (loop) loop.push(index)
    else loops.set(group, [index])
  })
  return [...loops.values()]
    .filter((loop) => loop.length > 1 || links[loop[0] ?? -1]?.includes(loop[0] ?? -1))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

function leakingDraws({ graph: { steps, indexOf, next } }: Subject): Diagnostic[] {
  const group = groups(next)
  return steps.flatMap((step, index) => {
    if (step.kind !== 'draw') return []
    const path = `steps[${index}]`
    const pool = new Set(step.from)
    const found: Diagnostic[] = []
    if (step.count > pool.size)
      found.push({
        code: 'draw-too-many',
        path: `${path}.count`,
        params: { id: step.id, count: step.count, pool: pool.size },
      })
    step.from.forEach((id, i) => {
      if (group[indexOf.get(id) ?? -1] !== group[index])
        found.push({
          code: 'draw-no-return',
          path: `${path}.from[${i}]`,
          params: { id, draw: step.id },
        })
    })
    return found
  })
}

function namesOf(ids: readonly string[]): string {
  return ids.length > 6 ? `${ids.slice(0, 6).join(', ')}…` : ids.join(', ')
}
