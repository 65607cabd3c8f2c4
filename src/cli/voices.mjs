import { existsSync } from 'node:fs'
import { installWithApt } from './apt.mjs'

/** The part of Debian's speech service that speaks French without a network. */
const ESPEAK = '/usr/lib/speech-dispatcher-modules/sd_espeak-ng'

/**
 * Finds the voices that the journeys listen to, or installs Debian's. Gives a sentence to show when it can do neither.
 * @returns {Promise<string | undefined>}
 */
export async function ensureVoices() {
  if (!existsSync(ESPEAK))
    await installWithApt(['speech-dispatcher', 'speech-dispatcher-espeak-ng'])
  return existsSync(ESPEAK)
    ? undefined
    : 'No voice here and apt-get could not install one: install speech-dispatcher with espeak-ng.'
}
