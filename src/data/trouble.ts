/**
 * Why the device does not keep what it is given. Each has its sentence to the user.
 * full: no room left; refused: the browser gives no storage (private mode, policy);
 * newer: the data belongs to a later version of the app; taken: another tab plays this run;
 * blocked: the database does not open, most often because an older tab holds it; wiped: the browser deleted it
 * under an open run; broken: the database does not answer.
 */
export type TroubleKind = 'full' | 'refused' | 'newer' | 'taken' | 'blocked' | 'wiped' | 'broken'

/** A write or read that did not happen. Nothing stored has changed. */
export class StorageTrouble extends Error {
  constructor(
    readonly kind: TroubleKind,
    cause?: unknown,
  ) {
    super(`Storage: ${kind}`, { cause })
    this.name = 'StorageTrouble'
  }
}

/** Gives any failure of Dexie or of the browser one of our names. */
export function troubleOf(error: unknown): StorageTrouble {
  if (error instanceof StorageTrouble) return error
  const names = namesOf(error)
  if (names.includes('QuotaExceededError')) return new StorageTrouble('full', error)
  if (names.includes('ConstraintError')) return new StorageTrouble('taken', error)
  if (names.includes('TimeoutError')) return new StorageTrouble('blocked', error)
  if (
    ['MissingAPIError', 'SecurityError', 'InvalidStateError'].some((name) => names.includes(name))
  )
    return new StorageTrouble('refused', error)
  return new StorageTrouble('broken', error)
}

function namesOf(error: unknown): string[] {
  const names: string[] = []
  for (let e = error; e instanceof Error; e = 'inner' in e ? e.inner : undefined) names.push(e.name)
  return names
}
