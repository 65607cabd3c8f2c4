import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { joinParts } from '../core/class/code-links'
import { addressOf, readResult, type ResultTrouble } from '../core/class/envelope'
import { suits } from '../core/class/hand-in'
import type { Given, KeptResult } from '../core/class/kept'
import { submissionOf } from '../core/class/moodle-submission'
import type { Result } from '../core/class/result'
import { tokensIn, type Part } from '../core/class/tokens-in'
import type { Scanner } from '../data/scan'
import { openPacks } from './packs'

/** What became of one result. Each has its sentence in `classroom.taken`. */
export type Taken =
  | { kind: 'new' | 'replaced' | 'same' | 'older'; name: string; given: Given }
  | { kind: 'part'; have: number; count: number }
  | {
      kind: 'refused'
      reason: ResultTrouble['trouble'] | 'not-mine' | 'outside' | 'storage'
      from?: string
      module?: string
      version?: string
      here?: string
    }
  | { kind: 'nothing'; from?: string }

/** Where a text comes from: the path of a file, when it is one. */
interface Source {
  text: string
  path?: string
}

const classes = async () => (await import('../data/classes')).classesIn()

/** Receiving results: every way in ends here, and nothing is kept that was not read whole and played again. */
export const useCollect = defineStore('collect', () => {
  /** What came in since the screen was opened, the latest first. */
  const taken = shallowRef<readonly Taken[]>([])
  const parts = new Map<string, Map<number, Part>>()
  /** Tokens already treated: a code is seen many times a second. */
  const met = new Set<string>()
  let queue: Promise<unknown> = Promise.resolve()

  /** Takes every result found in these texts, one after the other. @returns what became of each */
  function take(...sources: readonly Source[]): Promise<Taken[]> {
    const work = queue.then(() => takeNow(sources))
    queue = work.catch(() => undefined)
    return work
  }

  async function takeNow(sources: readonly Source[]): Promise<Taken[]> {
    const news: Taken[] = []
    const whole: { token: string; path?: string }[] = []
    for (const { text, path } of sources) {
      const { results, parts: found } = tokensIn(text)
      const from = path ? { path } : {}
      for (const token of results) whole.push({ token, ...from })
      for (const part of found) {
        const joined = gather(part, news)
        if (joined) whole.push({ token: joined, ...from })
      }
      if (!results.length && !found.length)
        news.push({ kind: 'nothing', ...(path ? { from: path } : {}) })
    }
    if (whole.length) news.push(...(await takeTokens(whole)))
    const told = news.filter((one) => one.kind !== 'nothing' || one.from)
    taken.value = [...told.reverse(), ...taken.value]
    return news
  }

  /** Takes what a camera sees: the same code again, or a code that is not ours, is no news. */
  async function takeCode(text: string): Promise<Taken[]> {
    if (met.has(text)) return []
    met.add(text)
    const { results, parts: found } = tokensIn(text)
    return results.length || found.length ? take({ text }) : [{ kind: 'nothing' }]
  }

  /** Takes files: texts, pictures of codes, zips of texts. */
  async function takeFiles(files: readonly File[]): Promise<Taken[]> {
    const sources = await Promise.all(files.map(textsOf))
    return take(...sources.flat())
  }

  function gather(part: Part, news: Taken[]): string | undefined {
    const group = parts.get(part.group) ?? new Map<number, Part>()
    parts.set(part.group, group.set(part.index, part))
    const token = joinParts([...group.values()])
    if (!token) news.push({ kind: 'part', have: group.size, count: part.count })
    return token
  }

  function forget(): void {
    taken.value = []
    parts.clear()
    met.clear()
  }

  /** Opens the camera. @throws {CameraTrouble} */
  async function camera(video: HTMLVideoElement, onCode: (text: string) => void): Promise<Scanner> {
    return (await import('../data/scan')).scanCamera(video, onCode)
  }

  async function signal(kind: 'yes' | 'no', sound: boolean): Promise<void> {
    ;(await import('../data/signal')).signal(kind, sound)
  }

  return { taken, take, takeCode, takeFiles, forget, camera, signal }
})

async function textsOf(file: File): Promise<Source[]> {
  const path = file.name
  if (file.type.startsWith('image/')) {
    const { codesInPicture } = await import('../data/scan')
    const codes = await codesInPicture(file)
    return [{ text: codes.join('\n'), path }]
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { textsInZip } = await import('../data/unzip')
    return textsInZip(bytes) ?? [{ text: '', path }]
  }
  return [{ text: new TextDecoder().decode(bytes), path }]
}

async function takeTokens(tokens: readonly { token: string; path?: string }[]): Promise<Taken[]> {
  const store = await classes()
  const addresses = new Set<string>()
  for (const { token } of tokens) {
    const address = addressOf(token)
    if ('assignment' in address) addresses.add(address.assignment)
  }
  const given = new Map<string, Given>()
  for (const id of addresses) {
    const one = await store.givenOf(id)
    if (one) given.set(id, one)
  }
  const { secretKeyOf } = await import('../data/key-words')
  const keys = (await store.keys()).map(({ seed }) => secretKeyOf(seed))
  const games = (await openPacks()).map(({ game }) => game)
  const kept = new Map(
    (await store.resultsOf([...given.keys()])).map((one) => [
      `${one.assignment}/${one.member}`,
      one,
    ]),
  )
  const changed = new Map<string, KeptResult>()
  const news = tokens.map(({ token, path }): Taken => {
    const from = path ? { from: path } : {}
    const read = readResult(token, games, keys)
    if ('trouble' in read) {
      const { trouble: reason, ...more } = read
      return { kind: 'refused', reason, ...more, ...from }
    }
    const { result } = read
    const mine = given.get(result.assignment)
    if (!mine) return { kind: 'refused', reason: 'not-mine', ...from }
    if (!isWithin(result, mine)) return { kind: 'refused', reason: 'outside', ...from }
    const name = `${result.assignment}/${result.member}`
    const before = kept.get(name)
    const kind = !before
      ? 'new'
      : result.sentAt > before.result.sentAt
        ? 'replaced'
        : result.sentAt === before.result.sentAt
          ? 'same'
          : 'older'
    if (kind === 'new' || kind === 'replaced') {
      const row: KeptResult = {
        assignment: result.assignment,
        member: result.member,
        class: mine.class,
        receivedAt: Date.now(),
        result,
        ...(path ? submissionOf(path) : undefined),
      }
      kept.set(name, row)
      changed.set(name, row)
    }
    return { kind, name: result.name, given: mine }
  })
  try {
    await store.keepResults([...changed.values()])
    return news
  } catch {
    return [{ kind: 'refused', reason: 'storage' }]
  }
}

/** Says whether every run is one that the assignment asks for. */
function isWithin(result: Result, { assignment }: Given): boolean {
  return result.runs.every((run) =>
    assignment.modules.some((assigned) => suits(assigned, { ...run, scenario: run.module })),
  )
}
