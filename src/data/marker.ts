/**
 * A small sign, outside IndexedDB, that this device holds runs. It tells a first visit (nothing to
 * wait for) from a wiped database (runs to look for in the mirror).
 */
const KEY = 'atdj.runs'

/** Says whether runs were kept on this device one day. Without storage: no. */
export function hasKeptRuns(): boolean {
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
