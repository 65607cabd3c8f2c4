import { h, type FunctionalComponent } from 'vue'
import { t } from './i18n/i18n'

/** The way out when even the screen of the last resort cannot be loaded: a sentence and a fresh page. */
const BareExit: FunctionalComponent = () =>
  h('main', [
    h('h1', t('common.error.title')),
    h('p', t('common.error.text')),
    h('a', { href: './' }, t('common.error.home')),
  ])

export default BareExit
