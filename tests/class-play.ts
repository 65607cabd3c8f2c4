import fc from 'fast-check'
import { hash32 } from '../src/core/chance'
import { compile, type Game } from '../src/core/compile'
import { resultOf, type PlayedRun } from '../src/core/class/hand-in'
import { pickOf, rankOf } from '../src/core/class/ranks'
import type { Result } from '../src/core/class/result'
import { move, openMoves, start, stepAt, type Move } from '../src/core/play'
import type { Run, RunRecord } from '../src/core/run'
import { legalPlay } from './legal-play'
import { moduleOf, shippedModules } from './modules'

/** The shipped modules, compiled. */
export const games: Game[] = shippedModules.map((slug) => compile(moduleOf(slug)))

/** A day of class: 24 November 2026, 10 in the morning in Paris. */
export const MORNING = Date.UTC(2026, 10, 24, 9)

/**
 * A finished run that depends only on its arguments, with its records: one move every ten seconds.
 * @param luck from 0 to 99: how often the best answer is given
 */
export function finishedRun(
  game: Game,
  seed: number,
  luck = 50,
  startedAt = MORNING,
  level = game.scenario.levels[0]?.id ?? '',
): PlayedRun {
  const { scenario } = game
  const variants = scenario.variants.filter((one) => one.levels.includes(level))
  const variant = variants[seed % variants.length]?.id ?? ''
  const setup = { level, variant, seed }
  const records: RunRecord[] = []
  let snapshot = start(game, setup)
  for (let count = 0; snapshot.status === 'active' && count < 300; count++) {
    const open = openMoves(game, snapshot)
    const step = stepAt(game, snapshot)
    const bests = step.kind === 'decision' ? step.choices.filter((c) => c.quality === 'best') : []
    const best = open.find(({ pick }) => bests.some(({ id }) => id === pick))
    const lucky = hash32(seed, count, 'luck') % 100 < luck
    const usual = (lucky ? best : undefined) ?? open[hash32(seed, count) % open.length]
    const made: Move | undefined =
      step.kind === 'write'
        ? { step: step.id, pick: 'written', text: 'Je suis motivée.' }
        : usual && inFileOrder(game, usual)
    const after = made && move(game, snapshot, made)
    if (!after) throw new Error(`${scenario.id} stops at ${step.id}`)
    const at = startedAt + (count + 1) * 10_000
    records.push({ run: `r${seed}`, seq: count, at, hash: '', ...made })
    snapshot = after
  }
  const run: Run = {
    id: `r${seed}`,
    scenario: scenario.id,
    version: scenario.version,
    text: '',
    startedAt,
    endedAt: records.at(-1)?.at ?? startedAt,
    ending: String(snapshot.value),
    ...setup,
  }
  return { run, records }
}

/** What a pupil hands in after these runs. */
export function handedIn(
  played: readonly PlayedRun[],
  { name = 'Renard 12', member = '0123456789', sentAt = MORNING + 3_600_000 } = {},
  shared: ReadonlySet<string> = new Set(),
): Result {
  const modules = [...new Set(played.map(({ run }) => run.scenario))]
  const progress = modules.map((module) => ({
    assigned: { module, variants: [] },
    finished: played.map(({ run }) => run).filter((run) => run.scenario === module),
  }))
  const sender = { member, name, sentAt, shared }
  return resultOf({ id: 'a1b2c3d4e5f6' }, progress, played, games, sender)
}

/** Any play of any module, brought to an ending; picks in the order of the file, as the screen records them. */
export const endedPlay = legalPlay.map(({ game, setup, moves }) => {
  const played: Move[] = []
  let snapshot = start(game, setup)
  for (const made of moves) {
    const after = move(game, snapshot, inFileOrder(game, made))
    if (!after) break
    played.push(inFileOrder(game, made))
    snapshot = after
  }
  for (let count = 0; snapshot.status === 'active' && count < 300; count++) {
    const open = openMoves(game, snapshot).map((made) => inFileOrder(game, made))
    const made = open[hash32(setup.seed, count) % open.length]
    const after = made && move(game, snapshot, made)
    if (!after) throw new Error(`${game.scenario.id} does not end`)
    played.push(made)
    snapshot = after
  }
  const ended = { game, setup, moves: played, ending: String(snapshot.value) }
  // A failure is told with the name of the module, not with its whole machine.
  return Object.defineProperty(ended, 'game', { enumerable: false })
})

/** A gesture as the screens record it: picks in the order of the file. */
export function inFileOrder(game: Game, made: Move): Move {
  const step = game.steps.get(made.step)
  if (step?.kind !== 'pick') return made
  return { ...made, pick: pickOf(step, rankOf(step, made.pick) ?? -1) ?? made.pick }
}

/** Any bytes. */
export const anyBytes = fc.uint8Array({ maxLength: 400 })
