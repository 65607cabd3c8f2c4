import { shallowRef } from 'vue'

/** Chromium's event, which no standard describes yet. */
interface InstallEvent extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** The browser's offer to install the app. It comes once, perhaps before anything else of `pwa` is there. */
export const installOffer = shallowRef<InstallEvent>()

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  installOffer.value = event as InstallEvent
})
