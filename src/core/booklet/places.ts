import { shuffled } from '../chance'
import type { Game, Setup } from '../compile'
import { conditionsOf } from '../condition'
import type { Effect, Step } from '../scenario'
import { questionsOf, toAsk, type Ask, type Setting } from './ask'
import { after, answerTo, assuming, joined, knownAtStart, same, widened, type Known } from './known'

/**
 * Somewhere a reader can stand: the scene of a step, what follows an answer (`answer`), or a crossroads.
 * A draw is not a place: which step it gives follows from the seed and from how many were drawn already.
 */
export interface Place {
  key: string
  step: Step
  kind: 'scene' | 'answer' | 'fork'
  /** The choice this place answers; `right` or `wrong` are not told apart: the reader does it. */
  answer?: string
  /** How many steps each pool has given. */
  drawn: Readonly<Record<string, number>>
}

/** What happens on the way to another place. */
export interface Change {
  effects: readonly Effect[]
  passed: readonly string[]
}

/** A way from a place to another. */
export interface Way {
  from: string
  to: string
  /** The choice, `full`, `short`, `skip`, `written`, `next`. */
  by: string
  /** When it is open. */
  ask: Ask
  change: Change
  /** What is known on arrival. */
  known: Known
}

/** Every place of a module for one level, variant and seed, and the ways between them. */
export interface Places {
  first: string
  places: ReadonlyMap<string, Place>
  known: ReadonlyMap<string, Known>
  ways: ReadonlyMap<string, readonly Way[]>
  /** The ways in, by place. */
  into: ReadonlyMap<string, readonly Way[]>
}

const NOTHING: Change = { effects: [], passed: [] }
/** Visits of a place after which its numbers are given up: they grow around a loop. */
const MANY_VISITS = 60

/** Walks every road of a module at once, keeping at each place what is sure whatever the road. */
export function placesOf({ scenario, steps }: Game, setup: Setup): Places {
  const setting: Setting = { scenario, level: setup.level, variant: setup.variant }
  const asked = [...conditionsOf(scenario)].flatMap((condition) =>
    questionsOf(toAsk(condition, setting)).flatMap((ask) => ('bool' in ask ? [ask.bool] : [])),
  )
  const places = new Map<string, Place>()
  const known = new Map<string, Known>()
  const visits = new Map<string, number>()
  const queue: string[] = []

  const start = arrive(scenario.start, knownAtStart(setting, asked), {})
  come(start.place, start.known)
  for (let key = queue.pop(); key !== undefined; key = queue.pop())
    for (const way of waysFrom(key)) come(placeAt(way.to), way.known)

  return reachedFrom(start.place.key)

  function come(place: Place, arriving: Known): void {
    const before = known.get(place.key)
    const count = (visits.get(place.key) ?? 0) + 1
    let now = before ? joined(before, arriving) : arriving
    if (count > MANY_VISITS) now = widened(now, scenario)
    if (before && same(before, now)) return
    visits.set(place.key, count)
    known.set(place.key, now)
    queue.push(place.key)
  }

  /** Only what can be reached with the final knowledge: roads thought possible on the way are dropped. */
  function reachedFrom(first: string): Places {
    const kept = new Map([[first, placeAt(first)]])
    const ways = new Map<string, readonly Way[]>()
    const into = new Map<string, Way[]>()
    for (const key of kept.keys()) {
      const out = waysFrom(key)
      ways.set(key, out)
      for (const way of out) {
        kept.set(way.to, placeAt(way.to))
        into.set(way.to, [...(into.get(way.to) ?? []), way])
      }
    }
    return { first, places: kept, known, ways, into }
  }

  function placeAt(key: string): Place {
    const place = places.get(key)
    if (!place) throw new Error(`The booklet of ${scenario.id} has no place ${key}.`)
    return place
  }

  function waysFrom(key: string): Way[] {
    const place = placeAt(key)
    const now = known.get(key)
    if (!now) return []
    const { step, drawn } = place
    /** A way to the answer of this step, or straight on when `to` is a step. */
    const way = (
      by: string,
      to: Place | string,
      given: Known,
      change: Change,
      ask: Ask = true,
    ): Way => {
      const met =
        typeof to === 'string' ? arrive(to, given, drawn) : { place: to, known: given, passed: [] }
      return {
        from: key,
        to: met.place.key,
        by,
        ask,
        change: { ...change, passed: [...change.passed, ...met.passed] },
        known: met.known,
      }
    }
    const leaving = (passed: readonly string[], effects: readonly Effect[] = []) => ({
      change: { effects, passed },
      known: after(now, scenario, effects, passed),
    })

    if (place.kind === 'fork') return forkWays(place, now, way)
    if (place.kind === 'answer') return [way('next', nextOf(place), now, NOTHING)]
    switch (step.kind) {
      case 'ending':
      case 'branch':
      case 'draw':
        return []
      case 'decision':
        return step.choices.flatMap((choice) => {
          const ask = toAsk(choice.when, setting)
          const open = assuming(ask, now, scenario)
          if (!open) return []
          const passed = [step.id, `${step.id}/${choice.id}`]
          const answer = made({ step, kind: 'answer', answer: choice.id, drawn })
          const given = after(open, scenario, choice.effects, passed)
          return [way(choice.id, answer, given, { effects: choice.effects ?? [], passed }, ask)]
        })
      case 'sensitive':
        return (['full', 'short', 'skip'] as const).map((by) => {
          const { change, known: given } = leaving([step.id, `${step.id}/${by}`])
          return way(by, step[by], given, change)
        })
      case 'pick': {
        const taken = step.options.reduce(
          (sofar, { effects }) => joined(sofar, after(sofar, scenario, effects)),
          now,
        )
        const answer = made({ step, kind: 'answer', answer: 'picked', drawn })
        const passed = [step.id]
        return [way('picked', answer, after(taken, scenario, [], passed), { effects: [], passed })]
      }
      case 'order': {
        const right = after(now, scenario, step.effects, [step.id, `${step.id}/right`])
        const answer = made({ step, kind: 'answer', answer: 'ordered', drawn })
        const change = { effects: [], passed: [step.id] }
        return [way('ordered', answer, joined(right, after(now, scenario, [], [step.id])), change)]
      }
      case 'write': {
        const wrote: Effect = { remember: step.into, text: '…' }
        const passed = [step.id, `${step.id}/written`]
        const given = after(now, scenario, [wrote, ...(step.effects ?? [])], passed)
        const isAnswered = step.why !== undefined || Boolean(step.effects?.length)
        const answer = isAnswered
          ? made({ step, kind: 'answer', answer: 'written', drawn })
          : step.to
        const { change, known: kept } = leaving([step.id])
        return [
          way('written', answer, given, { effects: step.effects ?? [], passed }),
          way('next', step.to, kept, change),
        ]
      }
      default: {
        const { change, known: given } = leaving([step.id])
        return [way('next', step.to, given, change)]
      }
    }
  }

  /** The ways of a crossroads, in order: each is open when those before are not. */
  function forkWays(
    place: Place,
    now: Known,
    way: (by: string, to: string, given: Known, change: Change, ask: Ask) => Way,
  ): Way[] {
    const { step } = place
    if (step.kind !== 'branch') return []
    const found: Way[] = []
    const change = { effects: [], passed: [step.id] }
    let rest: Known | undefined = now
    for (const [index, { when, to }] of step.ways.entries()) {
      if (!rest) return found
      const ask = toAsk(when, setting)
      const open = assuming(ask, rest, scenario)
      if (open)
        found.push(way(String(index), to, after(open, scenario, [], [step.id]), change, ask))
      rest = assuming(toAsk(when, setting, false), rest, scenario)
    }
    if (rest) found.push(way('else', step.else, after(rest, scenario, [], [step.id]), change, true))
    return found
  }

  /** Passes the draws and the branches whose way is sure, and says where that leads. */
  function arrive(
    id: string,
    arriving: Known,
    drawnBefore: Readonly<Record<string, number>>,
  ): { place: Place; known: Known; passed: string[] } {
    let now = arriving
    let drawn = drawnBefore
    let at = id
    const passed: string[] = []
    const pass = (step: string) => {
      passed.push(step)
      now = after(now, scenario, [], [step])
    }
    for (;;) {
      const step = steps.get(at)
      if (!step) throw new Error(`The module ${scenario.id} has no step ${at}.`)
      if (step.kind === 'draw') {
        const done = drawn[step.id] ?? 0
        const next = done < step.count ? shuffled(step.from, setup.seed, step.id)[done] : undefined
        if (next !== undefined) drawn = { ...drawn, [step.id]: done + 1 }
        else pass(step.id)
        at = next ?? step.to
      } else if (step.kind === 'branch') {
        const next = sureWay(step, now)
        if (next === undefined)
          return { place: made({ step, kind: 'fork', drawn }), known: now, passed }
        pass(step.id)
        at = next
      } else return { place: made({ step, kind: 'scene', drawn }), known: now, passed }
    }
  }

  function sureWay(step: Extract<Step, { kind: 'branch' }>, now: Known): string | undefined {
    for (const { when, to } of step.ways) {
      const answer = answerTo(toAsk(when, setting), now, scenario)
      if (answer) return to
      if (answer === undefined) return undefined
    }
    return step.else
  }

  function made(parts: Omit<Place, 'key'>): Place {
    const { step, kind, answer, drawn } = parts
    const counts = Object.entries(drawn)
      .map(([pool, count]) => `${pool}=${count}`)
      .sort()
    const key = [kind, step.id, answer ?? '', ...counts].join(' ')
    const place = places.get(key) ?? { ...parts, key }
    places.set(key, place)
    return place
  }
}

/** The step that follows an answer. */
function nextOf({ step, answer }: Place): string {
  if (step.kind === 'decision') return step.choices.find(({ id }) => id === answer)?.to ?? ''
  return 'to' in step ? step.to : ''
}
