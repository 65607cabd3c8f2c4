import { defineStore } from 'pinia'
import { reactive, shallowRef, watch } from 'vue'
import { loadSettings, saveSettings, settingValues, type Settings } from '../data/settings'

export { settingValues, type Settings }

/** The settings in use: a change shows at once on the whole page and is kept on the device. */
export const useSettings = defineStore('settings', () => {
  const settings = reactive(loadSettings())
  /** False when the browser refuses: the settings then last as long as the page. */
  const kept = shallowRef(true)
  const asksContrast = matchMedia('(prefers-contrast: more)')
  const asksDark = matchMedia('(prefers-color-scheme: dark)')

  /** Sets what tokens.css reads; public/boot.js did it once before the first paint. */
  function show(): void {
    const { theme, size, spacing, font, motion } = settings
    const system = asksContrast.matches ? 'contrast' : asksDark.matches ? 'dark' : 'light'
    const look = { theme: theme === 'system' ? system : theme, size, spacing, font, motion }
    Object.assign(document.documentElement.dataset, look)
  }

  asksContrast.addEventListener('change', show)
  asksDark.addEventListener('change', show)
  watch(
    settings,
    () => {
      show()
      kept.value = saveSettings({ ...settings })
    },
    { flush: 'sync' },
  )
  show()

  return { settings, kept }
})
