import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '../../data/db'
import { loadTexts } from '../../i18n/i18n'
import { useNetwork } from '../../stores/network'
import { useOffers } from '../../stores/offers'
import OpenLink from './OpenLink.vue'

const options = { global: { stubs: ['RouterLink'] } }

beforeAll(() => loadTexts('offers'))
beforeEach(() => setActivePinia(createPinia()))
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all([db.searches.clear(), db.drafts.clear()])
})

async function withoutNetwork() {
  useNetwork().isOnline = false
  await useOffers().change({ trade: { rome: 'D1102', label: 'Boulanger / Boulangère' } })
  return mount(OpenLink, { ...options, attachTo: document.body })
}

test('a search kept without network says so, and again at the next visit', async () => {
  const screen = await withoutNetwork()
  await screen.get('button').trigger('click')
  await vi.waitFor(() => expect(screen.text()).toContain('C’est gardé'))
  expect(document.activeElement?.textContent).toContain('C’est gardé')
  expect(mount(OpenLink, options).text()).toContain('C’est gardé')
})

test('a device that cannot keep a search does not say that it did', async () => {
  const screen = await withoutNetwork()
  vi.spyOn(db, 'write').mockRejectedValue(new DOMException('No room', 'QuotaExceededError'))
  await screen.get('button').trigger('click')
  await vi.waitFor(() => expect(screen.text()).toContain('n’a pas pu la garder'))
  await flushPromises()
  expect(screen.text()).not.toContain('C’est gardé')
  expect(screen.find('button').exists()).toBe(true)
})
