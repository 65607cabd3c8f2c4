import type { Step } from '../scenario'

/**
 * The number of a pick among all those its step knows: names are put in alphabetical order, so that moving a choice
 * inside a module changes nothing. Undefined for a step where there is nothing to choose, or an unknown pick.
 * decision, sensitive: the place of the name; pick: one bit an option; order: the rank of the permutation (Lehmer);
 * write: 0 passed, 1 written.
 */
export function rankOf(step: Step, pick: string): number | undefined {
  switch (step.kind) {
    case 'decision':
      return placeIn(namesOf(step.choices), pick)
    case 'sensitive':
      return placeIn(SENSITIVE, pick)
    case 'write':
      return placeIn(WRITE, pick)
    case 'pick': {
      const taken = pick.split('+')
      const bits = namesOf(step.options).map((name, bit) => (taken.includes(name) ? 2 ** bit : 0))
      return bits.reduce((sum, bit) => sum + bit, 0)
    }
    case 'order': {
      const left = namesOf(step.items)
      let rank = 0
      for (const name of pick.split('>')) {
        const place = left.indexOf(name)
        if (place < 0) return undefined
        rank = rank * left.length + place
        left.splice(place, 1)
      }
      return left.length ? undefined : rank
    }
    default:
      return undefined
  }
}

/** The pick of that number; undefined when there is none. */
export function pickOf(step: Step, rank: number): string | undefined {
  switch (step.kind) {
    case 'decision':
      return namesOf(step.choices)[rank]
    case 'sensitive':
      return SENSITIVE[rank]
    case 'write':
      return WRITE[rank]
    case 'pick': {
      const names = namesOf(step.options)
      const taken = names.filter((_, bit) => Math.floor(rank / 2 ** bit) % 2)
      if (rank >= 2 ** names.length || !taken.length) return undefined
      return step.options
        .map(({ id }) => id)
        .filter((id) => taken.includes(id))
        .join('+')
    }
    case 'order': {
      const places: number[] = []
      let rest = rank
      for (let left = 1; left <= step.items.length; left++) {
        places.unshift(rest % left)
        rest = Math.floor(rest / left)
      }
      const names = namesOf(step.items)
      return rest ? undefined : places.flatMap((place) => names.splice(place, 1)).join('>')
    }
    default:
      return undefined
  }
}

/** Says whether a learner chooses something at a step, so that a packet must say what. */
export function isChosen(step: Step): boolean {
  return ['decision', 'sensitive', 'write', 'pick', 'order'].includes(step.kind)
}

const SENSITIVE = ['full', 'short', 'skip']
const WRITE = ['next', 'written']

function namesOf(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1))
}

function placeIn(names: readonly string[], name: string): number | undefined {
  const place = names.indexOf(name)
  return place < 0 ? undefined : place
}
