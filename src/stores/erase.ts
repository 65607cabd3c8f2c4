import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { eraseDevice, isHostThere, onErasedElsewhere, type Place } from '../data/erase'

/** Erasing everything: nothing of the app is left on the device, then it starts again as on the first day. */
export const useErase = defineStore('erase', () => {
  /** `gone`: erased without the network, so the app cannot be opened again for now. */
  const state = shallowRef<'ready' | 'erasing' | 'incomplete' | 'gone'>('ready')
  const left = shallowRef<Place[]>([])

  async function eraseEverything(leave = openAtHome): Promise<void> {
    state.value = 'erasing'
    left.value = await eraseDevice()
    if (left.value.length) state.value = 'incomplete'
    else if (await isHostThere()) leave()
    else state.value = 'gone'
  }

  return { state, left, eraseEverything }
})

/** In every other tab: starts again at home once everything was erased. */
export function leaveWhenErased(leave = openAtHome): void {
  onErasedElsewhere(leave)
}

/** The address changes without a word to the router: no screen may read or write before the reload. */
function openAtHome(): void {
  history.replaceState(null, '', './#/')
  location.reload()
}
