import type { Audience } from './compose'
import type { PushId } from './pushes'

/** A push to young people, or to their parents: each has its own marks, since both may be written to. */
export type Sending = PushId | `${PushId}/parents`

export function sendingOf(push: PushId, audience: Audience): Sending {
  return audience === 'parents' ? `${push}/parents` : push
}

export function partsOf(sending: Sending): { push: PushId; audience: Audience } {
  const [push, parents] = sending.split('/') as [PushId, string?]
  return { push, audience: parents ? 'parents' : 'youth' }
}
