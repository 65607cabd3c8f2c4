import { isZone } from '../core/zone'

/** The time zone of this device (IANA name); some browsers that hide it give a name nobody knows. */
export function zoneHere(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return isZone(zone) ? zone : 'UTC'
}
