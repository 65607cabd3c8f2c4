import type { Art, Shape } from './art'
import type { Mood } from './look'
import type { Character, Line, Meter, Scenario, Step } from './scenario'

/** Who is in sight, and with which face. */
export interface OnStage {
  id: string
  mood: Mood
}

/** What is said in a row by a person, the coach, the narrator or the learner (`me`). */
export interface Turn {
  by: string
  /** The character, when it is one. */
  who: Character | undefined
  mood: Mood | undefined
  texts: string[]
}

type Cast = Pick<Scenario, 'cast'>

/** The lines, one turn for all that somebody says in a row. */
export function turnsOf(lines: readonly Line[], scenario: Cast): Turn[] {
  const turns: Turn[] = []
  for (const { by, mood, text } of lines) {
    const last = turns.at(-1)
    if (last?.by === by) last.texts.push(text)
    else turns.push({ by, who: personOf(by, scenario), mood, texts: [text] })
  }
  return turns
}

/**
 * Who stands on the stage once these lines are said: the last person who spoke stays until somebody else does, or
 * until a new scene has nobody in it.
 * @param isReaction the lines answer a choice: the scene is the same
 */
export function onStageAfter(
  before: OnStage | undefined,
  lines: readonly Line[],
  scenario: Cast,
  isReaction: boolean,
): OnStage | undefined {
  const line = lines.findLast(({ by }) => personOf(by, scenario))
  if (line) return { id: line.by, mood: line.mood ?? 'calm' }
  return lines.length && !isReaction ? undefined : before
}

/** The drawing of who is on stage, from the back to the front; empty while the drawings are not there. */
export function layersOf(art: Art | undefined, onStage: OnStage | undefined): Shape[][] {
  const drawn = onStage && art?.people[onStage.id]
  if (!art || !drawn) return []
  return [drawn.under, art.faces[onStage.mood] ?? art.faces.calm ?? [], drawn.over]
}

/** The meters that are shown at a step: none in a scene that spares people, nor before anything can move them. */
export function shownMeters({ meters }: Pick<Scenario, 'meters'>, step: Step): readonly Meter[] {
  const isSpared = step.kind === 'decision' && (step.sensitive || step.cold)
  return step.kind === 'sensitive' || isSpared ? [] : meters
}

function personOf(id: string, { cast }: Cast): Character | undefined {
  return cast.find((one) => one.id === id)
}
