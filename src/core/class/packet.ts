import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { hash32 } from '../chance'
import type { Game } from '../compile'
import { move, start, stepAt, type Move, type Snapshot } from '../play'
import { ByteReader } from './byte-reader'
import { ByteWriter } from './byte-writer'
import { nameHash, nameWith } from './name-hash'
import { isChosen, pickOf, rankOf } from './ranks'
import { LONGEST_NAME, type Result, type ResultRun, type TimedMove } from './result'
import { secondsOf, toBucket } from './seconds'

/**
 * The body of a result, format 1. It is the source of every way out (code, link, file, copy).
 *
 *     assignment 6 · member 5 · sent at 4 (seconds since 1970) · name · modules
 *     a module: hash of its id 3 · version x.y.z · times finished · runs
 *     a run: level and variant 1 · seed 4 · attempt · minutes before sending · one or more bytes a choice · trail 3
 *     a choice: 3 bits of rank, 5 bits of time; rank 7 says that the rank follows
 *
 * Only choices are there: the machine finds the steps again, and the end. The trail is a hash of every name on the
 * road (module, level, variant, steps, picks, ending): a module that has changed on that road, or a road that the
 * machine does not allow, is refused, never misread.
 */
export function packResult(result: Result, games: readonly Game[]): Uint8Array {
  const writer = new ByteWriter()
    .bytes(hexToBytes(result.assignment))
    .bytes(hexToBytes(result.member))
    .fixed(Math.floor(result.sentAt / 1000), 4)
    .text(result.name)
  const modules = [...new Set(result.runs.map((run) => run.module))]
  writer.number(modules.length)
  for (const module of modules) {
    const game = games.find(({ scenario }) => scenario.id === module)
    const runs = result.runs.filter((run) => run.module === module)
    if (!game) throw new Error(`The module ${module} is not known.`)
    writer.fixed(nameHash(module, 3), 3)
    for (const part of (runs[0]?.version ?? '0.0.0').split('.')) writer.number(Number(part))
    writer.number(result.plays[module] ?? runs.length).number(runs.length)
    for (const run of runs) writer.bytes(packRun(game, run, result.sentAt))
  }
  return writer.done()
}

/** Why a body cannot be read. `other-version`: the pupil played a version of the module that is not the one here. */
export type PacketTrouble =
  | { trouble: 'wrong' | 'unknown-module' }
  | { trouble: 'impossible'; module: string }
  | { trouble: 'other-version'; module: string; version: string; here: string }

/** Reads a body back, playing every run again through its machine. Never throws. */
export function unpackResult(
  body: Uint8Array,
  games: readonly Game[],
): { result: Result } | PacketTrouble {
  const reader = new ByteReader(body)
  const assignment = bytesToHex(reader.bytes(6))
  const member = bytesToHex(reader.bytes(5))
  const sentAt = reader.fixed(4) * 1000
  const name = reader.text(LONGEST_NAME)
  const result: Result = { assignment, member, name, sentAt, plays: {}, runs: [] }
  const modules = reader.number()
  if (!reader.ok || modules > 50) return { trouble: 'wrong' }
  for (let count = 0; count < modules; count++) {
    const trouble = readModule(reader, games, result)
    if (trouble) return trouble
  }
  return reader.isComplete ? { result } : { trouble: 'wrong' }
}

function readModule(
  reader: ByteReader,
  games: readonly Game[],
  result: Result,
): PacketTrouble | undefined {
  const hash = reader.fixed(3)
  const version = [reader.number(), reader.number(), reader.number()].join('.')
  const plays = reader.number()
  const runs = reader.number()
  if (!reader.ok || runs > 10) return { trouble: 'wrong' }
  const ids = games.map(({ scenario }) => scenario.id)
  const game = games.find(({ scenario }) => scenario.id === nameWith(hash, ids, 3))
  if (!game) return { trouble: 'unknown-module' }
  const { id: module, version: here } = game.scenario
  if (result.plays[module] !== undefined) return { trouble: 'wrong' }
  result.plays[module] = plays
  for (let count = 0; count < runs; count++) {
    const run = readRun(reader, game, result.sentAt)
    if (!run)
      return version === here
        ? { trouble: 'impossible', module }
        : { trouble: 'other-version', module, version, here }
    result.runs.push({ ...run, version })
  }
  return undefined
}

function packRun(game: Game, run: ResultRun, sentAt: number): Uint8Array {
  const { levels, variants } = game.scenario
  const level = sorted(levels).indexOf(run.level)
  const variant = sorted(variants).indexOf(run.variant)
  const writer = new ByteWriter()
    .fixed(level * 16 + variant, 1)
    .fixed(run.seed, 4)
    .number(run.attempt)
    .number(Math.max(0, Math.round((sentAt - run.startedAt) / 60_000)))
  for (const made of run.moves) {
    const step = game.steps.get(made.step)
    if (!step || !isChosen(step)) continue
    const bucket = toBucket(made.seconds)
    const rank = step.kind === 'write' ? writtenRank(made) : (rankOf(step, made.pick) ?? 0)
    if (rank < 7) writer.fixed(rank * 32 + bucket, 1)
    else writer.fixed(7 * 32 + bucket, 1).number(rank)
    if (step.kind === 'write' && rank === SHARED) writer.text(made.text ?? '')
  }
  return concatBytes(writer.done(), new ByteWriter().fixed(trailOf(game, run), 3).done())
}

function readRun(
  reader: ByteReader,
  game: Game,
  sentAt: number,
): Omit<ResultRun, 'version'> | undefined {
  const { id: module, levels, variants } = game.scenario
  const first = reader.fixed(1)
  const level = sorted(levels)[Math.floor(first / 16)]
  const variant = variants.find((one) => one.id === sorted(variants)[first % 16])
  if (level === undefined || !variant?.levels.includes(level)) return undefined
  const setup = { level, variant: variant.id, seed: reader.fixed(4) }
  const attempt = reader.number()
  const startedAt = sentAt - reader.number() * 60_000
  const moves: TimedMove[] = []
  let snapshot: Snapshot = start(game, setup)
  while (snapshot.status === 'active' && reader.ok && moves.length < MOST_MOVES) {
    const made = readMove(reader, game, snapshot)
    const after = made && move(game, snapshot, made)
    if (!after) return undefined
    moves.push(made)
    snapshot = after
  }
  const run = { module, ...setup, attempt, startedAt, moves, ending: String(snapshot.value) }
  return snapshot.status !== 'active' && reader.fixed(3) === trailOf(game, run) && reader.ok
    ? run
    : undefined
}

function readMove(reader: ByteReader, game: Game, snapshot: Snapshot): TimedMove | undefined {
  const step = stepAt(game, snapshot)
  if (!isChosen(step)) return { step: step.id, pick: 'next' }
  const byte = reader.fixed(1)
  const rank = byte >= 7 * 32 ? reader.number() : Math.floor(byte / 32)
  const seconds = secondsOf(byte % 32)
  const timed = seconds === undefined ? {} : { seconds }
  if (step.kind === 'write') {
    if (rank > SHARED) return undefined
    const text = rank === SHARED ? reader.text(MOST_TEXT) : rank === KEPT ? KEPT_TEXT : ''
    const written = rank === PASSED ? { pick: 'next' } : { pick: 'written', text }
    return { step: step.id, ...written, ...timed }
  }
  const pick = pickOf(step, rank)
  return pick === undefined ? undefined : { step: step.id, pick, ...timed }
}

/** What stands for a sentence that stays on the pupil's device: the story goes on as if it were there. */
export const KEPT_TEXT = '…'

/** What a pupil did at a step to write. Shared: the sentence follows. */
const [PASSED, EMPTY, KEPT, SHARED] = [0, 1, 2, 3]

/** A road this long is no play: modules have loops, people have an end. */
const MOST_MOVES = 500
const MOST_TEXT = 4 * 400

function writtenRank({ pick, text }: Move): number {
  if (pick === 'next') return PASSED
  if (!text) return EMPTY
  return text === KEPT_TEXT ? KEPT : SHARED
}

/** A number drawn from every name on the road. Sentences are not part of it. */
function trailOf(game: Game, run: Omit<ResultRun, 'version' | 'startedAt' | 'attempt'>): number {
  const made = run.moves.map(({ step, pick }) => `${step}:${pick}`)
  return hash32(run.seed, game.scenario.id, run.level, run.variant, ...made, run.ending) % 2 ** 24
}

function sorted(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1))
}
