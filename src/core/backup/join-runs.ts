import * as v from 'valibot'
import { soundRecords, textHash } from '../chain'
import type { Run, RunRecord } from '../run'
import { canonical } from './canonical'
import { noChanges, type Changes } from './changes'
import { RecordRow, RunRow, TextRow } from './shapes'

type TextOfRun = v.InferOutput<typeof TextRow>

/** A run with what it needs. */
export interface WholeRun {
  run: Run
  records: RunRecord[]
  text: TextOfRun
}

/** The rows of the three tables of runs, as they come. */
export interface RunRows {
  runs: readonly unknown[]
  records: readonly unknown[]
  texts: readonly unknown[]
}

/** What a file would change among the runs, and the records that broke their chain: they are put aside. */
export interface RunChanges extends Changes<WholeRun> {
  broken: RunRecord[]
}

/**
 * Compares the runs of a file with those of the device. A run is its records: when one side has only gone further,
 * that side is right; when both went on differently, the device's stays.
 * @param mine rows of the device
 * @param theirs rows of a file, not trusted: shapes, chains of hashes and texts are verified
 * @param isGoodText says whether the text of a module from a file can be played
 */
export function joinRuns(
  mine: RunRows,
  theirs: RunRows,
  isGoodText: (text: TextOfRun) => boolean,
): RunChanges {
  const changes: RunChanges = { ...noChanges<WholeRun>(), broken: [] }
  const device = wholeRuns(mine, new Map())
  const file = wholeRuns(theirs, device.texts)
  const goodTexts = new Map([...device.texts.keys()].map((hash) => [hash, true]))
  const isGood = (text: TextOfRun): boolean => {
    const good = goodTexts.get(text.hash) ?? (textHash(text.text) === text.hash && isGoodText(text))
    goodTexts.set(text.hash, good)
    return good
  }

  changes.refused.shape = file.unread
  for (const whole of file.runs.values()) {
    if (whole.text.scenario !== whole.run.scenario || !isGood(whole.text)) {
      changes.refused.text += 1
      continue
    }
    const { sound, broken } = soundPart(whole)
    changes.broken.push(...broken)
    if (broken.length) changes.refused.chain += 1
    const here = device.runs.get(sound.run.id)
    if (here) compare(changes, here, sound)
    else changes.added.push(sound)
  }
  return changes
}

/** A run as far as its chain holds; once cut, it has no ending any more. */
function soundPart(whole: WholeRun): { sound: WholeRun; broken: RunRecord[] } {
  const count = soundRecords(whole.run, whole.records)
  const broken = whole.records.slice(count)
  if (!broken.length) return { sound: whole, broken }
  const run = { ...whole.run }
  delete run.endedAt
  delete run.ending
  return { sound: { ...whole, run, records: whole.records.slice(0, count) }, broken }
}

function compare(changes: RunChanges, mine: WholeRun, theirs: WholeRun): void {
  const length = (whole: WholeRun) => whole.records.length + (whole.run.endedAt ? 0.5 : 0)
  const last = Math.min(mine.records.length, theirs.records.length) - 1
  const isSameRoad =
    canonical({ ...mine.run, endedAt: 0, ending: '' }) ===
      canonical({ ...theirs.run, endedAt: 0, ending: '' }) &&
    mine.records[last]?.hash === theirs.records[last]?.hash
  const further = length(theirs) - length(mine)
  if (!isSameRoad) changes.refused.conflict += 1
  else if (further > 0) changes.updated.push({ mine, row: theirs })
  else if (further < 0) changes.older += 1
  else changes.same += 1
}

/**
 * Puts rows together by run.
 * @param others texts to use when a run's own is not among the rows
 * @returns unread: rows that have not the right shape, or belong to no run
 */
function wholeRuns(rows: RunRows, others: ReadonlyMap<string, TextOfRun>) {
  let unread = 0
  const read = <Row>(shape: v.GenericSchema<unknown, Row>, list: readonly unknown[]): Row[] =>
    list.flatMap((row) => {
      const result = v.safeParse(shape, row)
      if (result.success) return [result.output]
      unread += 1
      return []
    })

  const texts = new Map(read(TextRow, rows.texts).map((text) => [text.hash, text]))
  const records = new Map<string, RunRecord[]>()
  for (const record of read(RecordRow, rows.records)) {
    const ofRun = records.get(record.run)
    if (ofRun) ofRun.push(record)
    else records.set(record.run, [record])
  }
  const runs = new Map<string, WholeRun>()
  for (const run of read(RunRow, rows.runs)) {
    const text = texts.get(run.text) ?? others.get(run.text)
    const ofRun = records.get(run.id) ?? []
    records.delete(run.id)
    if (!text || runs.has(run.id)) unread += 1
    else runs.set(run.id, { run, records: ofRun.sort((a, b) => a.seq - b.seq), text })
  }
  return { runs, texts, unread: unread + records.size }
}
