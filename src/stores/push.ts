import { defineStore } from 'pinia'
import { computed, reactive, shallowRef } from 'vue'
import type { Checked, Decisions, Said } from '../core/push/check-rows'
import { headersName } from '../core/push/columns'
import type { Audience, Sender, Template } from '../core/push/compose'
import { followUps } from '../core/push/follow-up'
import type { Mapping } from '../core/push/fields'
import type { Person } from '../core/push/person'
import type { PushId } from '../core/push/pushes'
import { partsOf, sendingOf, type Sending } from '../core/push/sending'
import { LARGEST_FILE, type Table } from '../core/push/table'
import type { PushList } from '../data/db'
import { isListOver, markLastDay } from '../data/push/last-day'
import type { ExportOrder } from '../data/push/push-job'
import { troubleOf, type TroubleKind } from '../data/trouble'

const NOBODY: Sender = { name: '', organisation: '', email: '' }

/** The messages an adviser prepares: a list being read, the list kept, texts, marks. Nothing leaves the device. */
export const usePush = defineStore('push', () => {
  /** The file being brought, not kept yet. */
  const table = shallowRef<Table>()
  const mapping = shallowRef<Mapping>({})
  const checked = shallowRef<Checked>()
  const decisions = shallowRef<Decisions>({ mends: {}, leftOut: [] })
  /** From 0 to 1 while the worker works. */
  const share = shallowRef<number>()
  /** Why a file or an export gave nothing. */
  const fault = shallowRef<string>()
  /** Why the device does not keep the list. */
  const trouble = shallowRef<TroubleKind>()

  const list = shallowRef<PushList>()
  const people = shallowRef<readonly Person[]>([])
  const marks = shallowRef<ReadonlyMap<Sending, ReadonlySet<string>>>(new Map())
  /** A list was just erased because its last day was over. */
  const wasErased = shallowRef(false)

  const templates = reactive<Record<string, Template>>({})
  const sender = reactive<Sender>({ ...NOBODY })
  const push = shallowRef<PushId>('contact')
  const audience = shallowRef<Audience>('youth')
  const sending = computed(() => sendingOf(push.value, audience.value))

  /** Who is done with, for what is being sent. */
  const done = computed<ReadonlySet<string>>(() => marks.value.get(sending.value) ?? new Set())
  /** Whom to write to again, by what they were sent. */
  const due = computed(() =>
    followUps(people.value, list.value?.begun ?? {}, marks.value, Date.now()),
  )

  /** Reads what the device keeps; erases the list first when its last day is over. */
  async function load(): Promise<void> {
    await keeping(async (lists) => {
      if (isListOver(today())) {
        await lists.eraseOver(today())
        markLastDay(undefined)
        wasErased.value = true
      }
      const kept = await lists.read()
      list.value = kept?.list
      people.value = kept?.people ?? []
      for (const draft of await lists.drafts()) {
        if (draft.key === 'templates') Object.assign(templates, draft.value)
        if (draft.key === 'sender') Object.assign(sender, draft.value)
      }
      marks.value = await lists.marks()
    })
    const last = lastBegun(list.value?.begun ?? {})
    if (last) choose(last)
  }

  /** Reads a file or pasted text; the columns chosen for its kind before are chosen again. */
  async function bring(list: Blob | string): Promise<void> {
    const file = typeof list === 'string' ? list : await bytesOf(list)
    const read = file === undefined ? undefined : await working('read', { file })
    if (!read) return
    decisions.value = { mends: {}, leftOut: [] }
    let known: Mapping | undefined
    await keeping(async (lists) => {
      const draft = (await lists.drafts()).find(({ key }) => key === 'mappings')
      if (draft?.key === 'mappings') known = draft.value[headersName(read.table.headers)]
    })
    mapping.value = known ?? read.mapping
    table.value = read.table
    await check()
  }

  /** A file too large is not even taken into memory. */
  async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
    fault.value = file.size > LARGEST_FILE ? 'too-big' : undefined
    if (fault.value) return undefined
    try {
      return new Uint8Array(await file.arrayBuffer())
    } catch {
      fault.value = 'failed'
      return undefined
    }
  }

  async function check(): Promise<void> {
    if (!table.value) return
    checked.value = await working('check', {
      table: table.value,
      mapping: mapping.value,
      decisions: decisions.value,
    })
  }

  let mapped = Promise.resolve()

  /** Chooses the column of a field, or none; shown once it is remembered for this kind of file. */
  function map(field: keyof Mapping, column: number | undefined): Promise<void> {
    const file = table.value
    mapped = mapped.then(async () => {
      if (table.value !== file) return
      const next = { ...mapping.value }
      delete next[field]
      if (column !== undefined) next[field] = column
      const headers = headersName(file?.headers ?? [])
      await keeping((lists) => lists.rememberMapping(headers, next))
      mapping.value = next
      await check()
    })
    return mapped
  }

  async function mend(line: number, cells: Partial<Said>): Promise<void> {
    const { mends, leftOut } = decisions.value
    decisions.value = { mends: { ...mends, [line]: { ...mends[line], ...cells } }, leftOut }
    await check()
  }

  async function leaveOut(line: number, out: boolean): Promise<void> {
    const { mends, leftOut } = decisions.value
    const others = leftOut.filter((one) => one !== line)
    decisions.value = { mends, leftOut: out ? [...others, line] : others }
    await check()
  }

  /** Gives the file up; nothing of it is kept. */
  function giveUp(): void {
    table.value = checked.value = fault.value = undefined
  }

  /** Keeps the people of the file, in the place of the list before. @returns whether it was kept. */
  async function keep(about: Pick<PushList, 'name' | 'purpose' | 'endsOn'>): Promise<boolean> {
    const kept = checked.value?.people ?? []
    const next: PushList = { id: 'list', ...about, at: Date.now(), begun: {} }
    await keeping((lists) => lists.replace(next, kept))
    if (trouble.value) return false
    list.value = next
    people.value = kept
    marks.value = new Map()
    wasErased.value = false
    giveUp()
    return true
  }

  function choose(next: Sending): void {
    const parts = partsOf(next)
    push.value = parts.push
    audience.value = parts.audience
  }

  function saveTemplates(): Promise<void> {
    const value = Object.fromEntries(
      Object.entries(templates).map(([name, template]) => [name, { ...template }]),
    )
    return keeping((lists) => lists.putDraft({ key: 'templates', value }))
  }

  function saveSender(): Promise<void> {
    return keeping((lists) => lists.putDraft({ key: 'sender', value: { ...sender } }))
  }

  /** Marks people done, or no more; the first mark begins the seven days. `done` changes once the device has it. */
  async function mark(ids: readonly string[], isDone: boolean): Promise<void> {
    const at = Date.now()
    const marked = sending.value
    await keeping((lists) => lists.mark(marked, ids, isDone, at))
    if (trouble.value) return
    const next = new Set(marks.value.get(marked))
    for (const id of ids) {
      if (isDone) next.add(id)
      else next.delete(id)
    }
    marks.value = new Map(marks.value).set(marked, next)
    if (isDone) noteBegun(marked, at)
  }

  /** What is being sent has left the device, at least in part. */
  async function begin(): Promise<void> {
    const at = Date.now()
    const begun = sending.value
    await keeping((lists) => lists.begin(begun, at))
    if (!trouble.value) noteBegun(begun, at)
  }

  function noteBegun(what: Sending, at: number): void {
    if (list.value) list.value = { ...list.value, begun: { [what]: at, ...list.value.begun } }
  }

  /** This person asked to receive nothing more. */
  async function forget(id: string): Promise<void> {
    await keeping((lists) => lists.forget(id))
    if (!trouble.value) people.value = people.value.filter((person) => person.id !== id)
  }

  async function erase(): Promise<void> {
    await keeping((lists) => lists.erase())
    if (trouble.value) return
    list.value = undefined
    people.value = []
    marks.value = new Map()
  }

  async function endOn(endsOn: string): Promise<void> {
    await keeping((lists) => lists.endOn(endsOn))
    if (!trouble.value && list.value) list.value = { ...list.value, endsOn }
  }

  /** Makes the file of an export, beside the page. */
  async function makeFile(
    order: Pick<ExportOrder, 'people' | 'format' | 'columns' | 'settings'>,
  ): Promise<Blob | undefined> {
    const seed = crypto.randomUUID().slice(0, 8)
    const file = await working('export', { ...order, at: Date.now(), seed })
    if (file) await begin()
    return file
  }

  async function working<Name extends 'read' | 'check' | 'export'>(
    name: Name,
    asked: import('../data/push/push-job').Jobs[Name]['asks'],
  ): Promise<import('../data/push/push-job').Jobs[Name]['gives'] | undefined> {
    fault.value = undefined
    share.value = 0
    try {
      const { doJob } = await import('../data/push/push-client')
      return await doJob(name, asked, (part) => (share.value = part))
    } catch (error) {
      const isNamed = error instanceof Error && 'fault' in error
      fault.value = isNamed ? String(error.fault) : 'failed'
      return undefined
    } finally {
      share.value = undefined
    }
  }

  async function keeping(
    work: (
      lists: ReturnType<typeof import('../data/push/push-lists').pushListsIn>,
    ) => Promise<unknown>,
  ): Promise<void> {
    try {
      const { pushListsIn } = await import('../data/push/push-lists')
      await work(pushListsIn())
      trouble.value = undefined
    } catch (error) {
      trouble.value = troubleOf(error).kind
    }
  }

  return {
    ...{ table, mapping, checked, decisions, share, fault, trouble, list, people, done, wasErased },
    ...{ templates, sender, push, audience, due },
    ...{ load, bring, check, map, mend, leaveOut, giveUp, keep, choose, saveTemplates, saveSender },
    ...{ mark, forget, erase, endOn, makeFile },
  }
})

/** The sending begun last, picked up again at the next visit. */
function lastBegun(begun: PushList['begun']): Sending | undefined {
  const [last] = (Object.entries(begun) as [Sending, number][]).sort(([, a], [, b]) => b - a)
  return last?.[0]
}

/** Folder of the app, with its last `/`: what links begin with. */
export function appBase(): string {
  return new URL('./', document.baseURI).href
}

/** @returns `YYYY-MM-DD`, where the device is. @param later days to add */
export function today(later = 0): string {
  const day = new Date()
  day.setDate(day.getDate() + later)
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${day.getFullYear()}-${month}-${date}`
}
