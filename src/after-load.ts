import { watchInstall } from './pwa/install'
import { watchMissingParts } from './pwa/missing-part'
import { startUpdates } from './pwa/updates'
import { leaveWhenErased } from './stores/erase'
import { erasePushWhenOver } from './stores/push-end'

/**
 * What waits until the first screen is there: the service worker, missing parts, an erased device.
 * @param isPlaying says whether a run is being played in any tab: updates then wait
 */
export function afterLoad(isPlaying: () => Promise<boolean>): void {
  watchInstall()
  watchMissingParts()
  leaveWhenErased()
  void erasePushWhenOver()
  void startUpdates(isPlaying)
  if ('setAppBadge' in navigator)
    void import('./stores/badge').then(({ watchBadge }) => watchBadge())
}
