import { shallowRef, watch, type ShallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { useCurrentRun } from './stores/current-run'

/** How long a busy phone may put the rest off, in milliseconds. */
const PATIENCE = 3000

/**
 * True once the first screen is there (for a play, its first step) and the browser has nothing better to do:
 * what the first screen does not need waits for that.
 */
export function useSettled(): Readonly<ShallowRef<boolean>> {
  const settled = shallowRef(false)
  const route = useRoute()
  const current = useCurrentRun()
  const stop = watch(
    () => route.name !== undefined && current.state !== 'loading',
    (isThere) => {
      if (!isThere) return
      stop()
      whenIdle(() => (settled.value = true))
    },
    { flush: 'post' },
  )
  return settled
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: PATIENCE })
  else setTimeout(work, PATIENCE / 10)
}
