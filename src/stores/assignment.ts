import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { readAssignment, type Assignment } from '../core/class/assignment'
import { codeLinks } from '../core/class/code-links'
import { resultToken } from '../core/class/envelope'
import { progressOf, resultOf, suits, type PlayedRun, type Progress } from '../core/class/hand-in'
import type { Accepted } from '../core/class/kept'
import { packResult, unpackResult } from '../core/class/packet'
import type { Result } from '../core/class/result'
import type { Run } from '../core/run'
import { addressOf } from '../data/address'
import type { Shared } from '../data/share'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { newBytes, newId } from './chance'
import { openPacks, type OpenPack } from './packs'

/** What a link brought: an assignment that this app understands, or why not. */
export type Landing =
  | { kind: 'assignment'; assignment: Assignment; accepted?: Accepted }
  | { kind: 'wrong' | 'cut' | 'newer' | 'unknown-module' }

/** A result ready to go, by any way. */
export interface Ready {
  result: Result
  /** The address that opens the teacher's page with the result. */
  link: string
  /** The addresses to draw as codes; undefined when the result is too long for codes. */
  codes: string[] | undefined
}

/** A sentence of the pupil, which leaves the device only when it is ticked. */
export interface OwnSentence {
  /** `run id/step` */
  id: string
  module: string
  /** What the module asked, as its text has it. */
  asked: string
  text: string
}

const data = async () => (await import('../data/accepted')).acceptedIn()

/** The assignments of the pupil of this device: from the link to what is handed in. */
export const useAssignment = defineStore('assignment', () => {
  const landing = shallowRef<Landing>()
  const all = shallowRef<readonly Accepted[]>([])
  const packs = shallowRef<readonly OpenPack[]>([])
  const runs = shallowRef<readonly Run[]>([])
  const trouble = shallowRef<TroubleKind>()

  const packOf = (module: string) => packs.value.find(({ pack }) => pack.scenario.id === module)
  const games = () => packs.value.map(({ game }) => game)

  async function tried<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      trouble.value = undefined
      return await work()
    } catch (error) {
      trouble.value = troubleOf(error).kind
      return undefined
    }
  }

  /** Reads the assignments of the device, and the runs that may count for them. */
  async function load(): Promise<void> {
    packs.value = await openPacks()
    await tried(async () => {
      all.value = await (await data()).all()
      const keep = await import('../data/keep')
      runs.value = await keep.allRuns()
    })
  }

  /** Reads a link. Nothing is kept before the pupil says so. */
  async function read(token: string): Promise<void> {
    landing.value = undefined
    await load()
    const read = readAssignment(
      token,
      packs.value.map(({ pack }) => pack.scenario),
    )
    if ('trouble' in read) {
      landing.value = { kind: read.trouble }
      return
    }
    const accepted = all.value.find(({ id }) => id === read.assignment.id)
    landing.value = {
      kind: 'assignment',
      assignment: read.assignment,
      ...(accepted ? { accepted } : {}),
    }
  }

  /** Keeps an assignment on this device; one already accepted is only brought up to date. */
  async function accept(assignment: Assignment): Promise<boolean> {
    const before = all.value.find(({ id }) => id === assignment.id)
    return save({
      id: assignment.id,
      acceptedAt: before?.acceptedAt ?? Date.now(),
      member: before?.member ?? newId().slice(0, 10),
      name: before?.name ?? '',
      ...(before?.sentAt ? { sentAt: before.sentAt } : {}),
      assignment,
    })
  }

  async function save(accepted: Accepted): Promise<boolean> {
    const kept = await tried(async () => {
      await (await data()).save(accepted)
      return true
    })
    await load()
    return kept === true
  }

  async function forget(id: string): Promise<void> {
    await tried(async () => (await data()).forget(id))
    await load()
  }

  function progress({ assignment, acceptedAt }: Accepted): Progress[] {
    return progressOf(assignment, acceptedAt, runs.value)
  }

  /** Where a module of an assignment is played: the run left open when there is one, else a new one that counts. */
  function wayIn({ assignment, acceptedAt }: Accepted, module: string) {
    const assigned = assignment.modules.find((one) => one.module === module)
    const path = `/jouer/${module}`
    if (!assigned) return { to: { path }, resumes: false }
    const counting = runs.value.filter((r) => r.startedAt >= acceptedAt && suits(assigned, r))
    const open = counting.findLast((run) => run.endedAt === undefined)
    if (open) return { to: { path, query: { partie: open.id } }, resumes: true }
    const { level, variants } = assigned
    const variant = variants[counting.length % variants.length]
    const query = {
      niveau: level ?? packOf(module)?.pack.scenario.levels[0]?.id,
      ...(variant ? { variante: variant } : {}),
    }
    return { to: { path, query }, resumes: false }
  }

  /**
   * What would be handed in now: made into a packet and read back, so that what is shown is what is sent.
   * @param shared own sentences that were ticked: `run id/step`
   */
  async function preview(
    accepted: Accepted,
    shared: ReadonlySet<string>,
  ): Promise<Result | undefined> {
    const result = await makeResult(accepted, shared, Date.now())
    const read = unpackResult(packResult(result, games()), games())
    return 'result' in read ? read.result : undefined
  }

  /** The sentences the pupil wrote in the runs that would be handed in, each with what was asked. */
  async function sentences(accepted: Accepted): Promise<OwnSentence[]> {
    const played = await playedRuns(accepted)
    const all = new Set(
      played.flatMap(({ run, records }) => records.map((record) => `${run.id}/${record.step}`)),
    )
    const { runs: sent } = await makeResult(accepted, all, Date.now())
    return sent.flatMap((run) => {
      const source = played.find(
        (one) => one.run.scenario === run.module && one.run.seed === run.seed,
      )
      return run.moves.flatMap(({ step: id, text }) => {
        const step = packOf(run.module)?.game.steps.get(id)
        return text?.trim() && source && step?.kind === 'write'
          ? [{ id: `${source.run.id}/${id}`, module: run.module, asked: step.prompt, text }]
          : []
      })
    })
  }

  /** Makes what is handed in, and remembers when. */
  async function handIn(accepted: Accepted, shared: ReadonlySet<string>): Promise<Ready> {
    const sentAt = Date.now()
    const result = await makeResult(accepted, shared, sentAt)
    const { key } = accepted.assignment
    const token = resultToken(result, games(), key ? { key, chance: newBytes(32) } : undefined)
    await save({ ...accepted, sentAt })
    const page = addressOf('/classe')
    return { result, link: `${page}?r=${token}`, codes: codeLinks(page, token) }
  }

  async function share(title: string, file: File): Promise<Shared> {
    return (await import('../data/share')).shareFile(title, file)
  }

  async function saveResult(file: File): Promise<Shared> {
    const { saveFile } = await import('../data/save-file')
    saveFile(file.name, file, file.type)
    return 'saved'
  }

  async function copy(text: string): Promise<Shared> {
    return (await import('../data/share')).copyText(text)
  }

  async function makeResult(
    accepted: Accepted,
    shared: ReadonlySet<string>,
    sentAt: number,
  ): Promise<Result> {
    const { member, name } = accepted
    const played = await playedRuns(accepted)
    return resultOf(accepted.assignment, progress(accepted), played, games(), {
      member,
      name,
      sentAt,
      shared,
    })
  }

  async function playedRuns(accepted: Accepted): Promise<PlayedRun[]> {
    const keep = await import('../data/keep')
    const finished = progress(accepted).flatMap((one) => one.finished)
    return Promise.all(
      finished.map(async (run) => ({ run, records: await keep.recordsOfRun(run.id) })),
    )
  }

  return {
    landing,
    all,
    packs,
    trouble,
    packOf,
    load,
    read,
    accept,
    save,
    forget,
    progress,
    preview,
    sentences,
    handIn,
    wayIn,
    share,
    saveResult,
    copy,
  }
})
