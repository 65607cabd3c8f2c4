/** What is kept after a scene, once the device's data are open. Loaded only when it is needed. */
export async function keptAfter() {
  const [{ afterRunIn }, { opened }] = await Promise.all([
    import('../data/after-run'),
    import('../data/keep'),
  ])
  await opened()
  return afterRunIn()
}
