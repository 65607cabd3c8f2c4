import { meets, toTest, type Test } from '../condition'
import type { Condition, Line, Step } from '../scenario'
import { firstBot, longestBot, playWith, randomBot } from './bots'
import type { Material } from './material'
import { reading } from './reading'

/** What many plays of a module show. */
export interface Plays {
  count: number
  /** How many random plays came to each ending. */
  endings: ReadonlyMap<string, number>
  /** Random plays that came to no ending. */
  unfinished: number
  /** Most words read in one random play, notes included. */
  mostWords: number
  /** Most words read before each step where the learner acts, since the gesture before. */
  stretches: ReadonlyMap<string, number>
  /** Mean of the words and of the decisions of plays at the first level, notes and examples included. */
  first: { words: number; decisions: number }
  /** The same at the other levels, without notes nor examples; undefined with one level only. */
  replay: { words: number; decisions: number } | undefined
  /** Plays at the first level where no example was shown before the third decision. */
  withoutExample: number
  /** Endings that the bots without judgement came to. */
  byLongest: ReadonlySet<string>
  byFirst: ReadonlySet<string>
}

/** Plays of each bot without judgement, for each level and variant. */
const BOT_PLAYS = 20

/** Lets bots play a module: `material.plays` random plays shared between all levels and variants. */
export function manyPlays(material: Material): Plays {
  const { game, settings, scenario } = material
  const firstLevel = scenario.levels[0]?.id
  const endings = new Map<string, number>()
  const stretches = new Map<string, number>()
  const first = { plays: 0, words: 0, decisions: 0 }
  const replay = { plays: 0, words: 0, decisions: 0 }
  let unfinished = 0
  let mostWords = 0
  let withoutExample = 0
  const tests = new Map<Condition, Test>()
  const testOf = (condition: Condition) => {
    const known = tests.get(condition) ?? toTest(condition, scenario)
    tests.set(condition, known)
    return known
  }

  for (let i = 0; i < material.plays; i++) {
    const setting = settings[i % settings.length]
    if (!setting) break
    const isFirst = setting.level === firstLevel
    let words = 0
    let dialogue = 0
    let stretch = 0
    let decisions = 0
    let example = false
    const ending = playWith(game, { ...setting, seed: i }, randomBot(i), (step, snapshot, pick) => {
      const said = (lines: readonly Line[] = []) =>
        lines.filter((line) => !line.when || meets(snapshot.context, testOf(line.when)))
      const read = reading(material, step, pick, said)
      stretch += read.before
      if (step.kind === 'model') example = true
      if (isStop(step)) {
        stretches.set(step.id, Math.max(stretch, stretches.get(step.id) ?? 0))
        stretch = 0
      }
      if (step.kind === 'decision' && ++decisions === 3 && isFirst && !example) withoutExample += 1
      stretch += read.reaction
      dialogue += read.before + read.answers + read.reaction
      words += read.before + read.answers + read.reaction + read.notes
    })
    if (ending === undefined) unfinished += 1
    else endings.set(ending, (endings.get(ending) ?? 0) + 1)
    mostWords = Math.max(mostWords, words)
    const sum = isFirst ? first : replay
    sum.plays += 1
    sum.words += isFirst ? words : dialogue
    sum.decisions += decisions
  }
  return {
    count: material.plays,
    endings,
    unfinished,
    mostWords,
    stretches,
    first: meanOf(first),
    replay: replay.plays ? meanOf(replay) : undefined,
    withoutExample,
    byLongest: reachedBy(longestBot),
    byFirst: reachedBy(firstBot),
  }

  function reachedBy(bot: typeof firstBot): Set<string> {
    const reached = new Set<string>()
    for (const setting of settings)
      for (let seed = 0; seed < BOT_PLAYS; seed++) {
        const ending = playWith(game, { ...setting, seed }, bot)
        if (ending !== undefined) reached.add(ending)
      }
    return reached
  }
}

/** Whether the learner acts at this step; an example is a stop of its own. */
function isStop({ kind }: Step): boolean {
  return kind !== 'lines' && kind !== 'branch' && kind !== 'draw'
}

function meanOf({ plays, words, decisions }: { plays: number; words: number; decisions: number }) {
  return { words: words / (plays || 1), decisions: decisions / (plays || 1) }
}
