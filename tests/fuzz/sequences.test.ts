import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { createPinia, setActivePinia } from 'pinia'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { soundRecords } from '../../src/core/chain'
import { planImport } from '../../src/core/backup/import-plan'
import { openMoves, type Move } from '../../src/core/play'
import { backTo, movesOf } from '../../src/core/run'
import { useCurrentRun } from '../../src/stores/current-run'
import { privateFiles } from '../private-files'
import { RUNS, settings } from './mutated'

const MODULE = 'je-ne-sais-pas-encore'
const YEAR = 31_557_600_000

const files = privateFiles()
const keys = new Map<string, string>()
let clock = Date.UTC(2026, 10, 24)
let isFull = false

beforeAll(() => {
  vi.stubGlobal('FileSystemFileHandle', files.FileHandle)
  vi.stubGlobal('navigator', { storage: files.storage })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => keys.get(key) ?? null,
    setItem: (key: string, value: string) => void keys.set(key, value),
  })
  vi.spyOn(Date, 'now').mockImplementation(() => clock++)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterAll(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** What a device must hold, said in the simplest way: the moves of the run that is being played, in order. */
interface Model {
  run: string | undefined
  records: Move[]
  /** What each of two tabs knows; undefined: it is closed. */
  tabs: (Tab | undefined)[]
  backup: string | undefined
}
interface Tab {
  run: string
  /** How many records it has seen: fewer than there are, and another tab has played on. */
  seen: number
  /** The device was full: what is played since is in memory only. */
  inMemory: boolean
  onlyLooks: boolean
}

type Store = ReturnType<typeof useCurrentRun>

/** The device and its two tabs. */
interface Device {
  tabs: Store[]
}

const loaded = async () => {
  const [{ db }, { backupIn }] = await Promise.all([
    import('../../src/data/db'),
    import('../../src/data/backup'),
  ])
  return { db, backup: backupIn(db) }
}

function newTab(): Store {
  setActivePinia(createPinia())
  return useCurrentRun()
}

/** The database as it must be: the run of the model, sound, with these very moves. */
async function holds(model: Model): Promise<void> {
  if (model.run === undefined) return
  const { db } = await loaded()
  const run = await db.runs.get(model.run)
  const records = await db.records.where('run').equals(model.run).sortBy('seq')
  const plain = (moves: readonly Move[]) => moves.map(({ step, pick }) => `${step} ${pick}`)
  expect(plain(records)).toEqual(plain(model.records))
  if (run) expect(soundRecords(run, records)).toBe(records.length)
}

/** A tab shows what the model says. */
function shows(store: Store, model: Model): void {
  expect(store.state).toBe('playing')
  expect(store.run?.id).toBe(model.run)
  expect(store.moves.map(({ pick }) => pick)).toEqual(
    movesOf(model.records).map(({ pick }) => pick),
  )
}

/** Opens the module in a tab that knows nothing: the unfinished run comes back, or a new one begins. */
async function opened(model: Model, device: Device, at: number): Promise<void> {
  await device.tabs[at]?.close()
  const store = (device.tabs[at] = newTab())
  await store.open({ module: MODULE })
  await vi.waitFor(() => expect(store.run?.text || store.notice).toBeTruthy())
  if (isFull && model.run === undefined) {
    expect(store.notice?.kind).toBe('full')
    model.tabs[at] = { run: '', seen: 0, inMemory: true, onlyLooks: false }
    return
  }
  model.run ??= store.run?.id
  shows(store, model)
  model.tabs[at] = {
    run: model.run ?? '',
    seen: model.records.length,
    inMemory: false,
    onlyLooks: false,
  }
}

/** What must come of a move that a tab tries to keep. @returns whether it is kept */
function kept(model: Model, tab: Tab, made: Move, isEnding: boolean): boolean {
  if (tab.inMemory || tab.onlyLooks) return false
  if (isFull) {
    tab.inMemory = true
    return false
  }
  if (tab.run !== model.run || tab.seen < model.records.length) {
    tab.onlyLooks = true
    return false
  }
  model.records.push(made)
  tab.seen += 1
  if (isEnding) Object.assign(model, { run: undefined, records: [] })
  return true
}

type Step = (model: Model, device: Device) => Promise<void>

function command(name: string, work: Step, possible: (model: Model) => boolean = () => true) {
  return {
    check: possible,
    run: async (model: Model, device: Device) => {
      await work(model, device)
      await holds(model)
    },
    toString: () => name,
  }
}

const isOpen = (at: number) => (model: Model) => model.tabs[at] !== undefined

/** Closes both tabs: a device put away. */
async function allClosed(model: Model, device: Device): Promise<void> {
  await Promise.all(device.tabs.map((tab) => tab.close()))
  model.tabs = [undefined, undefined]
}

function play(at: number, way: number) {
  return command(
    `play(${at}, ${way})`,
    async (model, device) => {
      const [store, tab] = [device.tabs[at], model.tabs[at]]
      if (!store?.game || !store.snapshot || !tab) return
      const moves = openMoves(store.game, store.snapshot)
      const made = moves[way % moves.length]
      if (!made) return
      const before = store.moves.length
      const couldPlay = !tab.onlyLooks
      await store.choose(made.pick, made.text)
      const isKept = kept(model, tab, made, store.step?.kind === 'ending')
      expect(store.moves.length).toBe(before + (couldPlay && !tab.onlyLooks ? 1 : 0))
      if (!isKept && couldPlay) expect(['full', 'taken']).toContain(store.notice?.kind)
    },
    isOpen(at),
  )
}

function back(at: number) {
  return command(
    `back(${at})`,
    async (model, device) => {
      const [store, tab] = [device.tabs[at], model.tabs[at]]
      if (!store || !tab || !store.canBack || store.step?.kind === 'ending') return
      const count = store.moves.findLastIndex(
        ({ step }) => store.game?.steps.get(step)?.kind === 'decision',
      )
      const made = backTo(store.step?.id ?? '', count)
      const couldPlay = !tab.onlyLooks
      await store.back()
      kept(model, tab, made, false)
      if (couldPlay && !tab.onlyLooks) expect(store.moves).toHaveLength(count)
    },
    isOpen(at),
  )
}

/** The process dies a few turns after a tap: the disk is as it was then, and nobody remembers anything. */
function kill(at: number, way: number, turns: number) {
  return command(
    `kill(${at}, ${way}, ${turns})`,
    async (model, device) => {
      const { db } = await loaded()
      const [store, tab] = [device.tabs[at], model.tabs[at]]
      if (!store?.game || !store.snapshot || !tab) return
      const moves = openMoves(store.game, store.snapshot)
      const made = moves[way % moves.length]
      const shown = store.moves.length
      const going = made ? store.choose(made.pick, made.text) : Promise.resolve()
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
      const wasShown = store.moves.length > shown
      const image = await Promise.all(
        db.tables.map((table) => table.toArray() as Promise<object[]>),
      )
      const folders = [...files.folders].map(([name, folder]) => [name, new Map(folder)] as const)
      await going
      const isEnding = store.step?.kind === 'ending'
      await allClosed(model, device)

      const wasFull = isFull
      isFull = false
      await db.transaction('rw', db.tables, async () => {
        for (const [index, table] of db.tables.entries()) {
          await table.clear()
          await table.bulkPut(image[index] ?? [])
        }
      })
      files.folders.clear()
      for (const [name, folder] of folders) files.folders.set(name, folder)
      isFull = wasFull
      const run = model.run === undefined ? undefined : await db.runs.get(model.run)
      const count = run && (await db.records.where('run').equals(run.id).count())
      const wouldBe = { ...model, records: [...model.records] }
      if (made && count !== model.records.length && kept(wouldBe, { ...tab }, made, isEnding))
        Object.assign(model, wouldBe, { tabs: [undefined, undefined] })
      else if (!tab.inMemory && !tab.onlyLooks && !isFull && tab.seen === model.records.length)
        expect(wasShown && tab.run === model.run, 'what was shown is kept').toBe(false)
      await opened(model, device, at)
    },
    isOpen(at),
  )
}

const take = (at: number) =>
  command(
    `take(${at})`,
    async (model, device) => {
      const [store, tab] = [device.tabs[at], model.tabs[at]]
      if (!store || !tab || tab.run !== model.run) return
      await store.takeHere()
      expect(store.readOnly).toBe(false)
      Object.assign(tab, { seen: model.records.length, onlyLooks: false, inMemory: false })
      shows(store, model)
    },
    (model) => model.tabs[at]?.onlyLooks === true,
  )

const open = (at: number) => command(`open(${at})`, (model, device) => opened(model, device, at))

/** The browser deletes the database; the tabs stay open or not. */
const wipe = (isUnder: boolean) =>
  command(`wipe(${isUnder ? 'under open tabs' : 'closed'})`, async (model, device) => {
    const { db } = await loaded()
    if (!isUnder) await allClosed(model, device)
    await db.delete({ disableAutoOpen: false })
    // There is room again, then. The next tab that opens finds everything again.
    files.disk.full = isFull = false
    await db.open()
    await opened(model, device, 1)
  })

const damage = (what: 'a record' | 'the mirror', where: number) =>
  command(
    `damage(${what}, ${where})`,
    async (model, device) => {
      const { db } = await loaded()
      await allClosed(model, device)
      if (what === 'a record') {
        const records = await db.records
          .where('run')
          .equals(model.run ?? '')
          .sortBy('seq')
        const one = records[where % records.length]
        if (one) await db.records.update([one.run, one.seq], { pick: 'damaged' })
      } else {
        const folder = files.folders.get('a-toi-de-jouer')
        const name = `run-${model.run}.jsonl`
        const whole = folder?.get(name)
        if (whole) folder?.set(name, whole.slice(0, where % whole.length))
      }
      await opened(model, device, 0)
    },
    (model) => model.run !== undefined && !isFull,
  )

const saveBackup = command('save', async (model) => {
  const { backup } = await loaded()
  model.backup = await backup.write({ withClass: true, app: 'x', at: clock, settings: {} })
})

const importBackup = command(
  'import',
  async (model) => {
    const { backup } = await loaded()
    const read = await backup.openFile(new Blob([model.backup ?? '']))
    if (!read.ok) throw new Error(read.refusal)
    await backup.apply(planImport(await backup.readDevice({}), read.backup.content), clock)
  },
  (model) => model.backup !== undefined && !isFull,
)

const jump = (years: number) =>
  command(`clock(${years} years)`, () => {
    clock = Math.max(1, clock + Math.round(years * YEAR))
    return Promise.resolve()
  })

const fill = (full: boolean) =>
  command(`full(${full})`, () => {
    files.disk.full = isFull = full
    return Promise.resolve()
  })

const anyTab = fc.nat(1)
const commands = fc.commands(
  [
    fc.tuple(anyTab, fc.nat(5)).map((given) => play(...given)),
    fc.tuple(anyTab, fc.nat(5)).map((given) => play(...given)),
    anyTab.map(open),
    anyTab.map(back),
    anyTab.map(take),
    fc.tuple(anyTab, fc.nat(5), fc.nat(12)).map((given) => kill(...given)),
    fc.boolean().map(wipe),
    fc
      .tuple(fc.constantFrom('a record' as const, 'the mirror' as const), fc.nat(5000))
      .map((given) => damage(...given)),
    fc.constant(saveBackup),
    fc.constant(importBackup),
    fc.integer({ min: -10, max: 10 }).map(jump),
    fc.boolean().map(fill),
  ],
  { maxCommands: 14 },
)

it(
  'whatever is done to a device, in any order, it holds exactly the choices that were kept',
  { timeout: 3_600_000 },
  async () => {
    const { db } = await loaded()
    const refuse = () => {
      if (isFull) throw new DOMException('no room', 'QuotaExceededError')
    }
    db.records.hook('creating', refuse)
    db.runs.hook('creating', refuse)
    let done = 0
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        await db.transaction('rw', db.tables, () =>
          Promise.all(
            db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()),
          ),
        )
        files.folders.clear()
        files.disk.full = isFull = false
        const device: Device = { tabs: [newTab(), newTab()] }
        await fc.asyncModelRun(() => {
          const model: Model = {
            run: undefined,
            records: [],
            tabs: [undefined, undefined],
            backup: undefined,
          }
          return { model, real: device }
        }, sequence)
        await Promise.all(device.tabs.map((tab) => tab.close()))
        done += 1
      }),
      { ...settings, numRuns: RUNS < 10_000 ? Math.ceil(RUNS / 3) : RUNS },
    )
    if (RUNS >= 10_000) console.log(`${done} sequences`)
  },
)
