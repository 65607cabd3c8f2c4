import type { Condition, Scenario } from '../scenario'

/** A span of whole numbers; a missing end is open. `not` leaves one number out. */
export interface Span {
  least?: number
  most?: number
  not?: number
}

/**
 * A condition of a module for one level and variant, made of questions that a sheet of paper can answer:
 * negations stand on the questions, « passed there or there » is one question.
 */
export type Ask =
  | boolean
  /** `flag:x`, `given:x`, or `seen:a|b`: true once a or b was passed. */
  | { bool: string; yes: boolean }
  | ({ range: string } & Span)
  | ({ count: string } & Span)
  | { all: Ask[] }
  | { any: Ask[] }

/** Where conditions are read: the module, and the level and variant of the booklet. */
export interface Setting {
  scenario: Scenario
  level: string
  variant: string
}

/** Writes a condition as questions for paper. @param yes false for its contrary */
export function toAsk(condition: Condition | undefined, setting: Setting, yes = true): Ask {
  if (!condition) return yes
  if ('level' in condition) return condition.level.includes(setting.level) === yes
  if ('variant' in condition) return condition.variant.includes(setting.variant) === yes
  if ('not' in condition) return toAsk(condition.not, setting, !yes)
  if ('seen' in condition) return { bool: `seen:${condition.seen}`, yes }
  if ('given' in condition) return { bool: `given:${condition.given}`, yes }
  if ('compare' in condition) return compared(condition, setting.scenario, yes)
  const isAll = 'all' in condition
  const parts = (isAll ? condition.all : condition.any).map((part) => toAsk(part, setting, yes))
  return isAll === yes ? every(parts) : some(parts)
}

/** All of these. Numbers asked of the same meter become one span. */
function every(parts: readonly Ask[]): Ask {
  if (parts.includes(false)) return false
  const kept: Ask[] = []
  for (const part of flat(parts, 'all')) {
    const same = kept.findIndex((one) => isSpanOf(one, part))
    const one = kept[same]
    if (one === undefined) kept.push(part)
    else kept[same] = narrowed(one, part)
  }
  return kept.length > 1 ? { all: merged(kept, false) } : (kept[0] ?? true)
}

/** One of these at least. */
function some(parts: readonly Ask[]): Ask {
  if (parts.includes(true)) return true
  const kept = merged(flat(parts, 'any'), true)
  return kept.length > 1 ? { any: kept } : (kept[0] ?? false)
}

/** Every question asked in a condition, without `all` and `any`. */
export function questionsOf(ask: Ask): Exclude<Ask, boolean | { all: Ask[] } | { any: Ask[] }>[] {
  if (typeof ask === 'boolean') return []
  if ('all' in ask) return ask.all.flatMap(questionsOf)
  if ('any' in ask) return ask.any.flatMap(questionsOf)
  return [ask]
}

/** The names of what a `seen:` question asks about. */
export function seenIn(bool: string): string[] {
  return bool.startsWith('seen:') ? bool.slice('seen:'.length).split('|') : []
}

function flat(parts: readonly Ask[], key: 'all' | 'any'): Ask[] {
  return parts.flatMap((part) => {
    if (typeof part === 'boolean') return []
    if (key === 'all' && 'all' in part) return part.all
    return key === 'any' && 'any' in part ? part.any : [part]
  })
}

/** « seen a or seen b » is one question; so is « neither a nor b », its contrary. */
function merged(parts: readonly Ask[], yes: boolean): Ask[] {
  const isSeen = (part: Ask): part is { bool: string; yes: boolean } =>
    typeof part !== 'boolean' && 'bool' in part && part.yes === yes && part.bool.startsWith('seen:')
  const names = [...new Set(parts.filter(isSeen).flatMap(({ bool }) => seenIn(bool)))].sort()
  const others = parts.filter((part) => !isSeen(part))
  return names.length ? [...others, { bool: `seen:${names.join('|')}`, yes }] : others
}

function compared(
  { compare, is, to }: Extract<Condition, { compare: string }>,
  { meters }: Scenario,
  yes: boolean,
): Ask {
  if (typeof to === 'boolean')
    return { bool: `flag:${compare}`, yes: ((is === '=') === to) === yes }
  const isCount = meters.some(({ id, kind }) => id === compare && kind === 'checklist')
  const span = spanOf(is, Number(to), yes)
  return isCount ? { count: compare, ...span } : { range: compare, ...span }
}

function spanOf(is: Extract<Condition, { compare: string }>['is'], to: number, yes: boolean): Span {
  switch (is) {
    case '=':
      return yes ? { least: to, most: to } : { not: to }
    case '!=':
      return spanOf('=', to, !yes)
    case '<':
      return yes ? { most: to - 1 } : { least: to }
    case '<=':
      return spanOf('<', to + 1, yes)
    case '>':
      return spanOf('<', to + 1, !yes)
    case '>=':
      return spanOf('<', to, !yes)
  }
}

function isSpanOf(one: Ask, other: Ask): boolean {
  if (typeof one === 'boolean' || typeof other === 'boolean') return false
  if ('not' in one || 'not' in other) return false
  if ('range' in one) return 'range' in other && one.range === other.range
  return 'count' in one && 'count' in other && one.count === other.count
}

function narrowed(one: Ask, other: Ask): Ask {
  const { least, most } = other as Span
  const span = one as Span
  return {
    ...(one as { range: string }),
    ...(least === undefined ? {} : { least: Math.max(least, span.least ?? least) }),
    ...(most === undefined ? {} : { most: Math.min(most, span.most ?? most) }),
  }
}
