/** How long a database may take to open, in milliseconds. */
const PATIENCE = 10_000
/** The same once the browser has said that another tab holds an older version open. */
const PATIENCE_BLOCKED = 2_000

/** What Dexie is given to open databases with: nothing where the browser has no IndexedDB or refuses to show it. */
export function patientIndexedDB(): { indexedDB?: IDBFactory } {
  try {
    return globalThis.indexedDB ? { indexedDB: patientFactory(globalThis.indexedDB) } : {}
  } catch {
    return {}
  }
}

/**
 * IndexedDB, except that opening a database always ends: a tab that sleeps on an older version, or a browser that
 * never answers, becomes a `TimeoutError`. An upgrade that has begun is let finish, however long it takes.
 */
function patientFactory(factory: IDBFactory): IDBFactory {
  return {
    open: (name, version) => watched(factory.open(name, version)),
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  }
}

function watched(request: IDBOpenDBRequest): IDBOpenDBRequest {
  let late = setTimeout(() => giveUp(request), PATIENCE)
  const isAnswered = () => clearTimeout(late)
  for (const answer of ['success', 'error', 'upgradeneeded'])
    request.addEventListener(answer, isAnswered, { once: true })
  request.addEventListener('blocked', () => {
    clearTimeout(late)
    late = setTimeout(() => giveUp(request), PATIENCE_BLOCKED)
  })
  return request
}

/** Tells whoever waits; an answer that comes after all changes nothing and leaves no handle open. */
function giveUp(request: IDBOpenDBRequest): void {
  const tell = request.onerror
  request.onerror = null
  request.onupgradeneeded = () => request.transaction?.abort()
  request.onsuccess = () => request.result.close()
  const error = new DOMException('The database did not open in time.', 'TimeoutError')
  tell?.call(request, { target: { error } } as unknown as Event)
}
