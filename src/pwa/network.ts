import { readonly, shallowRef } from 'vue'

const online = shallowRef(navigator.onLine)
addEventListener('online', () => (online.value = true))
addEventListener('offline', () => (online.value = false))

/** False when the device surely has no network. True promises nothing: never wait for an answer because of it. */
export const isOnline = readonly(online)
