/** The build this page comes from: the name of its entry file. Undefined while developing. */
export function ownBuild(page: ParentNode = document): string | undefined {
  const entry = page.querySelector('script[type="module"][src*="assets/"]')
  return entry?.getAttribute('src')?.split('/').at(-1)
}

/** The build the host serves now, asked past every cache. Undefined when the host does not answer as itself. */
export async function hostBuild(fetching = fetch): Promise<string | undefined> {
  try {
    const address = new URL('version.json', document.baseURI)
    const answer = await fetching(address, { cache: 'no-store', redirect: 'error' })
    const told: unknown = await answer.json()
    if (!answer.ok || typeof told !== 'object' || told === null || !('build' in told))
      return undefined
    return typeof told.build === 'string' ? told.build : undefined
  } catch {
    return undefined
  }
}
