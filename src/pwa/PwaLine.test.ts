import { flushPromises, mount } from '@vue/test-utils'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadTexts } from '../i18n/i18n'
import { isByHand, isDeclined, isInstalled } from './install'
import { installOffer } from './install-offer'
import PwaLine from './PwaLine.vue'
import { offlineReady, updateReady } from './updates'

beforeAll(() => loadTexts('pwa'))
beforeEach(() => {
  localStorage.clear()
  installOffer.value = undefined
  for (const state of [isByHand, isDeclined, isInstalled, offlineReady, updateReady])
    state.value = false
  dispatchEvent(new Event('online'))
})

async function line(busy = false) {
  const wrapper = mount(PwaLine, { props: { busy }, global: { stubs: ['RouterLink'] } })
  await flushPromises()
  return wrapper
}

describe('the line about the app on the device', () => {
  it('is silent when there is nothing to say', async () => {
    expect((await line()).text()).toBe('')
  })

  it('says when the app is ready offline, then when the network is lost', async () => {
    offlineReady.value = true
    const wrapper = await line()
    expect(wrapper.text()).toBe('Prêt hors ligne')
    dispatchEvent(new Event('offline'))
    await flushPromises()
    expect(wrapper.text()).toBe('Hors ligne')
  })

  it('offers an update, or says that it waits for the end of the run', async () => {
    updateReady.value = true
    const free = (await line()).get('button')
    expect(free.text()).toBe('Mettre à jour')
    expect(free.attributes('disabled')).toBeUndefined()
    const waiting = (await line(true)).get('button')
    expect(waiting.text()).toBe('Après la partie en cours')
    expect(waiting.attributes('disabled')).toBeDefined()
  })

  it('invites to install, in words on an iPhone, and never again after a no', async () => {
    isByHand.value = true
    const wrapper = await line()
    expect(wrapper.text()).toContain('touche Partager, puis Sur l’écran d’accueil')
    await wrapper.get('button').trigger('click')
    expect(wrapper.text()).toBe('')
    expect((await line()).text()).toBe('')
  })

  it('gives way to an update, and stays away once the app is installed', async () => {
    const prompt = () => Promise.resolve({ outcome: 'accepted' as const })
    installOffer.value = Object.assign(new Event('beforeinstallprompt'), { prompt })
    expect((await line()).get('button').text()).toBe('Installer')
    updateReady.value = true
    expect((await line()).text()).not.toContain('Installer')
    updateReady.value = false
    isInstalled.value = true
    expect((await line()).text()).toBe('')
  })
})
