import type { PlacesFile } from '../../core/search/places'
import type { TradesFile } from '../../core/trades/trades-file'
import communesUrl from './communes.json?url'
import tradesUrl from './trades.json?url'

/** The communes, from the host or the service worker. @throws when neither has them. */
export async function fetchPlaces(): Promise<PlacesFile> {
  return (await fetched(communesUrl)) as PlacesFile
}

/** The trades, from the host or the service worker. @throws when neither has them. */
export async function fetchTrades(): Promise<TradesFile> {
  return (await fetched(tradesUrl)) as TradesFile
}

/** These files came with the app, and the service worker verified them: they are not checked again. */
async function fetched(url: string): Promise<unknown> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response.json()
}
