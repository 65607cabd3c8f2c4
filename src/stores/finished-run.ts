import { compile, type Game } from '../core/compile'
import type { Pack } from '../core/pack'
import { replay, type Move } from '../core/play'
import { movesOf, type Run } from '../core/run'

/** A kept run read again: the exact text it was played on, its moves, and what the learner wrote in it. */
export interface ReadRun {
  run: Run
  pack: Pack
  game: Game
  moves: readonly Move[]
  texts: Readonly<Record<string, string>>
}

/** Reads a kept run again. @returns undefined when it is not on this device, or its memory does not answer. */
export async function readAgain(id: string): Promise<ReadRun | undefined> {
  const keep = await import('../data/keep')
  const kept = await keep.readRun(id, Date.now()).catch(() => undefined)
  if (!kept) return undefined
  const pack = JSON.parse(kept.text.text) as Pack
  const game = compile(pack.scenario)
  const moves = movesOf(kept.records)
  const { texts } = replay(game, kept.run, moves).snapshot.context
  return { run: kept.run, pack, game, moves, texts }
}
