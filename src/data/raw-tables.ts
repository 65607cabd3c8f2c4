/** The rows of each table of a database, as the browser has them. */
export type RawTables = Record<string, unknown[]>

/**
 * Reads a whole database without Dexie, whatever its version and tables: only to save what it holds when the app
 * itself cannot open it. Nothing is created or upgraded.
 * @returns no table when there is no such database; tables that cannot be read are left out
 * @throws when the browser refuses, or does not answer within `patience` milliseconds
 */
export async function rawTables(name: string, patience = 5000): Promise<RawTables> {
  const database = await Promise.race([opened(name), tooLong(patience)])
  if (!database) return {}
  try {
    const tables: RawTables = {}
    for (const table of database.objectStoreNames) {
      try {
        const rows = database.transaction(table).objectStore(table).getAll()
        tables[table] = await Promise.race([answerOf<unknown[]>(rows), tooLong(patience)])
      } catch {
        // One damaged table does not hide the others.
      }
    }
    return tables
  } finally {
    database.close()
  }
}

/** Opening without a version takes the one that is there; asking to make a database means that there is none. */
async function opened(name: string): Promise<IDBDatabase | undefined> {
  const request = indexedDB.open(name)
  let isNew = false
  request.onupgradeneeded = () => {
    isNew = true
    request.transaction?.abort()
  }
  try {
    return await answerOf<IDBDatabase>(request)
  } catch (error) {
    if (isNew) return undefined
    throw error
  }
}

function answerOf<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T)
    request.onerror = () => reject(new Error('Refused', { cause: request.error }))
  })
}

function tooLong(patience: number): Promise<never> {
  return new Promise((_, refuse) => setTimeout(() => refuse(new Error('No answer')), patience))
}
