import { Dexie } from 'dexie'
import { db } from './db'

/** A place where the browser keeps something for the app. */
export type Place = 'databases' | 'files' | 'keys' | 'caches' | 'worker'

let channel: BroadcastChannel | undefined

/** Each place and how to empty it. Replaced one by one in tests. */
export const erasers: Record<Place, () => Promise<void>> = {
  databases: eraseDatabases,
  files: eraseFiles,
  keys: eraseKeys,
  caches: eraseCaches,
  worker: unregisterWorker,
}

/**
 * Empties everything this address keeps on the device, without the network, and tells the other tabs. The worker goes
 * before the caches: one that is still installing would fill them again, and a browser lets it finish before it goes.
 * @param patience milliseconds after which a place that does not answer counts as not erased
 * @param installing the same, for a worker
 * @returns the places that could not be emptied.
 */
export async function eraseDevice(patience = 5000, installing = 30_000): Promise<Place[]> {
  const worker = within(installing, erasers.worker())
  const places = Object.keys(erasers) as Place[]
  const outcomes = await Promise.allSettled(
    places.map(async (place) => {
      if (place === 'worker') return worker
      if (place === 'caches') await worker.catch(() => undefined)
      return within(patience, erasers[place]())
    }),
  )
  otherTabs()?.postMessage('erased')
  return places.filter((_, index) => outcomes[index]?.status === 'rejected')
}

/** Calls back when another tab has erased everything: what this one shows is no more. */
export function onErasedElsewhere(leave: () => void): void {
  const tabs = otherTabs()
  if (tabs) tabs.onmessage = leave
}

/** Says whether the host can be reached: without it, an erased app cannot be opened again. */
export async function isHostThere(): Promise<boolean> {
  if (navigator.onLine === false) return false
  try {
    // The service worker answers no HEAD: this really asks the host.
    return (await fetch(document.baseURI, { method: 'HEAD', cache: 'no-store' })).ok
  } catch {
    return false
  }
}

async function eraseDatabases(): Promise<void> {
  db.close({ disableAutoOpen: true })
  for (const name of new Set([...(await Dexie.getDatabaseNames()), db.name, '__dbnames']))
    await Dexie.delete(name)
}

async function eraseFiles(): Promise<void> {
  if (!navigator.storage?.getDirectory) return
  const root = await navigator.storage.getDirectory()
  const names: string[] = []
  for await (const name of root.keys()) names.push(name)
  for (const name of names) await root.removeEntry(name, { recursive: true })
}

// eslint-disable-next-line @typescript-eslint/require-await -- a refusal becomes a rejection, as elsewhere
async function eraseKeys(): Promise<void> {
  localStorage.clear()
  sessionStorage.clear()
}

async function eraseCaches(): Promise<void> {
  if (!('caches' in globalThis)) return
  for (const name of await caches.keys()) await caches.delete(name)
}

async function unregisterWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await (await navigator.serviceWorker.getRegistration())?.unregister()
}

/** One channel for both ways: a second one would tell this very tab. */
function otherTabs(): BroadcastChannel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined
  return (channel ??= new BroadcastChannel('atdj.erase'))
}

function within(patience: number, erasing: Promise<void>): Promise<void> {
  return Promise.race([
    erasing,
    new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error('No answer')), patience)),
  ])
}
