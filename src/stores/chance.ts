/** A name for a new run: 128 random bits in hexadecimal. Works without a secure context, unlike randomUUID. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A seed for a new run: 32 random bits, kept as a positive number. */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
}

/** Random bytes, for a key used once. */
export function newBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}
