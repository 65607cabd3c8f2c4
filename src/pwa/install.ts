import { shallowRef } from 'vue'

const KEY = 'atdj.install'

/** Chromium's event, which no standard describes yet. */
interface InstallEvent extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** The browser can show its own installation dialog. */
export const canInstall = shallowRef(false)
/** On an iPhone or iPad the app is installed by hand, from the share menu. */
export const isByHand = shallowRef(false)
/** The app runs from the home screen, or was just installed. */
export const isInstalled = shallowRef(false)
/** The user said no to the invitation once: it is not shown again. */
export const isDeclined = shallowRef(false)

let offer: InstallEvent | undefined

/** Listens to the browser's offer; call it early, the offer comes once. */
export function watchInstall(): void {
  isInstalled.value = runsFromHomeScreen()
  isByHand.value = isApplePhone()
  isDeclined.value = wasDeclined()
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer = event as InstallEvent
    canInstall.value = true
  })
  addEventListener('appinstalled', () => {
    canInstall.value = false
    isInstalled.value = true
  })
}

/** Shows the browser's dialog. An offer serves once. */
export async function install(): Promise<void> {
  const shown = offer
  offer = undefined
  canInstall.value = false
  const answer = await shown?.prompt().catch(() => undefined)
  if (answer?.outcome === 'dismissed') declineInstall()
}

/** Puts the invitation away for good. */
export function declineInstall(): void {
  isDeclined.value = true
  try {
    localStorage.setItem(KEY, 'no')
  } catch {
    // Refused storage: put away until the next opening.
  }
}

function wasDeclined(): boolean {
  try {
    return localStorage.getItem(KEY) === 'no'
  } catch {
    return false
  }
}

function runsFromHomeScreen(): boolean {
  const { standalone } = navigator as Navigator & { standalone?: boolean }
  return standalone === true || matchMedia('(display-mode: standalone)').matches
}

/** An iPad presents itself as a Mac, but a Mac has no touch screen. */
function isApplePhone(): boolean {
  const { userAgent, platform, maxTouchPoints } = navigator
  return /iPhone|iPad|iPod/.test(userAgent) || (platform === 'MacIntel' && maxTouchPoints > 1)
}
