import * as v from 'valibot'
import { at, type Code, type Diagnostic } from './diagnostics'
import { FORMAT } from './scenario'

/** The part of a valibot schema that is needed to find one's way in it. */
interface Schema {
  type: string
  entries?: Record<string, Schema>
  item?: Schema
  options?: readonly Schema[]
  wrapped?: Schema
  getter?: (input: unknown) => Schema
  key?: string
  literal?: unknown
}

const EXAMPLES: Record<string, { code: Code; params: Record<string, string> }> = {
  '^[a-z][a-z0-9_]*$': { code: 'bad-name', params: { sign: '_', example: 'dire_son_nom' } },
  '^_?[a-z][a-z0-9-]*$': { code: 'bad-name', params: { sign: '-', example: 'allo-le-cfa' } },
  '^[0-9a-f]{6}$': { code: 'bad-form', params: { example: 'e8b88f' } },
  '^\\d+\\.\\d+\\.\\d+$': { code: 'bad-form', params: { example: '1.0.0' } },
  '^[a-z]{2}$': { code: 'bad-form', params: { example: 'fr' } },
}

/**
 * Reads a value with a schema of the module format.
 * @param base path of the value in the file
 * @param most how many diagnostics are worth looking for
 * @returns the clean value, or what is wrong with it; never an exception
 */
export function readShape<const S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  base: string,
  most: number,
): { value: v.InferOutput<S>; found: [] } | { value: undefined; found: Diagnostic[] } {
  const result = v.safeParse(schema, input)
  if (result.success) return { value: result.output, found: [] }
  const root = schema as unknown as Schema
  const found: Diagnostic[] = []
  for (const issue of result.issues) {
    found.push(...toDiagnostics(issue, root, input, base, most - found.length))
    if (found.length >= most) break
  }
  return { value: undefined, found }
}

function toDiagnostics(
  issue: v.BaseIssue<unknown>,
  root: Schema,
  input: unknown,
  base: string,
  most: number,
): Diagnostic[] {
  const keys = (issue.path ?? []).map((item) => item.key as string | number)
  const path = keys.reduce<string>(at, base)
  const found = shown(issue.input)
  const one = (code: Code, params: Diagnostic['params'], where = path): Diagnostic[] => [
    { code, path: where, params },
  ]
  const parentPath = keys.slice(0, -1).reduce<string>(at, base)
  const parent = issue.path?.at(-1)?.input

  switch (issue.type) {
    case 'strict_object':
    case 'variant': {
      const key = String(keys.at(-1) ?? '')
      if (issue.expected === 'never')
        return unknownKeys(root, input, keys.slice(0, -1))
          .slice(0, most)
          .flatMap((unknown) =>
            one('unknown-key', { key: shown(unknown) }, at(parentPath, unknown)),
          )
      if (issue.expected === 'Object') return wrongType('object')
      if (Array.isArray(parent))
        return one('wrong-type', { expected: 'object', found: 'list' }, parentPath)
      if (issue.input === undefined) return one('missing-key', { key }, parentPath)
      return one('unknown-kind', { found, allowed: allowed() })
    }
    case 'union':
      return brokenUnion()
    case 'picklist':
      if (typeof issue.input === 'object') return wrongType('text')
      return one('unknown-word', { found, allowed: allowed() })
    case 'literal':
      return one('unknown-word', { found, allowed: String(FORMAT) })
    case 'string':
      return wrongType('text')
    case 'number':
      return wrongType('number')
    case 'boolean':
      return wrongType('boolean')
    case 'array':
      return wrongType('list')
    case 'regex': {
      const known = EXAMPLES[(issue.requirement as RegExp).source]
      return known
        ? one(known.code, { found, ...known.params })
        : one('bad-form', { found, example: 'd4/invente' })
    }
    case 'integer':
      return one('not-whole', { found })
    case 'min_value':
      return one('too-small', { found, least: issue.requirement as number })
    case 'max_value':
      return one('too-large', { found, most: issue.requirement as number })
    case 'min_length':
    case 'max_length': {
      const limit = issue.requirement as number
      const { length: count } = issue.input as string | unknown[]
      if (typeof issue.input === 'string')
        return issue.type === 'min_length'
          ? one('empty-text', {})
          : one('too-long', { count, most: limit })
      return issue.type === 'min_length'
        ? one('too-few', { count, least: limit })
        : one('too-many', { count, most: limit })
    }
    default:
      return wrongType('other')
  }

  function wrongType(expected: string): Diagnostic[] {
    return one('wrong-type', { expected, found: typeName(issue.input) })
  }

  function allowed(): string {
    return (issue.expected ?? '').replace(/[()"]/g, '').replaceAll(' | ', ', ')
  }

  /** A condition or an effect: the key it has tells which one was meant. */
  function brokenUnion(): Diagnostic[] {
    const options = schemaAt(root, input, keys)?.options ?? []
    const objects = options.filter((option) => option.entries)
    if (!objects.length) return wrongType('value')
    if (typeName(issue.input) !== 'object') return wrongType('object')
    const meant = objects.find((option) => isMeant(option, issue.input))
    if (meant) return readShape(meant as unknown as v.GenericSchema, issue.input, path, most).found
    const names = objects.map((option) => Object.keys(option.entries ?? {})[0])
    const code = names.includes('remember') ? 'unknown-effect' : 'unknown-condition'
    return one(code, { allowed: names.join(', ') })
  }
}

/** The schema that reads the value at these keys; undefined when the value does not lead there. */
function schemaAt(root: Schema, input: unknown, keys: readonly (string | number)[]) {
  let value = input
  let schema: Schema | undefined = unwrapped(root, value)
  for (const key of keys) {
    schema = chosen(schema, value)
    schema = schema?.item ?? schema?.entries?.[key]
    value = (value as Record<string | number, unknown> | undefined)?.[key]
    schema = schema && unwrapped(schema, value)
  }
  return schema
}

function unwrapped(schema: Schema, value: unknown): Schema {
  if (schema.wrapped) return unwrapped(schema.wrapped, value)
  if (schema.getter) return unwrapped(schema.getter(value), value)
  return schema
}

function chosen(schema: Schema | undefined, value: unknown): Schema | undefined {
  const { type, key, options } = schema ?? {}
  if (type === 'variant' && key !== undefined)
    return options?.find(
      (option) =>
        option.entries?.[key]?.literal === (value as Record<string, unknown> | undefined)?.[key],
    )
  return type === 'union' ? options?.find((option) => isMeant(option, value)) : schema
}

function isMeant(option: Schema, value: unknown): boolean {
  const first = Object.keys(option.entries ?? {})[0]
  return first !== undefined && typeof value === 'object' && Object.hasOwn(value ?? {}, first)
}

function unknownKeys(root: Schema, input: unknown, keys: readonly (string | number)[]): string[] {
  const owner = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], input)
  const schema = chosen(schemaAt(root, input, keys), owner)
  return Object.keys(owner as object).filter((key) => !Object.hasOwn(schema?.entries ?? {}, key))
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'text'
  return ['number', 'boolean', 'object'].includes(typeof value) ? typeof value : 'other'
}

/** A value as a sentence can quote it: short, on one line, without invisible signs. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  const text = String(value).replace(/[\p{C}\u2028\u2029]/gu, '?')
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
