import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from './db'
import { eraseDevice, erasers, isHostThere, onErasedElsewhere } from './erase'

const worker = { unregister: vi.fn(() => Promise.resolve(true)) }
let cached: Set<string>
let files: Set<string>

beforeEach(() => {
  cached = new Set(['workbox-precache-v2-https://example.org/jeu/', 'other'])
  files = new Set(['a-toi-de-jouer', 'old'])
  vi.stubGlobal('caches', {
    keys: () => Promise.resolve([...cached]),
    delete: (name: string) => Promise.resolve(cached.delete(name)),
  })
  vi.stubGlobal('navigator', {
    storage: {
      getDirectory: () =>
        Promise.resolve({
          keys: () => files.values(),
          removeEntry: (name: string) => Promise.resolve(void files.delete(name)),
        }),
    },
    serviceWorker: { getRegistration: () => Promise.resolve(worker) },
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

async function databases(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name)
}

describe('erasing everything', () => {
  it('leaves nothing in any of the five places', async () => {
    await db.open()
    await db.texts.add({ hash: 'h', scenario: 's', text: '{}' })
    const stranger = new Dexie('left-by-an-older-version')
    stranger.version(1).stores({ rows: '++id' })
    await stranger.open()
    localStorage.setItem('atdj.settings', '{}')
    sessionStorage.setItem('atdj.reloaded', '1')

    expect(await eraseDevice()).toEqual([])

    expect(await databases()).toEqual([])
    expect(files.size).toBe(0)
    expect(localStorage.length + sessionStorage.length).toBe(0)
    expect(cached.size).toBe(0)
    expect(worker.unregister).toHaveBeenCalled()
  })

  it('works where the browser has only keys and databases', async () => {
    vi.stubGlobal('navigator', {})
    localStorage.setItem('atdj.settings', '{}')
    expect(await eraseDevice()).toEqual([])
    expect(localStorage.length).toBe(0)
  })

  it('names what could not be erased, and erases the rest', async () => {
    vi.spyOn(erasers, 'files').mockRejectedValue(new Error('locked'))
    vi.spyOn(erasers, 'databases').mockReturnValue(new Promise(() => undefined))
    localStorage.setItem('atdj.settings', '{}')
    expect(await eraseDevice(10)).toEqual(['databases', 'files'])
    expect(localStorage.length).toBe(0)
    expect(cached.size).toBe(0)
  })

  it('waits for a worker that is still filling its cache, and leaves nothing of it', async () => {
    worker.unregister.mockImplementationOnce(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      cached.add('filled while installing')
      return true
    })
    expect(await eraseDevice()).toEqual([])
    expect(cached.size).toBe(0)
  })

  it('names a worker that does not go, and still empties the caches', async () => {
    vi.spyOn(erasers, 'worker').mockReturnValue(new Promise(() => undefined))
    expect(await eraseDevice(10, 10)).toEqual(['worker'])
    expect(cached.size).toBe(0)
  })

  it('tells the other tabs, and not this one', async () => {
    const here = vi.fn()
    onErasedElsewhere(here)
    const otherTab = new BroadcastChannel('atdj.erase')
    const told = new Promise((resolve) => (otherTab.onmessage = resolve))
    await eraseDevice()
    await told
    otherTab.close()
    expect(here).not.toHaveBeenCalled()
  })

  it('needs no channel to the other tabs', async () => {
    vi.resetModules()
    vi.stubGlobal('BroadcastChannel', undefined)
    Reflect.deleteProperty(globalThis, 'BroadcastChannel')
    const alone = await import('./erase')
    alone.onErasedElsewhere(() => undefined)
    localStorage.setItem('atdj.settings', '{}')
    expect(await alone.eraseDevice()).toEqual([])
    expect(localStorage.length).toBe(0)
  })

  it('is heard from another tab', async () => {
    const heard = new Promise<void>((resolve) => onErasedElsewhere(resolve))
    const otherTab = new BroadcastChannel('atdj.erase')
    otherTab.postMessage('erased')
    await heard
    otherTab.close()
  })
})

describe('the host', () => {
  it('is not asked when the device itself says that it is offline', async () => {
    const fetching = vi.fn(() => Promise.resolve(new Response()))
    vi.stubGlobal('fetch', fetching)
    vi.stubGlobal('navigator', { onLine: false })
    expect(await isHostThere()).toBe(false)
    expect(fetching).not.toHaveBeenCalled()
  })

  it('is asked past every cache, and without its page', async () => {
    const fetching = vi.fn(() => Promise.resolve(new Response()))
    vi.stubGlobal('fetch', fetching)
    await isHostThere()
    expect(fetching).toHaveBeenCalledWith(document.baseURI, { method: 'HEAD', cache: 'no-store' })
  })

  it.each([
    ['there when it answers', () => Promise.resolve(new Response()), true],
    ['not there when it is lost', () => Promise.resolve(new Response('', { status: 404 })), false],
    ['not there without a network', () => Promise.reject(new TypeError('offline')), false],
  ])('is %s', async (_, answer, there) => {
    vi.stubGlobal('fetch', answer)
    expect(await isHostThere()).toBe(there)
  })
})
