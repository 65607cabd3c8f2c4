import { shallowRef } from 'vue'
import { hostBuild, ownBuild } from './build'

/**
 * Why a part of the app could not be loaded. offline: it is not on the device and the host does not answer;
 * update: the host has another build, where this part has another name; unknown: the host has it, yet it did not come.
 */
export type Missing = 'offline' | 'update' | 'unknown'

/** Set when a part of the app is missing, until the user closes the sentence. */
export const missingPart = shallowRef<Missing>()

/** Notices the parts that do not load. Never reloads: the screen offers it when it can help. */
export function watchMissingParts(own = ownBuild, host = hostBuild): void {
  addEventListener('vite:preloadError', () => {
    void host().then((build) => {
      missingPart.value = build === undefined ? 'offline' : build === own() ? 'unknown' : 'update'
    })
  })
}
