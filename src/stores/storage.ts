import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { askToPersist, storageState, type StorageState } from '../data/storage'

/** What the browser keeps for the app, and the request to keep it for good. */
export const useStorage = defineStore('storage', () => {
  const state = shallowRef<StorageState>({ persisted: undefined, bytes: undefined })
  /** The browser was asked and said no. */
  const refused = shallowRef(false)

  async function look(): Promise<void> {
    state.value = await storageState()
  }

  async function ask(): Promise<void> {
    refused.value = !(await askToPersist())
    await look()
  }

  return { state, refused, look, ask }
})
