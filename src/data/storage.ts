/** What the browser says of the room it gives the app; undefined where it says nothing. */
export interface StorageState {
  /** The browser promised not to delete the data by itself. */
  persisted: boolean | undefined
  /** Roughly what is used, the app's own files included. */
  bytes: number | undefined
}

type Manager = Partial<Pick<StorageManager, 'persisted' | 'persist' | 'estimate'>> | undefined

/** Asks the browser what it keeps. Never throws. */
export async function storageState(manager: Manager = navigator.storage): Promise<StorageState> {
  const [persisted, estimate] = await Promise.allSettled([
    manager?.persisted?.(),
    manager?.estimate?.(),
  ])
  return {
    persisted: persisted.status === 'fulfilled' ? persisted.value : undefined,
    bytes: estimate.status === 'fulfilled' ? estimate.value?.usage : undefined,
  }
}

/** Asks the browser not to delete the data by itself. @returns its answer; false when it cannot be asked. */
export async function askToPersist(manager: Manager = navigator.storage): Promise<boolean> {
  try {
    return (await manager?.persist?.()) ?? false
  } catch {
    return false
  }
}
