/**
 * Resolves once the screen shows what was just changed: what follows would otherwise hold it back.
 * Where nothing is drawn (a program without a page), at once.
 */
export async function painted(): Promise<void> {
  if ('requestAnimationFrame' in globalThis)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
