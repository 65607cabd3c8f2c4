const KEY = 'atdj.reloaded'
const PAUSE = 10_000

/** What a reload needs from the browser. */
export interface Reloading {
  reload: () => void
  session: Pick<Storage, 'getItem' | 'setItem'>
  now: () => number
}

/** Reloads the page, but never twice within ten seconds: a broken build must not reload for ever. */
export function reloadOnce(outside: Reloading = browser()): boolean {
  const { reload, session, now } = outside
  try {
    if (Math.abs(now() - Number(session.getItem(KEY) ?? -PAUSE)) < PAUSE) return false
    session.setItem(KEY, String(now()))
  } catch {
    return false
  }
  reload()
  return true
}

function browser(): Reloading {
  return { reload: () => location.reload(), session: sessionStorage, now: Date.now }
}
