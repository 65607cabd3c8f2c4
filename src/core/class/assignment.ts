import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { dayNumber, dayOf } from '../day'
import type { Scenario } from '../scenario'
import { ByteReader } from './byte-reader'
import { ByteWriter } from './byte-writer'
import { nameHash, nameWith } from './name-hash'
import { fromToken, toToken, type TokenTrouble } from './token'

/** One module to play: at one level or at any, in some variants or (an empty list) in any. */
export interface Assigned {
  module: string
  level?: string
  variants: string[]
}

/** What a teacher asks a class to play. It travels whole in its link. */
export interface Assignment {
  /** 12 hexadecimal digits, drawn by the teacher's app. */
  id: string
  title: string
  /** The teacher's words to the class; may be empty. */
  word: string
  modules: Assigned[]
  /** Whether a pupil may take back a choice. */
  stepBack: boolean
  /** The last day, `YYYY-MM-DD`. */
  due?: string
  /** The public key results are sealed to: 64 hexadecimal digits. */
  key?: string
}

/** What must be known of a module to read an assignment that names it. */
export type KnownModule = Pick<Scenario, 'id' | 'levels' | 'variants'>

/** Lengths in UTF-8 bytes, counts in items. */
export const ASSIGNMENT_LIMITS = { title: 60, word: 400, modules: 12 }

/** Due dates are counted in days from there, on two bytes: until 2199. */
const FIRST_DAY = dayNumber('2020-01-01')

const STEP_BACK = 1
const DUE = 2
const KEY = 4

/** Writes an assignment as the token of its link. */
export function assignmentToken(assignment: Assignment): string {
  const { id, title, word, modules, stepBack, due, key } = assignment
  const writer = new ByteWriter()
    .fixed((stepBack ? STEP_BACK : 0) + (due ? DUE : 0) + (key ? KEY : 0), 1)
    .bytes(hexToBytes(id))
    .text(title)
    .text(word)
    .number(modules.length)
  for (const { module, level, variants } of modules) {
    writer.fixed(nameHash(module, 3), 3).number(variants.length * 2 + (level ? 1 : 0))
    if (level) writer.fixed(nameHash(level, 1), 1)
    for (const variant of variants) writer.fixed(nameHash(variant, 1), 1)
  }
  if (due) writer.fixed(dayNumber(due) - FIRST_DAY, 2)
  if (key) writer.bytes(hexToBytes(key))
  return toToken('assignment', writer.done())
}

/** Reads the token of an assignment. `unknown-module`: this version of the app does not have all it asks for. */
export function readAssignment(
  token: string,
  known: readonly KnownModule[],
): { assignment: Assignment } | { trouble: TokenTrouble | 'unknown-module' } {
  const read = fromToken('assignment', token)
  if ('trouble' in read) return read
  const reader = new ByteReader(read.body)
  const flags = reader.fixed(1)
  const id = bytesToHex(reader.bytes(6))
  const title = reader.text(ASSIGNMENT_LIMITS.title)
  const word = reader.text(ASSIGNMENT_LIMITS.word)
  const count = reader.number()
  if (!reader.ok || count < 1 || count > ASSIGNMENT_LIMITS.modules) return { trouble: 'wrong' }
  const modules = Array.from({ length: count }, () => readModule(reader, known))
  const due = flags & DUE ? dayOf(reader.fixed(2) + FIRST_DAY) : undefined
  const key = flags & KEY ? bytesToHex(reader.bytes(32)) : undefined
  if (!reader.isComplete || flags > 7) return { trouble: 'wrong' }
  const found = modules.filter((module) => module !== undefined)
  if (found.length < count) return { trouble: 'unknown-module' }
  return {
    assignment: {
      id,
      title,
      word,
      modules: found,
      stepBack: Boolean(flags & STEP_BACK),
      ...(due ? { due } : {}),
      ...(key ? { key } : {}),
    },
  }
}

function readModule(reader: ByteReader, known: readonly KnownModule[]): Assigned | undefined {
  const hash = reader.fixed(3)
  const counts = reader.number()
  const levelHash = counts % 2 ? reader.fixed(1) : undefined
  const variantHashes = [...reader.bytes(Math.floor(counts / 2))]
  const id = nameWith(
    hash,
    known.map((one) => one.id),
    3,
  )
  const module = known.find((one) => one.id === id)
  if (!module) return undefined
  const named = (value: number, list: readonly { id: string }[]) =>
    nameWith(
      value,
      list.map((one) => one.id),
      1,
    )
  const level = levelHash === undefined ? undefined : named(levelHash, module.levels)
  const variants = variantHashes.map((value) => named(value, module.variants))
  const all = variants.filter((variant) => variant !== undefined)
  if ((levelHash !== undefined && !level) || all.length < variants.length) return undefined
  return { module: module.id, variants: all, ...(level ? { level } : {}) }
}
