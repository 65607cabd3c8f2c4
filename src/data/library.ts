import shipped from 'virtual:modules'
import type { Art } from '../core/art'

/**
 * The text of a shipped module's pack. It was parsed and checked when the app was built,
 * and the service worker verified it: it is not parsed a second time.
 * @returns undefined for an unknown module. @throws when it can be neither fetched nor found offline.
 */
export async function packText(id: string): Promise<string | undefined> {
  const module = known(id)
  return module && (await module.load()).default
}

/** The drawings of a shipped module; undefined when they cannot be had: a play goes on without faces. */
export async function artOf(id: string): Promise<Art | undefined> {
  return known(id)
    ?.loadArt()
    .then(
      (loaded) => loaded.default,
      () => undefined,
    )
}

function known(id: string) {
  return Object.hasOwn(shipped, id) ? shipped[id] : undefined
}
