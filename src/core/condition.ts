import type { Condition, Scenario } from './scenario'

/** What a play has in hand at a given moment. Plain data: it can be compared, stored in a test, exported. */
export interface Context {
  level: string
  variant: string
  /** Any 32-bit integer; the only source of chance of a play. */
  seed: number
  /** Gauges, flags and numbers, by name. */
  values: Record<string, number | boolean>
  /** Texts written by the learner or remembered from their choices. */
  texts: Record<string, string>
  /** Steps left and choices made that some condition asks about. */
  seen: Record<string, true>
  /** How many steps each pool has already drawn. */
  drawn: Record<string, number>
}

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

/** A condition ready to be met: checklists are replaced by the flags they count. Serialisable. */
export type Test =
  | { value: string; is: Comparison; to: boolean | number | string }
  | { count: string[]; is: Comparison; to: boolean | number | string }
  | { all: Test[] }
  | { any: Test[] }
  | { not: Test }
  | { seen: string }
  | { given: string }
  | { level: string[] }
  | { variant: string[] }

/** Prepares a condition of a module: the result needs no look at the module any more. */
export function toTest(condition: Condition, scenario: Pick<Scenario, 'meters'>): Test {
  if ('all' in condition) return { all: condition.all.map((c) => toTest(c, scenario)) }
  if ('any' in condition) return { any: condition.any.map((c) => toTest(c, scenario)) }
  if ('not' in condition) return { not: toTest(condition.not, scenario) }
  if ('compare' in condition) {
    const { compare, is, to } = condition
    const meter = scenario.meters.find((m) => m.id === compare)
    return meter?.kind === 'checklist'
      ? { count: meter.items.map((item) => item.flag), is, to }
      : { value: compare, is, to }
  }
  return condition
}

/** Says whether a test holds in a context. An unknown value never holds, except for `!=`. */
export function meets(context: Context, test: Test): boolean {
  if ('value' in test) return compare(context.values[test.value], test.is, test.to)
  if ('count' in test) return compare(countTrue(context, test.count), test.is, test.to)
  if ('all' in test) return test.all.every((t) => meets(context, t))
  if ('any' in test) return test.any.some((t) => meets(context, t))
  if ('not' in test) return !meets(context, test.not)
  if ('seen' in test) return context.seen[test.seen] === true
  if ('given' in test) return Boolean(context.texts[test.given])
  if ('level' in test) return test.level.includes(context.level)
  return test.variant.includes(context.variant)
}

/** How many of these flags are true. */
export function countTrue(context: Pick<Context, 'values'>, flags: readonly string[]): number {
  return flags.reduce((count, flag) => count + (context.values[flag] === true ? 1 : 0), 0)
}

/** The names that some condition of the module asks about with `seen`. */
export function askedSeen(scenario: Scenario): Set<string> {
  const names = new Set<string>()
  const read = (condition: Condition): void => {
    if ('seen' in condition) names.add(condition.seen)
    else if ('all' in condition) condition.all.forEach(read)
    else if ('any' in condition) condition.any.forEach(read)
    else if ('not' in condition) read(condition.not)
  }
  for (const condition of conditionsOf(scenario)) read(condition)
  return names
}

/** Every condition written in a module, wherever it stands. */
export function* conditionsOf(scenario: Scenario): Generator<Condition> {
  for (const step of scenario.steps) {
    if ('lines' in step) for (const line of step.lines) if (line.when) yield line.when
    if (step.kind === 'branch') for (const way of step.ways) yield way.when
    if (step.kind === 'pick') for (const line of step.reaction ?? []) if (line.when) yield line.when
    if (step.kind === 'model')
      for (const line of [...step.poor.lines, ...step.good.lines]) if (line.when) yield line.when
    if (step.kind === 'decision')
      for (const choice of step.choices) {
        if (choice.when) yield choice.when
        for (const line of choice.reaction ?? []) if (line.when) yield line.when
      }
  }
}

function compare(
  left: number | boolean | undefined,
  is: Comparison,
  right: boolean | number | string,
): boolean {
  if (is === '=') return left === right
  if (is === '!=') return left !== right
  if (typeof left !== 'number' || typeof right !== 'number') return false
  if (is === '<') return left < right
  if (is === '<=') return left <= right
  if (is === '>') return left > right
  return left >= right
}
