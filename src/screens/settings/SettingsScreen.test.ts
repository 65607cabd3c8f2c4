import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadTexts } from '../../i18n/i18n'
import { useErase } from '../../stores/erase'
import { settingValues, useSettings } from '../../stores/settings'
import SettingsScreen from './SettingsScreen.vue'

const manager = {
  persisted: vi.fn(() => Promise.resolve(false)),
  persist: vi.fn(() => Promise.resolve(false)),
  estimate: () => Promise.resolve({ usage: 1_240_000 }),
}

beforeAll(() => loadTexts('settings'))
beforeEach(() => {
  setActivePinia(createPinia())
  localStorage.clear()
  vi.stubGlobal('navigator', { onLine: true, storage: manager })
})
afterEach(() => vi.unstubAllGlobals())

async function screen() {
  const wrapper = mount(SettingsScreen, {
    global: { stubs: ['RouterLink'] },
    attachTo: document.body,
  })
  await flushPromises()
  const button = (words: string) => {
    const found = wrapper.findAll('button').find((candidate) => candidate.text() === words)
    if (!found) throw new Error(`There is no button “${words}”.`)
    return found
  }
  return { wrapper, button }
}

describe('the settings screen', () => {
  it('asks each setting once, with the present answer checked and every answer in words', async () => {
    const { wrapper } = await screen()
    const groups = wrapper.findAll('fieldset')
    expect(groups).toHaveLength(Object.keys(settingValues).length)
    for (const group of groups) {
      expect(group.findAll('input:checked')).toHaveLength(1)
      expect(group.text()).not.toContain('settings.')
    }
    expect(wrapper.text()).not.toContain('settings.')
  })

  it('changes the whole page at one tap', async () => {
    const { wrapper } = await screen()
    await wrapper.get('input[value="huge"]').setValue()
    await wrapper.get('input[value="f"]').setValue()
    expect(document.documentElement.dataset['size']).toBe('huge')
    expect(useSettings().settings.agreement).toBe('f')
  })

  it('says in words what the browser keeps, and repeats its no', async () => {
    const { wrapper, button } = await screen()
    expect(wrapper.text()).toContain('Ton navigateur peut effacer tes parties')
    expect(wrapper.text()).toMatch(/Environ 1,2\sMo/)
    await button('Demander de les garder').trigger('click')
    await flushPromises()
    expect(manager.persist).toHaveBeenCalledOnce()
    expect(wrapper.text()).toContain('Le navigateur a dit non')
  })

  it('says that it is independent of the State', async () => {
    expect((await screen()).wrapper.text()).toContain('Projet indépendant, sans lien avec l’État.')
  })
})

describe('erasing everything from the settings', () => {
  it('takes two taps, and says what goes before the second', async () => {
    const { wrapper, button } = await screen()
    const erase = vi.spyOn(useErase(), 'eraseEverything').mockResolvedValue()
    await button('Effacer tout…').trigger('click')
    expect(wrapper.get('dialog').text()).toContain('tes parties, tes choix et les phrases')
    expect(erase).not.toHaveBeenCalled()
    await button('Oui, tout effacer').trigger('click')
    expect(erase).toHaveBeenCalledOnce()
  })

  it('does nothing after a no, and gives the focus back', async () => {
    const { wrapper, button } = await screen()
    const erase = vi.spyOn(useErase(), 'eraseEverything')
    await button('Effacer tout…').trigger('click')
    await button('Non, tout garder').trigger('click')
    await flushPromises()
    expect(wrapper.find('dialog').exists()).toBe(false)
    expect(erase).not.toHaveBeenCalled()
    expect(document.activeElement?.textContent).toContain('Effacer tout…')
  })

  it('warns without a network that the app cannot be opened again for now', async () => {
    vi.stubGlobal('navigator', { onLine: false, storage: manager })
    const { wrapper, button } = await screen()
    await button('Effacer tout…').trigger('click')
    expect(wrapper.get('dialog').text()).toContain('il faudra du réseau pour rouvrir l’appli')
  })

  it('names what could not be erased', async () => {
    const { wrapper, button } = await screen()
    await button('Effacer tout…').trigger('click')
    useErase().$patch({ state: 'incomplete', left: ['files', 'caches'] })
    await flushPromises()
    expect(wrapper.get('dialog').text()).toContain('la copie de secours, l’appli hors ligne')
  })
})
