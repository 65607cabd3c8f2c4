import * as v from 'valibot'
import { check } from '../check'
import { blocks } from '../diagnostics'
import { Fact } from '../fact'
import { allowedHost } from '../offers/hosts'
import type { Pack } from '../pack'
import { parse } from '../parse'

const words = v.pipe(v.string(), v.maxLength(2000))

const Shell = v.strictObject({
  scenario: v.unknown(),
  facts: v.pipe(
    v.array(
      v.pipe(
        Fact,
        v.check(({ url }) => allowedHost(url) !== undefined),
      ),
    ),
    v.maxLength(100),
  ),
  terms: v.pipe(
    v.array(v.strictObject({ id: words, term: words, forms: v.array(words), definition: words })),
    v.maxLength(300),
  ),
})

/**
 * Reads the text of a pack that comes from a file: a module that stands the parser and the checks, facts whose
 * links go to allowed hosts, and terms.
 * @returns undefined when any part is refused
 */
export function readPack(text: string): Pack | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const shell = v.safeParse(Shell, value)
  if (!shell.success) return undefined
  const { facts, terms } = shell.output
  const parsed = parse(shell.output.scenario)
  if (!parsed.ok || check(parsed.scenario).some(blocks)) return undefined
  return { scenario: parsed.scenario, facts, terms }
}
