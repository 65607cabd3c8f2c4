import type { Scenario, Step } from './scenario'

/** One way out of a step: where it leads and where that is written. */
export interface Way {
  to: string
  /** Path inside the step: `to`, `choices[1].to`, `from[0]`. */
  path: string
  /** The choice that takes this way, for a decision. */
  choice?: number
}

/** Every way out of a step, conditions ignored; none for an ending. */
export function waysOut(step: Step): Way[] {
  switch (step.kind) {
    case 'ending':
      return []
    case 'decision':
      return step.choices.map(({ to }, i) => ({ to, path: `choices[${i}].to`, choice: i }))
    case 'sensitive':
      return (['full', 'short', 'skip'] as const).map((path) => ({ to: step[path], path }))
    case 'branch':
      return [
        ...step.ways.map(({ to }, i) => ({ to, path: `ways[${i}].to` })),
        { to: step.else, path: 'else' },
      ]
    case 'draw':
      return [
        ...step.from.map((to, i) => ({ to, path: `from[${i}]` })),
        { to: step.to, path: 'to' },
      ]
    default:
      return [{ to: step.to, path: 'to' }]
  }
}

/** The steps of a module as numbers, for walks in linear time. Ways to unknown steps are left out. */
export interface Graph {
  steps: readonly Step[]
  /** Index of the step of that name (the first, when a name is given twice). */
  indexOf: ReadonlyMap<string, number>
  next: readonly (readonly number[])[]
  previous: readonly (readonly number[])[]
}

/** Numbers the steps of a module and links them, conditions ignored. */
export function graphOf({ steps }: Pick<Scenario, 'steps'>): Graph {
  const indexOf = new Map<string, number>()
  steps.forEach((step, index) => {
    if (!indexOf.has(step.id)) indexOf.set(step.id, index)
  })
  const previous: number[][] = steps.map(() => [])
  const next = steps.map((step, index) => {
    const targets = new Set<number>()
    for (const { to } of waysOut(step)) {
      const target = indexOf.get(to)
      if (target !== undefined) targets.add(target)
    }
    for (const target of targets) previous[target]?.push(index)
    return [...targets]
  })
  return { steps, indexOf, next, previous }
}

/** The nodes that can be reached from some nodes, those included. `stop` nodes are not walked through. */
export function reached(
  links: readonly (readonly number[])[],
  from: Iterable<number>,
  { stop, most = Infinity }: { stop?: ReadonlySet<number>; most?: number } = {},
): Set<number> {
  const met = new Set<number>()
  const queue = [...from].filter((node) => !stop?.has(node))
  for (const node of queue) {
    if (met.has(node)) continue
    met.add(node)
    if (met.size >= most) break
    for (const other of links[node] ?? [])
      if (!met.has(other) && !stop?.has(other)) queue.push(other)
  }
  return met
}

/**
 * Strongly connected groups: nodes that can all reach one another (Tarjan 1972, without recursion).
 * @returns the number of the group of each node; groups are numbered from the ends of the graph back.
 */
export function groups(links: readonly (readonly number[])[]): number[] {
  const order: number[] = new Array<number>(links.length).fill(-1)
  const low: number[] = new Array<number>(links.length).fill(0)
  const group: number[] = new Array<number>(links.length).fill(-1)
  const open: number[] = []
  let time = 0
  let count = 0
  for (let root = 0; root < links.length; root++) {
    if (order[root] !== -1) continue
    const calls = [{ node: root, way: 0 }]
    while (calls.length) {
      const call = calls[calls.length - 1] as { node: number; way: number }
      const { node } = call
      if (call.way === 0) {
        order[node] = low[node] = time++
        open.push(node)
      }
      const child = links[node]?.[call.way++]
      if (child !== undefined) {
        if (order[child] === -1) calls.push({ node: child, way: 0 })
        else if (group[child] === -1) low[node] = Math.min(low[node] ?? 0, order[child] ?? 0)
        continue
      }
      if (low[node] === order[node]) {
        let member: number | undefined
        do {
          member = open.pop()
          if (member !== undefined) group[member] = count
        } while (member !== node)
        count++
      }
      calls.pop()
      const parent = calls[calls.length - 1]
      if (parent) low[parent.node] = Math.min(low[parent.node] ?? 0, low[node] ?? 0)
    }
  }
  return group
}
