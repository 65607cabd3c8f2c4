const values = {
  theme: ['system', 'light', 'dark', 'contrast'],
  size: ['normal', 'large', 'huge'],
  spacing: ['normal', 'wide'],
  font: ['atkinson', 'lexend', 'opendyslexic', 'system'],
  motion: ['system', 'none'],
  agreement: ['n', 'f', 'm'],
} as const

/** How the learner likes to read, and to be spoken to. */
export type Settings = { -readonly [Name in keyof typeof values]: (typeof values)[Name][number] }

/** What each setting can be; the first value is the one of a new device. */
export const settingValues: { [Name in keyof Settings]: readonly Settings[Name][] } = values

const KEY = 'atdj.settings'

/** The settings kept on this device. */
export function loadSettings(storage = deviceStorage()): Settings {
  return settingsIn(parsed(storage))
}

/** The settings that an object holds; a value that is missing or unknown is replaced, the others stay. */
export function settingsIn(kept: object): Settings {
  return Object.fromEntries(
    Object.entries(settingValues).map(([name, known]) => [name, valueIn(kept, name, known)]),
  ) as Settings
}

/** Keeps the settings. @returns false when the browser refuses: they then last as long as the page. */
export function saveSettings(settings: Settings, storage = deviceStorage()): boolean {
  try {
    storage?.setItem(KEY, JSON.stringify(settings))
    return storage !== undefined
  } catch {
    return false
  }
}

function parsed(storage: Storage | undefined): object {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}

function valueIn(kept: object, name: string, known: readonly unknown[]): unknown {
  const value: unknown = Object.getOwnPropertyDescriptor(kept, name)?.value
  return known.includes(value) ? value : known[0]
}

/** Reading `localStorage` throws where the browser blocks the storage of sites. */
function deviceStorage(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}
