// npm run corpus: keeps finished runs of each shipped module at its present version, for
// tests/finished-runs.test.ts. A version that has its runs keeps them, unless `-- --again` asks for others.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { packOf } from '../../src/build/modules'
import { nextRecord, textHash } from '../../src/core/chain'
import { readResult, resultToken } from '../../src/core/class/envelope'
import type { PlayedRun } from '../../src/core/class/hand-in'
import type { KeptResult } from '../../src/core/class/kept'
import { compile, type Game } from '../../src/core/compile'
import { move, openMoves, replay, start, stepAt, type Move } from '../../src/core/play'
import { Playthroughs, type Playthrough } from '../../src/core/playthrough'
import { backTo, movesOf, type Run, type RunRecord } from '../../src/core/run'
import { finishedRun, handedIn, inFileOrder, MORNING } from '../class-play'
import { shippedModules } from '../modules'
import { factsOf, fileOf, packed, type Published } from './published'

const PUPILS = 4
const LUCK = [0, 35, 70, 100]
const HOUR = 3_600_000
const again = process.argv.includes('--again')

for (const slug of shippedModules) {
  const pack = await packOf(slug)
  const { id: module, version } = pack.scenario
  const file = fileOf({ module, version })
  if (existsSync(file) && !again) {
    console.log(`${module} ${version}: kept as it is (npm run corpus -- --again makes it anew)`)
    continue
  }
  const plays = readFileSync(new URL(`../../scenarios/${slug}/playthroughs.json`, import.meta.url))
  const written = v.parse(Playthroughs, JSON.parse(plays.toString())).plays
  const made = published(JSON.stringify(pack), compile(pack.scenario), written)
  writeFileSync(file, `${JSON.stringify(made)}\n`)
  console.log(`${module} ${version}: ${made.runs.length} runs, ${made.tokens.length} results`)
}

/** @param plays those written beside the module: one of each ending is taken */
function published(text: string, game: Game, plays: readonly Playthrough[]): Published {
  const { id: module, version, levels } = game.scenario
  const endings = new Map(plays.map((play) => [play.ending, play]))
  const once = [...endings.values()].map((play, index) => [
    kept(text, game, writtenRun(game, play, MORNING + index * 60_000)),
  ])
  const twice = Array.from({ length: PUPILS }, (_, pupil) =>
    [0, 1].map((attempt) => {
      const seed = pupil * 10 + attempt
      const luck = attempt ? 100 : (LUCK[pupil] ?? 0)
      return kept(text, game, finishedRun(game, seed, luck, MORNING + attempt * HOUR))
    }),
  )
  const pupils = [...twice, ...once]
  const alone = levels.map(({ id }, index) => {
    const at = MORNING + (index + 2) * HOUR
    return kept(text, game, withStepBack(game, finishedRun(game, 100 + index, 50, at, id)))
  })
  const played = [...pupils.flat(), ...alone]
  const tokens = pupils.map((runs, pupil) => {
    const member = String(pupil).padStart(10, '0')
    const name = `Renard ${pupil + 1}`
    return resultToken(handedIn(runs, { name, member, sentAt: MORNING + 3 * HOUR }), [game])
  })
  const rows = {
    runs: played.map(({ run }) => run),
    records: played.flatMap(({ records }) => [...records]),
    results: tokens.map((token) => received(token, game)),
  }
  const read = factsOf(game, rows)
  return { module, version, text: packed(text), ...rows, tokens, read }
}

/** A result as the device of the teacher keeps it. */
function received(token: string, game: Game): KeptResult {
  const read = readResult(token, [game])
  if ('trouble' in read) throw new Error(`A result of ${game.scenario.id} is ${read.trouble}.`)
  const { result } = read
  const { assignment, member } = result
  return { assignment, member, class: 'c'.repeat(32), receivedAt: MORNING + 4 * HOUR, result }
}

/** The same run, pinned to its text and chained, as a device keeps it. */
function kept(text: string, game: Game, { run: played, records: made }: PlayedRun): PlayedRun {
  const run: Run = { ...played, id: `${game.scenario.id}-${played.id}`, text: textHash(text) }
  const records: RunRecord[] = []
  for (const { step, pick, text: words, at } of made) {
    const gesture: Move = { step, pick, ...(words === undefined ? {} : { text: words }) }
    records.push(nextRecord(run, records.at(-1), gesture, at))
  }
  return { run, records }
}

/** A play written beside the module, as somebody makes it: a gesture every ten seconds. */
function writtenRun(game: Game, play: Playthrough, startedAt: number): PlayedRun {
  const { level, variant, seed, ending } = play
  const { id: scenario, version } = game.scenario
  const run: Run = {
    ...{ id: `written-${ending}`, scenario, version, text: '' },
    ...{ level, variant, seed, startedAt, ending },
  }
  const records: RunRecord[] = []
  const picks = [...play.picks]
  let snapshot = start(game, run)
  while (snapshot.status === 'active') {
    const step = stepAt(game, snapshot)
    const [asked, pick = ''] = picks[0]?.split(':') ?? []
    const made: Move =
      asked === step.id
        ? inFileOrder(game, { step: step.id, pick })
        : step.kind === 'write'
          ? { step: step.id, pick: 'written', text: step.example ?? 'Mes mots.' }
          : { step: step.id, pick: 'next' }
    const after = move(game, snapshot, made)
    if (!after) throw new Error(`${scenario}, « ${play.name} »: it stops at ${step.id}.`)
    if (asked === step.id) picks.shift()
    const at = startedAt + (records.length + 1) * 10_000
    records.push({ run: run.id, seq: records.length, at, hash: '', ...made })
    snapshot = after
  }
  return { run: { ...run, endedAt: records.at(-1)?.at ?? startedAt }, records }
}

/** The run with a wrong road first: another choice at its first decision, then a step back. */
function withStepBack(game: Game, { run, records }: PlayedRun): PlayedRun {
  const moves = movesOf(records)
  for (const [count, made] of moves.entries()) {
    const { snapshot } = replay(game, run, moves.slice(0, count))
    if (stepAt(game, snapshot).kind !== 'decision') continue
    const other = openMoves(game, snapshot).find(({ pick }) => pick !== made.pick)
    const after = other && move(game, snapshot, other)
    if (!after || after.status !== 'active') continue
    const road = [...moves.slice(0, count), other, backTo(stepAt(game, after).id, count)]
    const all = [...road, ...moves.slice(count)]
    return {
      run,
      records: all.map((one, seq) => ({
        ...one,
        run: run.id,
        seq,
        at: run.startedAt + (seq + 1) * 10_000,
        hash: '',
      })),
    }
  }
  return { run, records }
}
