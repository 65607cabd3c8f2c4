import { computed, shallowRef } from 'vue'
import { installOffer } from './install-offer'

const KEY = 'atdj.install'

/** The browser can show its own installation dialog. */
export const canInstall = computed(() => installOffer.value !== undefined)
/** On an iPhone or iPad the app is installed by hand, from the share menu. */
export const isByHand = shallowRef(false)
/** The app runs from the home screen, or was just installed. */
export const isInstalled = shallowRef(false)
/** The user said no to the invitation once: it is not shown again. */
export const isDeclined = shallowRef(false)

/** Looks at the device, and waits for the end of an installation. */
export function watchInstall(): void {
  isInstalled.value = runsFromHomeScreen()
  isByHand.value = isApplePhone()
  isDeclined.value = wasDeclined()
  addEventListener('appinstalled', () => {
    installOffer.value = undefined
    isInstalled.value = true
  })
}

/** Shows the browser's dialog. An offer serves once. */
export async function install(): Promise<void> {
  const shown = installOffer.value
  installOffer.value = undefined
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
