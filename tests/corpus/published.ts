import { readdirSync, readFileSync } from 'node:fs'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Which } from '../../src/core/class/answers'
import type { KeptResult } from '../../src/core/class/kept'
import { reportOf } from '../../src/core/class/report'
import type { Result } from '../../src/core/class/result'
import type { Game } from '../../src/core/compile'
import { debriefOf } from '../../src/core/debrief'
import { movesOf, type Run, type RunRecord } from '../../src/core/run'
import type { Scenario } from '../../src/core/scenario'

/** Finished runs of one published version of a module, as devices hold them, and what was to be read in them. */
export interface Published {
  module: string
  version: string
  /** The text of the pack the runs are pinned to: raw deflate, base64. */
  text: string
  runs: Run[]
  records: RunRecord[]
  /** What pupils handed in: as it travels, then as the teacher's device keeps it. */
  tokens: string[]
  results: KeptResult[]
  read: Facts
}

/** What a learner and a teacher must still find there, told by names: sentences may change. */
export interface Facts {
  debriefs: ReturnType<typeof debriefFacts>[]
  reports: Record<Which, ReturnType<typeof reportFacts>>
}

const folder = new URL('../fixtures/', import.meta.url)

/** Where the runs of a version are kept. */
export function fileOf({ module, version }: { module: string; version: string }): URL {
  return new URL(`finished-${module}-${version}.json`, folder)
}

/** Every published version that has its runs. */
export function allPublished(): Published[] {
  return readdirSync(folder)
    .filter((name) => /^finished-.+\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Published)
}

export const packed = (text: string): string =>
  deflateRawSync(text, { level: 9 }).toString('base64')

/** The text that the runs are pinned to. */
export const textOf = ({ text }: Published): string =>
  inflateRawSync(Buffer.from(text, 'base64')).toString()

/** What is read today in runs and results. @param game the module they were played on */
export function factsOf(
  game: Game,
  { runs, records, results }: Pick<Published, 'runs' | 'records' | 'results'>,
): Facts {
  const handedIn = results.map(({ result }) => result)
  const report = (which: Which) => reportFacts(game.scenario, handedIn, which)
  return {
    debriefs: runs.map((run) =>
      debriefFacts(
        game,
        run,
        records.filter((record) => record.run === run.id),
      ),
    ),
    reports: { first: report('first'), best: report('best') },
  }
}

function debriefFacts(game: Game, run: Run, records: readonly RunRecord[]) {
  const { ending, turns, objectives, turningPoint } = debriefOf(game, run, movesOf(records))
  return {
    run: run.id,
    ending: ending?.id,
    choices: turns.map(({ made, quality }) => [made.step, made.pick, quality ?? ''].join(' ')),
    objectives: objectives.map(({ id, best, practised }) => `${id} ${best}/${practised}`),
    turningPoint: turningPoint
      ? [turningPoint.instead.step, turningPoint.instead.pick, turningPoint.ending.id].join(' ')
      : '',
  }
}

function reportFacts(scenario: Scenario, results: readonly Result[], which: Which) {
  const report = reportOf(scenario, results, which)
  return {
    pupils: report.pupils,
    endings: report.endings.map(({ ending, count }) => `${ending.id} ${count}`),
    decisions: report.decisions.map(({ step, met, seconds, choices }) =>
      [
        `${step.id} ${met} ${seconds ?? ''}`,
        ...choices.map(({ choice, count }) => `${choice.id} ${count}`),
      ].join(', '),
    ),
    misconceptions: report.misconceptions.map(({ id, met, held }) => `${id} ${held}/${met}`),
    objectives: report.objectives.map(({ id, best, practised }) => `${id} ${best}/${practised}`),
    again: report.again,
    time: report.time ?? {},
  }
}
