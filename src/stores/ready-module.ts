import { compile, type Game } from '../core/compile'
import type { Pack } from '../core/pack'
import { packText } from '../data/library'

/** A module that can be played: its text, what it says, and its machine. */
export interface Ready {
  text: string
  pack: Pack
  game: Game
}

/** Makes the text of a pack ready. @param text one that was parsed and checked before: shipped, or pinned to a run */
export function readyFrom(text: string): Ready {
  const pack = JSON.parse(text) as Pack
  return { text, pack, game: compile(pack.scenario) }
}

/** A shipped module, ready; undefined when there is none of this name. @throws when it cannot be fetched. */
export async function shippedModule(id: string): Promise<Ready | undefined> {
  const text = await packText(id)
  return text === undefined ? undefined : readyFrom(text)
}
