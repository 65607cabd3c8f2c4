import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** Whether the device has a network, as far as the browser knows: false is sure, true promises nothing. */
export const useNetwork = defineStore('network', () => {
  const isOnline = shallowRef(navigator.onLine)
  addEventListener('online', () => (isOnline.value = true))
  addEventListener('offline', () => (isOnline.value = false))
  return { isOnline }
})
