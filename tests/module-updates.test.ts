import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { hash32 } from '../src/core/chance'
import { nextRecord, textHash } from '../src/core/chain'
import { compile, type Game } from '../src/core/compile'
import { debriefOf } from '../src/core/debrief'
import type { Pack } from '../src/core/pack'
import { move, openMoves, replay, start, type Move, type Snapshot } from '../src/core/play'
import { movesOf, type Run, type RunRecord } from '../src/core/run'
import type { Scenario } from '../src/core/scenario'
import { Database } from '../src/data/db'
import { runsIn } from '../src/data/runs'
import { shippedModules } from './modules'
import { packTextOf } from './pack-text'

const RUNS = 200
const CHANGES = ['renamed', 'deleted', 'reordered'] as const

/** The next version of a module: names of steps changed, a step taken out, or choices and steps in another order. */
function nextVersion(scenario: Scenario, how: (typeof CHANGES)[number], chance: number): Scenario {
  const text = JSON.stringify({ ...scenario, version: '9.0.0' })
  const changed = (value: string) => JSON.parse(value) as Scenario
  if (how === 'renamed')
    return changed(
      scenario.steps.reduce((all, { id }) => all.replaceAll(`"${id}"`, `"${id}_v2"`), text),
    )
  const next = changed(text)
  if (how === 'deleted') next.steps.splice(chance % next.steps.length, 1)
  else {
    next.steps.reverse()
    for (const step of next.steps) if (step.kind === 'decision') step.choices.reverse()
  }
  return next
}

function playOn(game: Game, from: Snapshot, chance: number, most: number): Move[] {
  const moves: Move[] = []
  let snapshot = from
  while (snapshot.status === 'active' && moves.length < most) {
    const open = openMoves(game, snapshot)
    const made = open[hash32(chance, moves.length) % open.length]
    const after = made && move(game, snapshot, made)
    if (!made || !after) throw new Error(`${game.scenario.id} stops at ${String(snapshot.value)}`)
    moves.push(made)
    snapshot = after
  }
  return moves
}

it(`${RUNS} of ${RUNS} runs finish on the text they began with, whatever the next version does to its steps`, async () => {
  const db = new Database('module-updates')
  const runs = runsIn(db)
  const packs = shippedModules.map((slug) => packTextOf(slug))
  let finished = 0
  let wouldBreak = 0
  for (let chance = 0; chance < RUNS; chance++) {
    const text = packs[chance % packs.length] ?? ''
    const { scenario } = JSON.parse(text) as Pack
    const game = compile(scenario)
    const run = runOf(scenario, text, chance)
    const begun = playOn(game, start(game, run), chance, 3 + (chance % 8))
    await runs.add({
      run,
      records: chained(run, begun),
      text: { hash: run.text, scenario: scenario.id, text },
    })

    // The next version comes: new runs are pinned to it, and texts nobody needs are dropped.
    const how = CHANGES[chance % CHANGES.length] ?? 'renamed'
    const newer = JSON.stringify({ scenario: nextVersion(scenario, how, chance) })
    const other = runOf(scenario, newer, chance + RUNS)
    await runs.add({
      run: other,
      records: [],
      text: { hash: other.text, scenario: scenario.id, text: newer },
    })
    await runs.dropUnusedTexts()
    wouldBreak += breaksOn(newer, run, begun) ? 1 : 0

    const kept = await runs.get(run.id)
    expect(kept?.text.text).toBe(text)
    const pinned = compile((JSON.parse(kept?.text.text ?? '') as Pack).scenario)
    const moves = movesOf(kept?.records ?? [])
    const { snapshot, played } = replay(pinned, run, moves)
    expect(played).toBe(begun.length)
    const whole = [...moves, ...playOn(pinned, snapshot, chance, 300)]
    const end = replay(pinned, run, whole)
    expect(end.snapshot.status).toBe('done')
    for (const record of chained(run, whole).slice(begun.length)) await runs.append(record)
    expect(movesOf((await runs.get(run.id))?.records ?? [])).toEqual(whole)
    expect(debriefOf(pinned, run, whole)).toBeDefined()
    finished += 1
  }
  expect(finished).toBe(RUNS)
  // Without the pin, most of them would not have come back where they were.
  expect(wouldBreak).toBeGreaterThan(RUNS / 3)
}, 120_000)

function runOf(scenario: Scenario, text: string, chance: number): Run {
  const level = scenario.levels[0]?.id ?? ''
  const variant = scenario.variants.find((one) => one.levels.includes(level))?.id ?? ''
  return {
    id: `run-${chance}`,
    scenario: scenario.id,
    version: scenario.version,
    text: textHash(text),
    startedAt: chance,
    level,
    variant,
    seed: chance,
  }
}

function chained(run: Run, moves: readonly Move[]): RunRecord[] {
  const records: RunRecord[] = []
  for (const made of moves) records.push(nextRecord(run, records.at(-1), made, 1))
  return records
}

/** Whether the moves would lead elsewhere on the newer text. */
function breaksOn(text: string, run: Run, moves: readonly Move[]): boolean {
  try {
    return replay(compile((JSON.parse(text) as Pack).scenario), run, moves).played < moves.length
  } catch {
    return true
  }
}
