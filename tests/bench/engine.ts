import { check } from '../../src/core/check'
import { compile, type Game } from '../../src/core/compile'
import { parse } from '../../src/core/parse'
import { move, start } from '../../src/core/play'
import { generatedModule } from './generated'

export interface EngineFigures {
  steps: number
  /** CPU milliseconds of parse + check + compile + first snapshot, one figure per round, first round cold. */
  load: number[]
  /** Transitions per second of CPU time, one figure per round. */
  transitions: number[]
}

const SETUP = { level: 'n1', variant: 'v1', seed: 1 }
const LIMITS = { bytes: 100_000_000, steps: 100_000, values: 10_000_000 }

/** Measures the engine on generated modules, in CPU time, which a busy machine disturbs less than the clock. */
export function measureEngine(sizes: readonly number[], rounds: number): EngineFigures[] {
  return sizes.map((steps) => {
    const text = JSON.stringify(generatedModule(steps))
    const figures: EngineFigures = { steps, load: [], transitions: [] }
    for (let round = 0; round < rounds; round++) {
      let game: Game | undefined
      figures.load.push(cpu(() => (game = load(text))))
      if (game) figures.transitions.push(transitionsPerSecond(game))
    }
    return figures
  })
}

function load(text: string): Game {
  const parsed = parse(text, LIMITS)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics.slice(0, 3)))
  check(parsed.scenario)
  const game = compile(parsed.scenario)
  start(game, SETUP)
  return game
}

function transitionsPerSecond(game: Game): number {
  const wanted = 20_000
  let made = 0
  const spent = cpu(() => {
    while (made < wanted) {
      let snapshot = start(game, SETUP)
      for (let index = 0; made < wanted; index++) {
        const after = move(game, snapshot, { step: `s${index}`, pick: index % 2 ? 'b' : 'a' })
        if (!after) break
        snapshot = after
        made += 1
      }
    }
  })
  return made / (spent / 1000)
}

function cpu(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
