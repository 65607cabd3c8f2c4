import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { isAnyRunOwned } from './data/tabs'
import { router } from './router'
import { useSettings } from './stores/settings'
import './ui/tokens.css'
import './ui/base.css'
import './ui/chosen-fonts.css'

const app = createApp(App).use(createPinia())
useSettings()
app.use(router).mount('#app')

/** What the first screen does not need: updates, installation, missing parts, and the end of an erased device. */
addEventListener('load', () => {
  void import('./after-load').then(({ afterLoad }) => afterLoad(isAnyRunOwned))
})
