import * as v from 'valibot'
import type { Diagnostic } from './diagnostics'
import { jsonError } from './json-error'
import { checkLimits, LIMITS, tooBig, type Limits } from './limits'
import { FORMAT, Scenario, Step } from './scenario'
import { readShape } from './shape'

/** A module read at the door: frozen and well-shaped, or every reason why not (200 at most). */
export type Parsed = { ok: true; scenario: Scenario } | { ok: false; diagnostics: Diagnostic[] }

const MOST_DIAGNOSTICS = 200

const Head = v.omit(Scenario, ['steps'])

/**
 * Reads a module from the text of a file, or from the value `JSON.parse` made of it.
 * Limits come first, then the shape, step by step. What the names mean is left to `check`.
 * @returns plain frozen objects that share nothing with the input; never an exception
 */
export function parse(input: unknown, limits: Partial<Limits> = {}): Parsed {
  const most = { ...LIMITS, ...limits }
  const read = typeof input === 'string' ? fromText(input, most) : { value: input }
  if (read.problem) return refusal([read.problem])
  const { value } = read

  const { refused, found } = checkLimits(value, most)
  if (refused) return refusal(found)
  if (isObject(value) && typeof value.format === 'number' && value.format > FORMAT)
    return refusal([newerFormat(value.format)])

  const { steps: rawSteps, ...rawHead } = isObject(value) ? value : {}
  const head = readShape(Head, isObject(value) ? rawHead : value, '', MOST_DIAGNOSTICS)
  found.push(...head.found)
  if (isObject(value)) found.push(...listProblems(rawSteps))

  const steps: Step[] = []
  const list: unknown[] = Array.isArray(rawSteps) ? rawSteps : []
  for (const [index, raw] of list.entries()) {
    const step = readShape(Step, raw, `steps[${index}]`, MOST_DIAGNOSTICS)
    if (step.value) steps.push(step.value)
    else found.push(...step.found)
    if (found.length >= MOST_DIAGNOSTICS) break
  }
  if (found.length || !head.value) return refusal(found)
  return { ok: true, scenario: deepFrozen({ ...head.value, steps }) }
}

function fromText(
  text: string,
  { bytes: most }: Limits,
): { value?: unknown; problem?: Diagnostic } {
  const bytes = tooBig(text, most)
  if (bytes !== undefined)
    return { problem: { code: 'too-big', path: '', params: { bytes, most } } }
  // Some editors of Windows begin a file with a byte-order mark.
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  try {
    return { value: JSON.parse(json) as unknown }
  } catch {
    const { line, column } = jsonError(json) ?? { line: 1, column: 1 }
    return { problem: { code: 'not-json', path: '', params: { line, column } } }
  }
}

/** The first diagnostic of each place wins: one mistake, one sentence. */
function refusal(found: Diagnostic[]): Parsed {
  const places = new Set<string>()
  const diagnostics = found.filter(({ code, path, params }) => {
    const place = code === 'missing-key' ? `${path}.${params.key}` : path
    return !places.has(place) && places.add(place)
  })
  return { ok: false, diagnostics: diagnostics.slice(0, MOST_DIAGNOSTICS) }
}

function newerFormat(found: number): Diagnostic {
  return { code: 'newer-format', path: 'format', params: { found, known: FORMAT } }
}

function listProblems(steps: unknown): Diagnostic[] {
  if (steps === undefined) return [{ code: 'missing-key', path: '', params: { key: 'steps' } }]
  if (!Array.isArray(steps)) return readShape(v.array(v.unknown()), steps, 'steps', 1).found
  if (!steps.length) return [{ code: 'too-few', path: 'steps', params: { count: 0, least: 1 } }]
  return []
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function deepFrozen<T>(value: T): T {
  const waiting: unknown[] = [value]
  for (const here of waiting) {
    if (typeof here !== 'object' || here === null) continue
    Object.freeze(here)
    for (const inside of Object.values(here) as unknown[]) waiting.push(inside)
  }
  return value
}
