/** Why the device does not say where it is. */
export type PositionTrouble = 'refused' | 'unknown'

/** How long to wait for a position, and how old it may be, in milliseconds. */
const PATIENCE = 10_000
const FRESH = 600_000

/**
 * Asks the browser where the device is, roughly; the browser asks the user first. Only call it on their tap.
 * The position is given, never kept nor sent.
 */
export async function askPosition(
  geolocation: Pick<Geolocation, 'getCurrentPosition'> | undefined = navigator.geolocation,
): Promise<{ latitude: number; longitude: number } | PositionTrouble> {
  if (!geolocation) return 'unknown'
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      ({ code }) => resolve(code === 1 ? 'refused' : 'unknown'),
      { enableHighAccuracy: false, timeout: PATIENCE, maximumAge: FRESH },
    )
  })
}
