/**
 * Keeps the screen on while something must stay readable, a script during a call for instance. A browser that does
 * not know how, or refuses (low battery), lets the screen sleep as usual.
 * @returns what lets the screen sleep again
 */
export function keepScreenOn(): () => void {
  let lock: WakeLockSentinel | undefined
  let isOver = false

  async function ask(): Promise<void> {
    if (isOver || document.visibilityState !== 'visible') return
    const given = await navigator.wakeLock?.request('screen').catch(() => undefined)
    if (isOver) await given?.release()
    else lock = given
  }

  // The browser takes it back each time the page is hidden.
  const again = () => void ask()
  document.addEventListener('visibilitychange', again)
  void ask()
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', again)
    void lock?.release()
  }
}
