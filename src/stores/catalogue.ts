import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Place, Places } from '../core/search/places'
import type { Trades } from '../core/search/trades'
import type { TradesFile } from '../core/trades/trades-file'
import type { PositionTrouble } from '../data/position'

/** The trades and communes of France, searchable offline. Loaded only by the screens that search. */
export const useCatalogue = defineStore('catalogue', () => {
  const trades = shallowRef<Trades>()
  const tradesFile = shallowRef<TradesFile>()
  const places = shallowRef<Places>()
  const failed = shallowRef(false)

  /** Loads the trades, once. */
  async function loadTrades(): Promise<void> {
    if (trades.value) return
    const [{ fetchTrades }, { openTrades }] = await Promise.all([
      import('../data/offers/served'),
      import('../core/search/trades'),
    ])
    const file = await fetchTrades()
    tradesFile.value = file
    trades.value = openTrades(file)
  }

  /** Loads the communes, once. */
  async function loadPlaces(): Promise<void> {
    if (places.value) return
    const [{ fetchPlaces }, { openPlaces }] = await Promise.all([
      import('../data/offers/served'),
      import('../core/search/places'),
    ])
    places.value = openPlaces(await fetchPlaces())
  }

  /** Loads both. A failure is told by `failed`, and can be tried again. */
  async function load(): Promise<void> {
    failed.value = false
    try {
      await Promise.all([loadTrades(), loadPlaces()])
    } catch {
      failed.value = true
    }
  }

  /** The commune where the device is; its position is forgotten at once. Only call it on the user's tap. */
  async function nearMe(): Promise<Place | PositionTrouble> {
    const { askPosition } = await import('../data/position')
    const position = await askPosition()
    if (typeof position === 'string') return position
    return places.value?.nearest(position.latitude, position.longitude) ?? 'unknown'
  }

  return { trades, tradesFile, places, failed, load, loadTrades, nearMe }
})
