import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { rescue } from '../data/rescue'
import { saveFile } from '../data/save-file'

/** Saving what the device keeps when the app has failed: without Dexie, and whatever is broken. */
export const useRescue = defineStore('rescue', () => {
  /** `empty`: there was nothing to save; `failed`: the browser gave no file. */
  const state = shallowRef<'ready' | 'saving' | 'saved' | 'empty' | 'failed'>('ready')
  const runs = shallowRef(0)

  /** @param app version of the app */
  async function save(app: string, now = Date.now()): Promise<void> {
    state.value = 'saving'
    try {
      const saved = await rescue({ app, at: now })
      runs.value = saved.runs
      if (saved.rows) saveFile(`a-toi-de-jouer-${dayOf(now)}.json`, saved.text)
      state.value = saved.rows ? 'saved' : 'empty'
    } catch {
      state.value = 'failed'
    }
  }

  return { state, runs, save }
})

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
