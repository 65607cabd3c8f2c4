import { compile, type Game } from '../core/compile'
import type { Pack } from '../core/pack'
import { packText } from '../data/library'
import { moduleSummaries } from '../data/summaries'

/** A module of this device, ready to read the results of others. */
export interface OpenPack {
  pack: Pack
  game: Game
}

const opened = new Map<string, Promise<OpenPack | undefined>>()

/** Modules that came with the app, by id, compiled once. Unknown ones and those that cannot be had are left out. */
export async function openPacks(
  ids: readonly string[] = moduleSummaries.map(({ id }) => id),
): Promise<OpenPack[]> {
  const packs = await Promise.all(
    [...new Set(ids)].map((id) => {
      const opening = opened.get(id) ?? open(id)
      opened.set(id, opening)
      return opening
    }),
  )
  return packs.filter((one) => one !== undefined)
}

async function open(id: string): Promise<OpenPack | undefined> {
  try {
    const text = await packText(id)
    if (text === undefined) return undefined
    const pack = JSON.parse(text) as Pack
    return { pack, game: compile(pack.scenario) }
  } catch {
    opened.delete(id)
    return undefined
  }
}
