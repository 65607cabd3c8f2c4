import { clause } from './clause'
import type { Day } from './day'
import { atMoment, momentIn, nextWeekday, weekdayOf } from './moment'
import { PLAN_LETTERS, type Plan } from './plan'

/** Both halves of « si… alors… ». */
export type Halves = Pick<Plan, 'if' | 'then'>

/** A plan being made: texts as they are typed, and perhaps a moment. */
export interface PlanDraft extends Halves {
  day: Day | undefined
  time: string
  /** Minutes before. */
  alarm: 15 | 60 | 1440 | undefined
  obstacle: Halves | undefined
}

/** Offices answer then, and a morning leaves the day to call again. */
const USUAL_TIME = '10:00'

/** An empty plan. */
export const BLANK: PlanDraft = {
  if: '',
  then: '',
  day: undefined,
  time: USUAL_TIME,
  alarm: 15,
  obstacle: undefined,
}

/**
 * The draft with other words. When they name a day of the week or an hour, the moment follows: « Mercredi, 15 h »
 * is the next Wednesday at 15:00.
 * @param today where the learner is
 */
export function withWords(draft: PlanDraft, words: Halves, today: Day): PlanDraft {
  const { weekday, time } = momentIn(words.if)
  const isSameDay =
    weekday === undefined || (draft.day !== undefined && weekdayOf(draft.day) === weekday)
  return {
    ...draft,
    ...words,
    ...(isSameDay ? {} : { day: nextWeekday(weekday, today) }),
    time: time ?? draft.time,
  }
}

/** The draft at another moment: words that name the old one say the new one. No day: the plan waits for its cue. */
export function withMoment(draft: PlanDraft, day: Day | undefined, time: string): PlanDraft {
  const moment = { ...(day ? { weekday: weekdayOf(day) } : {}), time }
  return { ...draft, day, time, if: atMoment(draft.if, moment) }
}

/** The plan of a draft, its words tidied; undefined while one of its halves is empty. */
export function planOf(
  draft: PlanDraft,
  zone: string,
): Pick<Plan, 'if' | 'then' | 'obstacle' | 'on'> | undefined {
  const halves = tidy(draft)
  const obstacle = draft.obstacle && tidy(draft.obstacle)
  if (!halves || (draft.obstacle && !obstacle)) return undefined
  const { day, time, alarm } = draft
  return {
    ...halves,
    ...(obstacle ? { obstacle } : {}),
    ...(day ? { on: { day, time, zone, ...(alarm === undefined ? {} : { alarm }) } } : {}),
  }
}

/** The draft to change a plan with. */
export function draftOf({ if: cue, then, obstacle, on }: Plan): PlanDraft {
  return {
    if: cue,
    then,
    day: on?.day,
    time: on?.time ?? USUAL_TIME,
    alarm: on ? on.alarm : BLANK.alarm,
    obstacle,
  }
}

function tidy(halves: Halves): Halves | undefined {
  const cue = clause(halves.if).slice(0, PLAN_LETTERS)
  const then = clause(halves.then).slice(0, PLAN_LETTERS)
  return cue && then ? { if: cue, then } : undefined
}
