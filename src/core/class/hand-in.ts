import { replay, type Move } from '../play'
import type { Game } from '../compile'
import { standingOf, type Run, type RunRecord } from '../run'
import type { Assigned, Assignment } from './assignment'
import { KEPT_TEXT } from './packet'
import type { Result, ResultRun, TimedMove } from './result'
import { sendable } from './sendable'

/** A run of the device that counts for an assignment, with its records. */
export interface PlayedRun {
  run: Run
  records: readonly RunRecord[]
}

/** Where a pupil stands in an assignment. */
export interface Progress {
  assigned: Assigned
  /** Finished runs that count, the oldest first. */
  finished: Run[]
}

/** The finished runs that count for each module: at the level and in the variants asked for, begun since it was accepted. */
export function progressOf(
  { modules }: Pick<Assignment, 'modules'>,
  acceptedAt: number,
  runs: readonly Run[],
): Progress[] {
  return modules.map((assigned) => ({
    assigned,
    finished: runs.filter(
      (run) => run.endedAt !== undefined && run.startedAt >= acceptedAt && suits(assigned, run),
    ),
  }))
}

/** Says whether a run is at the level and in a variant that was asked for. */
export function suits(
  { module, level, variants }: Assigned,
  run: Pick<Run, 'scenario' | 'level' | 'variant'>,
): boolean {
  return (
    run.scenario === module &&
    (level === undefined || run.level === level) &&
    (variants.length === 0 || variants.includes(run.variant))
  )
}

/**
 * The runs of one module that are handed in: the first, and the best when it is another (the highest ending, the
 * latest of equals). A later run that is no better says nothing more.
 */
export function chosenRuns(finished: readonly Run[], game: Game): Run[] {
  const rank = (run: Run) => {
    const end = game.steps.get(run.ending ?? '')
    return end?.kind === 'ending' ? end.rank : 0
  }
  const [first, ...later] = finished
  if (!first) return []
  const best = later.reduce((one, other) => (rank(other) >= rank(one) ? other : one), first)
  return rank(best) > rank(first) ? [first, best] : [first]
}

/** What the pupil decides about the sending itself. */
export interface Sender {
  member: string
  name: string
  /** Milliseconds since 1970. */
  sentAt: number
  /** Own sentences the pupil ticked: `run id/step`. */
  shared: ReadonlySet<string>
}

/**
 * Makes what is handed in from the runs of the device. Own sentences are replaced unless they were ticked.
 * A run whose moves its module does not allow any more (another version) is left out.
 */
export function resultOf(
  assignment: Pick<Assignment, 'id'>,
  progress: readonly Progress[],
  played: readonly PlayedRun[],
  games: readonly Game[],
  { member, name, sentAt, shared }: Sender,
): Result {
  const result: Result = {
    assignment: assignment.id,
    member,
    name,
    sentAt: Math.floor(sentAt / 1000) * 1000,
    plays: {},
    runs: [],
  }
  for (const { assigned, finished } of progress) {
    const game = games.find(({ scenario }) => scenario.id === assigned.module)
    if (!game || !finished.length) continue
    result.plays[assigned.module] = finished.length
    for (const run of chosenRuns(finished, game)) {
      const records = played.find((one) => one.run.id === run.id)?.records ?? []
      const moves = timedMoves(run, records, shared)
      const { snapshot, played: count } = replay(game, run, moves)
      if (count < moves.length || snapshot.status === 'active') continue
      result.runs.push(toResultRun(run, moves, finished.indexOf(run) + 1, result.sentAt))
    }
  }
  return result
}

function toResultRun(run: Run, moves: TimedMove[], attempt: number, sentAt: number): ResultRun {
  const { scenario: module, version, level, variant, seed, ending = '' } = run
  const minutes = Math.max(0, Math.round((sentAt - run.startedAt) / 60_000))
  const startedAt = sentAt - minutes * 60_000
  return { module, version, level, variant, seed, attempt, startedAt, moves, ending }
}

/** The standing moves with the time since the record before; moves copied from an earlier run have none. */
function timedMoves(
  run: Run,
  records: readonly RunRecord[],
  shared: ReadonlySet<string>,
): TimedMove[] {
  const before = new Map(records.map((record, i) => [record, records[i - 1]?.at ?? run.startedAt]))
  return standingOf(records).map((record) => {
    const seconds = Math.round((record.at - (before.get(record) ?? record.at)) / 1000)
    return {
      ...sentMove(record, shared.has(`${run.id}/${record.step}`)),
      ...(seconds > 0 ? { seconds } : {}),
    }
  })
}

function sentMove({ step, pick, text }: Move, isShared: boolean): Move {
  if (text === undefined) return { step, pick }
  return { step, pick, text: text && !isShared ? KEPT_TEXT : sendable(text) }
}
