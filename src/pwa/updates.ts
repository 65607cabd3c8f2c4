import { shallowRef } from 'vue'
import { reloadOnce } from './reload'
import { findWorker } from './worker'

const HOUR = 3_600_000

interface Worker {
  addEventListener: (type: 'waiting' | 'controlling', listener: () => void) => void
  register: () => Promise<unknown>
  update: () => Promise<void>
  messageSkipWaiting: () => void
}

/** What updating needs from the browser. */
export interface Outside {
  worker: () => Promise<Worker | undefined>
  /** Resolves once a service worker serves this address, with every file of the app. */
  ready: () => Promise<unknown>
  isControlled: () => boolean
  onForeground: (listener: () => void) => void
  reload: () => unknown
  now: () => number
}

/**
 * The app on the device and its updates: one is offered, never imposed, and nothing reloads
 * that the user of this tab did not ask for.
 */
export function createUpdates(outside: Outside = browser) {
  /** Every file of the app is on the device. */
  const offlineReady = shallowRef(false)
  /** A new version is on the device and waits for a yes. */
  const updateReady = shallowRef(false)

  let worker: Worker | undefined
  let isBusy = () => Promise.resolve(false)
  let asked = false
  let applied = false
  let controlled = false
  let lastCheck = 0

  /** @param isPlaying says whether a run is being played in any tab: updates then wait. */
  async function startUpdates(isPlaying: () => Promise<boolean>): Promise<void> {
    isBusy = isPlaying
    worker = await outside.worker()
    if (!worker) return
    controlled = outside.isControlled()
    worker.addEventListener('waiting', () => (updateReady.value = true))
    worker.addEventListener('controlling', onControlling)
    void outside.ready().then(() => (offlineReady.value = true))
    try {
      await worker.register()
    } catch {
      // No worker now (network, full disk): the app works online and the next opening tries again.
      return
    }
    await check()
    outside.onForeground(() => void check())
  }

  /** Puts the waiting version in use and reloads; does nothing while a run is being played. */
  async function applyUpdate(): Promise<void> {
    if (await isBusy()) return
    if (applied) {
      outside.reload()
      return
    }
    asked = true
    worker?.messageSkipWaiting()
  }

  function onControlling(): void {
    const isFirst = !controlled
    controlled = true
    if (isFirst) return
    applied = true
    updateReady.value = true
    if (asked) outside.reload()
  }

  async function check(): Promise<void> {
    if (updateReady.value || Math.abs(outside.now() - lastCheck) < HOUR || (await isBusy())) return
    lastCheck = outside.now()
    await worker?.update().catch(() => undefined)
  }

  return { offlineReady, updateReady, startUpdates, applyUpdate }
}

/** What this very browser gives. */
export const browser: Outside = {
  worker: findWorker,
  ready: () => navigator.serviceWorker.ready,
  isControlled: () => navigator.serviceWorker.controller !== null,
  onForeground: (listener) =>
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') listener()
    }),
  reload: reloadOnce,
  now: Date.now,
}

export const { offlineReady, updateReady, startUpdates, applyUpdate } = createUpdates()
