/** What the phone is asked to say, in the learner's words: see `src/pwa/reminder-worker.js`, which says it. */
export interface Reminder {
  id: string
  /** The moment it is about, in milliseconds since 1970. */
  at: number
  title: string
  body: string
  /** The screen it opens, after the `#`. */
  address: string
}

/** The cache where the service worker finds them without the app, and the name of its waking. */
const REMINDERS = 'atdj.reminders'
const HALF_A_DAY = 43_200_000

/** The part of Periodic Background Sync that is used: few browsers have it, and only for an installed app. */
interface Waking {
  periodicSync?: {
    register: (tag: string, options: { minInterval: number }) => Promise<void>
    unregister: (tag: string) => Promise<void>
  }
}

/** Says whether this browser wakes the app by itself now and then, and lets it speak. Never throws. */
export async function canRemind(): Promise<boolean> {
  try {
    if (!(await waking()) || Notification.permission === 'denied') return false
    const name = 'periodic-background-sync' as PermissionName
    return (await navigator.permissions.query({ name })).state === 'granted'
  } catch {
    return false
  }
}

/** Asks for a reminder, after the learner's tap. @returns false when the learner or the browser refuses */
export async function setReminder(reminder: Reminder): Promise<boolean> {
  try {
    if ((await Notification.requestPermission()) !== 'granted') return false
    await (await waking())?.register(REMINDERS, { minInterval: HALF_A_DAY })
    await (await kept()).put(keyOf(reminder.id), Response.json(reminder))
    return true
  } catch {
    return false
  }
}

/** Says whether a reminder still waits to be said. Never throws. */
export async function hasReminder(id: string): Promise<boolean> {
  try {
    return (await (await kept()).match(keyOf(id))) !== undefined
  } catch {
    return false
  }
}

/** Takes a reminder back; without any left, the browser is asked no more to wake the app. Never throws. */
export async function forgetReminder(id: string): Promise<void> {
  try {
    const all = await kept()
    await all.delete(keyOf(id))
    if (!(await all.keys()).length) await (await waking())?.unregister(REMINDERS)
  } catch {
    // Then there was none.
  }
}

async function waking(): Promise<Waking['periodicSync']> {
  const registration = await navigator.serviceWorker.getRegistration()
  return (registration as Waking | undefined)?.periodicSync
}

const kept = () => caches.open(REMINDERS)
const keyOf = (id: string) => new URL(`reminders/${id}`, document.baseURI).href
