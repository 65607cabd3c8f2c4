import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '../data/db'
import { useNetwork } from './network'
import { useOffers } from './offers'

const baker = { rome: 'D1102', label: 'Boulanger / Boulangère' }
const nantes = { code: '44109', name: 'Nantes', latitude: 47.22, longitude: -1.55 }

beforeEach(() => setActivePinia(createPinia()))
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all([db.searches.clear(), db.drafts.clear()])
})

async function again() {
  setActivePinia(createPinia())
  const offers = useOffers()
  await offers.load()
  return offers
}

test('the trade and the place are there again at the next visit', async () => {
  const offers = useOffers()
  await offers.change({ trade: baker, place: nantes })
  const next = await again()
  expect(next.search.trade).toEqual(baker)
  expect(next.url).toContain('q=Boulanger+%2F+Boulang%C3%A8re')
})

test('what is kept is a trade and a place, never an address of a page', async () => {
  const offers = useOffers()
  await offers.change({ trade: baker, place: nantes })
  await offers.remember()
  const stored = JSON.stringify([await db.searches.toArray(), await db.drafts.toArray()])
  expect(stored).not.toContain('http')
  expect(stored).toContain('44109')
})

test('a part can be taken away', async () => {
  const offers = useOffers()
  await offers.change({ trade: baker, place: nantes })
  await offers.set('trade', undefined)
  expect('trade' in offers.search).toBe(false)
  expect('trade' in (await again()).search).toBe(false)
})

test('a network that comes back while the search is being kept changes nothing', async () => {
  const network = useNetwork()
  const offers = useOffers()
  await offers.change({ trade: baker })
  network.isOnline = false
  const kept = offers.remember()
  network.isOnline = true
  await kept
  expect(offers.ready).toHaveLength(1)
})

test('a search made without network waits, and is ready when it is back', async () => {
  const network = useNetwork()
  const offers = useOffers()
  network.isOnline = false
  await offers.change({ trade: baker })
  await offers.remember()
  expect(offers.ready).toEqual([])
  network.isOnline = true
  expect(offers.ready).toHaveLength(1)
  await offers.settle(offers.ready[0]?.name ?? '')
  expect(offers.ready).toEqual([])
})

test('the search of the screen can be made a favourite before it was ever opened', async () => {
  const offers = useOffers()
  await offers.change({ trade: baker })
  await offers.favour(offers.current)
  expect(offers.favourites).toHaveLength(1)
  await offers.favour(offers.current)
  expect(offers.favourites).toEqual([])
  expect(offers.recent).toHaveLength(1)
})

test('when the device keeps nothing, the links still work and the screen knows it', async () => {
  const offers = useOffers()
  vi.spyOn(db, 'write').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  await offers.change({ trade: baker })
  expect(offers.trouble).toBe('full')
  expect(offers.url).toContain('Boulanger')
})

test('a module asks for the trade when it is not known', async () => {
  const offers = useOffers()
  await offers.load()
  expect(offers.liveLinks(['courses'], 'allo-le-cfa')).toEqual([
    { id: 'courses', to: '/offres?quoi=courses' },
  ])
  await offers.change({ trade: baker, place: nantes })
  const [way] = offers.liveLinks(['courses'], 'allo-le-cfa')
  expect(way && 'url' in way && way.url).toContain('lieu_label=Nantes')
})
