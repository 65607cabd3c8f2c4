import { seenIn, type Ask, type Setting, type Span } from './ask'
import type { Effect, Scenario } from '../scenario'

/**
 * What is sure of a play that stands somewhere, whatever the road taken: for each question, whether it can
 * be answered no (1), yes (2) or both (3); for each number, the least and the most it can be.
 */
export interface Known {
  bools: ReadonlyMap<string, number>
  ranges: ReadonlyMap<string, readonly [number, number]>
}

const NO = 1
const YES = 2

/** What is known at the first step. @param asked the `bool` questions of the module */
export function knownAtStart({ scenario }: Setting, asked: Iterable<string>): Known {
  const bools = new Map([...asked].map((name) => [name, NO]))
  const ranges = new Map<string, [number, number]>()
  for (const meter of scenario.meters)
    if (meter.kind === 'gauge') ranges.set(meter.id, [meter.start, meter.start])
  for (const item of scenario.memory) {
    if (item.kind === 'flag') bools.set(`flag:${item.id}`, item.start ? YES : NO)
    if (item.kind === 'number') ranges.set(item.id, [item.start ?? 0, item.start ?? 0])
  }
  return { bools, ranges }
}

/** What is known where two roads meet. */
export function joined(one: Known, other: Known): Known {
  const bools = new Map(one.bools)
  for (const [name, can] of other.bools) bools.set(name, can | (bools.get(name) ?? 0))
  const ranges = new Map(one.ranges)
  for (const [name, [least, most]] of other.ranges) {
    const [low, high] = ranges.get(name) ?? [least, most]
    ranges.set(name, [Math.min(low, least), Math.max(high, most)])
  }
  return { bools, ranges }
}

/** Whether two states of knowledge are the same. */
export function same(one: Known, other: Known): boolean {
  for (const [name, can] of one.bools) if (other.bools.get(name) !== can) return false
  for (const [name, [low, high]] of one.ranges) {
    const [least, most] = other.ranges.get(name) ?? []
    if (least !== low || most !== high) return false
  }
  return true
}

/** Numbers of the story that keep growing around a loop: nothing is known of them any more. */
export function widened(known: Known, scenario: Scenario): Known {
  const ranges = new Map(known.ranges)
  for (const { id, kind } of scenario.memory)
    if (kind === 'number') ranges.set(id, [-Infinity, Infinity])
  return { ...known, ranges }
}

/** What is known after effects, and after some names were passed (`step`, `step/choice`). */
export function after(
  known: Known,
  scenario: Scenario,
  effects: readonly Effect[] = [],
  passed: readonly string[] = [],
): Known {
  const bools = new Map(known.bools)
  const ranges = new Map(known.ranges)
  for (const effect of effects) {
    if ('remember' in effect) bools.set(`given:${effect.remember}`, YES)
    else if ('add' in effect) {
      const { min, max } = boundsOf(scenario, effect.add)
      const [low, high] = ranges.get(effect.add) ?? [0, 0]
      const clamped = (value: number) => Math.min(max, Math.max(min, value + effect.by))
      ranges.set(effect.add, [clamped(low), clamped(high)])
    } else if (typeof effect.to === 'boolean') bools.set(`flag:${effect.set}`, effect.to ? YES : NO)
    else ranges.set(effect.set, [effect.to, effect.to])
  }
  for (const name of bools.keys())
    if (seenIn(name).some((one) => passed.includes(one))) bools.set(name, YES)
  return { bools, ranges }
}

/** The bounds of a gauge; a number of the story has none. */
function boundsOf({ meters }: Scenario, id: string): { min: number; max: number } {
  const gauge = meters.find((meter) => meter.id === id)
  return gauge?.kind === 'gauge' ? gauge : { min: -Infinity, max: Infinity }
}

/** The answer to a condition when it is sure, undefined when it depends on the road. */
export function answerTo(ask: Ask, known: Known, scenario: Scenario): boolean | undefined {
  if (typeof ask === 'boolean') return ask
  if ('all' in ask || 'any' in ask) {
    const isAll = 'all' in ask
    const parts = (isAll ? ask.all : ask.any).map((part) => answerTo(part, known, scenario))
    if (parts.includes(!isAll)) return !isAll
    return parts.includes(undefined) ? undefined : isAll
  }
  if ('bool' in ask) {
    const can = known.bools.get(ask.bool) ?? NO
    return can === NO + YES ? undefined : (can === YES) === ask.yes
  }
  return within('count' in ask ? counted(ask.count, known, scenario) : rangeOf(ask, known), ask)
}

/** What is known once a condition is found true; undefined when it cannot be. */
export function assuming(ask: Ask, known: Known, scenario: Scenario): Known | undefined {
  const answer = answerTo(ask, known, scenario)
  if (answer !== undefined) return answer ? known : undefined
  if (typeof ask === 'boolean' || 'any' in ask || 'count' in ask) return known
  if ('all' in ask)
    return ask.all.reduce<Known | undefined>(
      (sofar, part) => sofar && assuming(part, sofar, scenario),
      known,
    )
  if ('bool' in ask)
    return { ...known, bools: new Map(known.bools).set(ask.bool, ask.yes ? YES : NO) }
  const [low, high] = rangeOf(ask, known)
  const kept: [number, number] = [Math.max(low, ask.least ?? low), Math.min(high, ask.most ?? high)]
  return { ...known, ranges: new Map(known.ranges).set(ask.range, kept) }
}

function rangeOf({ range }: { range: string }, known: Known): readonly [number, number] {
  return known.ranges.get(range) ?? [-Infinity, Infinity]
}

function counted(id: string, known: Known, { meters }: Scenario): readonly [number, number] {
  const meter = meters.find((one) => one.id === id)
  const flags = meter?.kind === 'checklist' ? meter.items.map(({ flag }) => flag) : []
  const can = flags.map((flag) => known.bools.get(`flag:${flag}`) ?? NO)
  return [can.filter((one) => one === YES).length, can.filter((one) => one & YES).length]
}

function within([low, high]: readonly [number, number], span: Span): boolean | undefined {
  const { least = -Infinity, most = Infinity, not } = span
  if (not !== undefined) return not < low || not > high ? true : low === high ? false : undefined
  if (low >= least && high <= most) return true
  return high < least || low > most ? false : undefined
}
