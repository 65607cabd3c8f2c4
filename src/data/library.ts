import shipped from 'virtual:modules'
import type { Art } from '../core/art'
import type { ModuleSummary } from '../core/pack'

/** The modules that came with the app, in the order of the journey. */
export const moduleSummaries: readonly ModuleSummary[] = shipped.map((module) => module.summary)

/**
 * The text of a shipped module's pack. It was parsed and checked when the app was built,
 * and the service worker verified it: it is not parsed a second time.
 * @returns undefined for an unknown module. @throws when it can be neither fetched nor found offline.
 */
export async function packText(id: string): Promise<string | undefined> {
  const module = shipped.find(({ summary }) => summary.id === id)
  return module && (await module.load()).default
}

/** The drawings of a shipped module; undefined when they cannot be had: a play goes on without faces. */
export async function artOf(id: string): Promise<Art | undefined> {
  const module = shipped.find(({ summary }) => summary.id === id)
  return module?.loadArt().then(
    (loaded) => loaded.default,
    () => undefined,
  )
}
