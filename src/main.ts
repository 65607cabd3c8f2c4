import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import './pwa/install-offer'
import { router } from './router'
import { useSettings } from './stores/settings'
import './ui/tokens.css'
import './ui/base.css'
import './ui/chosen-fonts.css'

const app = createApp(App).use(createPinia())
useSettings()
app.use(router).mount('#app')

// Heard from the start: a page may be left, and come back, before what waits for the first screen is there.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void import('./stores/returned').then(({ readRunsAgain }) => readRunsAgain())
})
