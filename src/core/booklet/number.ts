import { hash32, shuffled } from '../chance'

/** A node of the booklet before it has a number: where it leads. */
interface Node {
  key: string
  to: readonly string[]
}

/** Rounds of exchanges after which the order is taken as it is. */
const ROUNDS = 20

/**
 * Numbers the paragraphs: the first is 1, the others are shuffled so that the next number gives nothing away,
 * and, as far as possible, no paragraph stands beside one it leads to.
 * @returns the keys in the order of their numbers
 */
export function numbered(first: string, nodes: readonly Node[], seed: number): string[] {
  const others = nodes.map(({ key }) => key).filter((key) => key !== first)
  const order = [first, ...shuffled(others, seed, 'numbers')]
  const around = new Map<string, Set<string>>(nodes.map(({ key }) => [key, new Set()]))
  for (const { key, to } of nodes)
    for (const other of to) {
      around.get(key)?.add(other)
      around.get(other)?.add(key)
    }

  /** Neighbours on the page that are also neighbours in the story. */
  const faults = (index: number) =>
    [index - 1, index + 1].filter((beside) =>
      around.get(order[index] ?? '')?.has(order[beside] ?? ''),
    ).length
  const swap = (one: number, other: number) => {
    const [a = '', b = ''] = [order[one], order[other]]
    order[one] = b
    order[other] = a
  }

  for (let round = 0; round < ROUNDS; round++) {
    const bad = order.flatMap((_, index) => (index > 0 && faults(index) ? [index] : []))
    if (!bad.length) break
    for (const index of bad) {
      if (!faults(index)) continue
      const shift = hash32(seed, 'swap', round, index)
      for (let tried = 0; tried < others.length; tried++) {
        const other = 1 + ((shift + tried) % others.length)
        const before = faults(index) + faults(other)
        swap(index, other)
        if (faults(index) + faults(other) < before) break
        swap(index, other)
      }
    }
  }
  return order
}
