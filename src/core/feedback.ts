import type { Game } from './compile'
import { countTrue, type Context } from './condition'
import { saidLines, type Move, type Snapshot } from './play'
import type { Line, Meter } from './scenario'

type Quality = 'best' | 'ok' | 'trap'

/** How a meter moved: its value and words before and after. */
interface MeterMove {
  meter: Meter
  before: number
  after: number
}

/** What a move brought: first the other's reaction and the meters, then the coach's note. */
export interface Feedback {
  step: string
  /** What the learner said or did, in words; undefined for a gesture without words. */
  said?: string
  reaction: Line[]
  meters: MeterMove[]
  /** Undefined when there is nothing to explain. */
  note?: {
    /** Undefined for a first try or a sensitive scene: nothing is right or wrong there. */
    quality?: Quality
    why: string
    next?: string
    fact?: string
  }
  /** For `pick` and `order`: each item, whether it was taken, whether it was good. */
  items?: { text: string; taken: boolean; good: boolean; why?: string }[]
}

/** What a move brought, or undefined when the step has no reaction, note or meter to show. */
export function feedbackOf(
  game: Game,
  before: Snapshot,
  made: Move,
  after: Snapshot,
): Feedback | undefined {
  const step = game.steps.get(made.step)
  const base = {
    step: made.step,
    reaction: [] as Line[],
    meters: meterMoves(game.scenario.meters, before.context, after.context),
  }
  const said = (lines: readonly Line[] | undefined) => saidLines(game, after.context, lines)

  if (step?.kind === 'decision') {
    const choice = step.choices.find((candidate) => candidate.id === made.pick)
    if (!choice) return undefined
    const { quality, why, next, fact } = choice
    const judged = step.cold || step.sensitive ? {} : { quality }
    return {
      ...base,
      said: choice.text,
      reaction: said(choice.reaction),
      note: { ...judged, why, ...(next ? { next } : {}), ...(fact ? { fact } : {}) },
    }
  }
  if (step?.kind === 'pick') {
    const picks = made.pick.split('+')
    const items = step.options.map(({ id, text, good, why }) => ({
      text,
      good,
      why,
      taken: picks.includes(id),
    }))
    const judged = judgedPicks(items, step.most)
    return { ...base, reaction: said(step.reaction), items, note: { ...judged, why: step.why } }
  }
  if (step?.kind === 'order') {
    const picks = made.pick.split('>')
    const right = step.items.every((item, index) => item.id === picks[index])
    const items = step.items.map((item, index) => ({
      text: item.text,
      taken: true,
      good: item.id === picks[index],
    }))
    return { ...base, items, note: { quality: right ? 'best' : 'ok', why: step.why } }
  }
  if (step?.kind === 'write' && made.pick === 'written' && step.why)
    return { ...base, ...(made.text ? { said: made.text } : {}), note: { why: step.why } }
  return undefined
}

/** Best when nothing useful was left that could have been taken; not judged when every answer is good. */
function judgedPicks(
  items: readonly { taken: boolean; good: boolean }[],
  most: number,
): { quality?: Quality } {
  const good = items.filter((item) => item.good).length
  if (good === items.length) return {}
  const taken = items.filter((item) => item.taken)
  const goodTaken = taken.filter((item) => item.good).length
  return {
    quality: goodTaken === Math.min(good, most) && goodTaken === taken.length ? 'best' : 'ok',
  }
}

/** What a meter shows: the value of a gauge, or how many items of a checklist are ticked. */
export function meterValue(meter: Meter, context: Pick<Context, 'values'>): number {
  if (meter.kind === 'checklist')
    return countTrue(
      context,
      meter.items.map((item) => item.flag),
    )
  const value = context.values[meter.id]
  return typeof value === 'number' ? value : meter.start
}

/** The worded level of a gauge at a value. */
export function meterWords(meter: Extract<Meter, { kind: 'gauge' }>, value: number): string {
  return meter.levels.findLast((level) => level.from <= value)?.text ?? ''
}

function meterMoves(
  meters: readonly Meter[],
  before: Pick<Context, 'values'>,
  after: Pick<Context, 'values'>,
): MeterMove[] {
  return meters
    .map((meter) => ({
      meter,
      before: meterValue(meter, before),
      after: meterValue(meter, after),
    }))
    .filter((change) => change.before !== change.after)
}
