/**
 * Repeatable chance: the same seed and the same words always give the same draw.
 * Nothing here keeps a state, so a replay needs no memory of earlier draws.
 */

/** A 32-bit hash of a seed and some words (FNV-1a, then the finaliser of MurmurHash3). */
export function hash32(seed: number, ...words: readonly (string | number)[]): number {
  let hash = (2166136261 ^ seed) >>> 0
  for (const word of words) {
    for (const letter of `${word}\u0000`) {
      hash ^= letter.codePointAt(0) ?? 0
      hash = Math.imul(hash, 16777619) >>> 0
    }
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The same items in an order that depends only on the seed and the name (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], seed: number, name: string): T[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = hash32(seed, name, last) % (last + 1)
    ;[order[last], order[other]] = [order[other] as T, order[last] as T]
  }
  return order
}
