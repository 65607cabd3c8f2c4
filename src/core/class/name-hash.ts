import { hash32 } from '../chance'

/** A short number that stands for a name in a link or a code. Names are never changed, so neither is this. */
export function nameHash(name: string, bytes: 1 | 3): number {
  return hash32(0, name) % 256 ** bytes
}

/** The one of these names that a number stands for; undefined when it is unknown or when two answer. */
export function nameWith(hash: number, names: readonly string[], bytes: 1 | 3): string | undefined {
  const [found, another] = names.filter((name) => nameHash(name, bytes) === hash)
  return another === undefined ? found : undefined
}
