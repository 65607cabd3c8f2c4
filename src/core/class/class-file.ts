import * as v from 'valibot'
import { checkLimits, tooBig } from '../limits'
import { Given, KeptResult, SchoolClass, SealKey, Together } from './kept'

/** All that is kept of one class. */
export interface WholeClass {
  school: SchoolClass
  given: Given[]
  results: KeptResult[]
  together: Together[]
}

/** The file of one class, format 1: the class, and the keys its assignments were sealed to. */
const ClassFile = v.strictObject({
  kind: v.literal('a-toi-de-jouer/class'),
  format: v.literal(1),
  school: SchoolClass,
  given: v.array(Given),
  results: v.array(KeptResult),
  together: v.array(Together),
  keys: v.array(SealKey),
})

/** A class of 2,000 results of ten runs each stays under these. */
const LIMITS = { bytes: 60_000_000, depth: 12, values: 5_000_000, steps: 0, items: 3_000 }

/** Writes the file of a class. Whoever has it can read the results sealed to its keys. */
export function classFile(whole: WholeClass, keys: readonly SealKey[]): string {
  const used = new Set(whole.given.map(({ assignment }) => assignment.key))
  return JSON.stringify({
    kind: 'a-toi-de-jouer/class',
    format: 1,
    ...whole,
    keys: keys.filter(({ publicKey }) => used.has(publicKey)),
  })
}

/** Reads the file of a class at the door; everything in it belongs to that class. Never throws. */
export function readClassFile(
  text: string,
): { whole: WholeClass; keys: SealKey[] } | { trouble: 'wrong' | 'newer' } {
  if (tooBig(text, LIMITS.bytes) !== undefined) return { trouble: 'wrong' }
  const input = parsed(text)
  const { refused, found } = checkLimits(input, LIMITS)
  if (refused || found.length) return { trouble: 'wrong' }
  const head = v.safeParse(
    v.object({ kind: v.literal('a-toi-de-jouer/class'), format: v.number() }),
    input,
  )
  if (!head.success) return { trouble: 'wrong' }
  if (head.output.format > 1) return { trouble: 'newer' }
  const read = v.safeParse(ClassFile, input)
  if (!read.success) return { trouble: 'wrong' }
  const { school, given, results, together, keys } = read.output
  const belongs = (row: { class: string }) => row.class === school.id
  return {
    whole: {
      school,
      given: given.filter(belongs),
      results: results.filter(belongs),
      together: together.filter(belongs),
    },
    keys,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
