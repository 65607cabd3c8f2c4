/**
 * One tab writes a run at a time. Web Locks decide; a BroadcastChannel lets another tab ask for it.
 * Where the browser has neither, the unique key of the records still refuses a second writer.
 */
export interface Ownership {
  /** Gives the run back; resolves when another may take it. */
  release: () => Promise<void>
}

const CHANNEL = 'a-toi-de-jouer'

/**
 * Asks to be the only writer of a run.
 * @param onAsked called when another tab wants it; the run must then be released.
 * @returns undefined when another tab holds it.
 */
export async function ownRun(id: string, onAsked: () => void): Promise<Ownership | undefined> {
  if (!navigator.locks) return { release: () => Promise.resolve() }
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }) => {
    if (data === `give:${id}`) onAsked()
  }
  return new Promise((resolve) => {
    const released = navigator.locks.request(`run:${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        channel.close()
        resolve(undefined)
        return undefined
      }
      return new Promise<void>((giveBack) => {
        resolve({
          release: async () => {
            channel.close()
            giveBack()
            await released
          },
        })
      })
    })
  })
}

/** Asks the tab that holds a run to give it, and waits for it. */
export async function takeRun(id: string, onAsked: () => void): Promise<Ownership | undefined> {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(`give:${id}`)
  channel.close()
  for (let tries = 0; tries < 20; tries++) {
    const owned = await ownRun(id, onAsked)
    if (owned) return owned
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return undefined
}

/** Says whether any tab of the app is playing a run. */
export async function isAnyRunOwned(): Promise<boolean> {
  if (!navigator.locks) return false
  const { held = [] } = await navigator.locks.query()
  return held.some((lock) => lock.name?.startsWith('run:'))
}
