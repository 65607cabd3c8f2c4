import type { Opening } from '../data/keep'
import type { TroubleKind } from '../data/trouble'

/** What the learner must be told about the memory of the device. Each has its sentence in `trouble`. */
export type Notice =
  | { kind: TroubleKind }
  | { kind: 'rebuilt'; count: number }
  | { kind: 'lost' }
  | { kind: 'quarantined' }

/** What opening the device's runs brought to light; undefined when all is well. */
export function noticeOf({ rebuilt, lost, newer }: Opening): Notice | undefined {
  if (rebuilt) return { kind: 'rebuilt', count: rebuilt }
  if (lost) return { kind: 'lost' }
  return newer ? { kind: 'newer' } : undefined
}
