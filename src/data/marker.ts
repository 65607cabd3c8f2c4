/** The name of the database: its mere existence says that runs may be kept here. */
export const DATABASE = 'a-toi-de-jouer'

/** A small sign, outside IndexedDB, that runs were kept here: it tells a wiped device from a new one. */
const KEY = 'atdj.runs'

/**
 * Says whether runs may be kept on this device, before anything heavy is loaded. The sign alone would not do:
 * browsers write it to the disk some seconds late, and a browser killed meanwhile would hide a first run. Nor would
 * the database: a browser that deletes it leaves the folder of the mirror, of the same name.
 */
export async function hasKeptRuns(): Promise<boolean> {
  return isMarked() || (await hasDatabase()) || (await hasMirror())
}

async function hasDatabase(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE)
  } catch {
    // No IndexedDB; or a damaged one, which a browser deletes while it refuses the first question.
    return false
  }
}

async function hasMirror(): Promise<boolean> {
  try {
    await (await navigator.storage.getDirectory()).getDirectoryHandle(DATABASE)
    return true
  } catch {
    return false
  }
}

/** Says whether the sign was left, and has reached the disk. */
export function isMarked(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

/** Leaves the sign. */
export function markKeptRuns(): void {
  try {
    localStorage.setItem(KEY, '1')
  } catch {
    // No storage: then nothing else is kept either, and the user is told so by the first write.
  }
}
