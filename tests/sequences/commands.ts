import fc from 'fast-check'
import { createPinia, setActivePinia } from 'pinia'
import { planImport } from '../../src/core/backup/import-plan'
import { openMoves } from '../../src/core/play'
import { backTo } from '../../src/core/run'
import { useCurrentRun } from '../../src/stores/current-run'
import { agree, holds, kept, loaded, shows, type Device, type Model, type Store } from './model'

const MODULE = 'je-ne-sais-pas-encore'
const YEAR = 31_557_600_000

/** A tab that knows nothing yet. */
export function newTab(): Store {
  setActivePinia(createPinia())
  return useCurrentRun()
}

/** Opens the module in a tab that knows nothing: the unfinished run comes back, or a new one begins. */
async function opened(model: Model, device: Device, at: number): Promise<void> {
  const { disk, turn } = device.world
  await device.tabs[at]?.close()
  const store = (device.tabs[at] = newTab())
  await store.open({ module: MODULE })
  // What was lost or rebuilt is told before the new run is kept; a refusal is told instead.
  while (!store.run?.text && store.notice?.kind !== 'full') await turn()
  if (disk.full && model.run === undefined) {
    agree(store.notice?.kind, 'full', 'notice')
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

type Step = (model: Model, device: Device) => Promise<void>

function command(
  name: string,
  work: Step,
  possible: (model: Model) => boolean = () => true,
): fc.AsyncCommand<Model, Device> {
  return {
    check: possible,
    run: async (model, device) => {
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
      const isEnding = store.step?.kind === 'ending'
      const isKept = kept(model, tab, made, { isEnding, isFull: device.world.disk.full })
      agree(store.moves.length, before + (couldPlay && !tab.onlyLooks ? 1 : 0), 'moves shown')
      if (!isKept && couldPlay) agree(store.notice?.kind, tab.inMemory ? 'full' : 'taken', 'notice')
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
      kept(model, tab, made, { isEnding: false, isFull: device.world.disk.full })
      if (couldPlay && !tab.onlyLooks) agree(store.moves.length, count, 'moves shown')
    },
    isOpen(at),
  )
}

/** The process dies a few turns after a tap: the disk is as it was then, and nobody remembers anything. */
function kill(at: number, way: number, turns: number) {
  return command(
    `kill(${at}, ${way}, ${turns})`,
    async (model, device) => {
      const { disk, readFiles, writeFiles, turn } = device.world
      const { db } = await loaded()
      const [store, tab] = [device.tabs[at], model.tabs[at]]
      if (!store?.game || !store.snapshot || !tab) return
      const moves = openMoves(store.game, store.snapshot)
      const made = moves[way % moves.length]
      const shown = store.moves.length
      const going = made ? store.choose(made.pick, made.text) : Promise.resolve()
      for (let passed = 0; passed < turns; passed++) await turn()
      const wasShown = store.moves.length > shown
      // Files first: a copy is written after its record, never before.
      const copies = await readFiles()
      const image = await Promise.all(
        db.tables.map((table) => table.toArray() as Promise<object[]>),
      )
      await going
      const isEnding = store.step?.kind === 'ending'
      await allClosed(model, device)

      const isFull = disk.full
      disk.full = false
      await db.transaction('rw', db.tables, async () => {
        for (const [index, table] of db.tables.entries()) {
          await table.clear()
          await table.bulkPut(image[index] ?? [])
        }
      })
      await writeFiles(copies)
      disk.full = isFull
      const run = model.run === undefined ? undefined : await db.runs.get(model.run)
      const count = run && (await db.records.where('run').equals(run.id).count())
      const wouldBe = { ...model, records: [...model.records] }
      if (
        made &&
        count !== model.records.length &&
        kept(wouldBe, { ...tab }, made, { isEnding, isFull })
      )
        Object.assign(model, wouldBe, { tabs: [undefined, undefined] })
      else if (!tab.inMemory && !tab.onlyLooks && !isFull && tab.seen === model.records.length)
        agree(wasShown && tab.run === model.run, false, 'shown before it was kept')
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
      agree(store.readOnly, false, 'read only')
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
    device.world.disk.full = false
    await db.open()
    await opened(model, device, 1)
  })

const damage = (what: 'a record' | 'the mirror', where: number) =>
  command(
    `damage(${what}, ${where})`,
    async (model, device) => {
      const { world } = device
      if (world.disk.full) return
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
        const files = await world.readFiles()
        const name = `run-${model.run}.jsonl`
        const whole = files.get(name)
        if (whole) await world.writeFiles(files.set(name, whole.slice(0, where % whole.length)))
      }
      await opened(model, device, 0)
    },
    (model) => model.run !== undefined,
  )

const saveBackup = command('save', async (model, { world }) => {
  const { backup } = await loaded()
  model.backup = await backup.write({
    withClass: true,
    app: 'x',
    at: world.clock.now,
    settings: {},
  })
})

const importBackup = command(
  'import',
  async (model, { world }) => {
    if (world.disk.full) return
    const { backup } = await loaded()
    const read = await backup.openFile(new Blob([model.backup ?? '']))
    if (!read.ok) throw new Error(read.refusal)
    await backup.apply(
      planImport(await backup.readDevice({}), read.backup.content),
      world.clock.now,
    )
  },
  (model) => model.backup !== undefined,
)

const jump = (years: number) =>
  command(`clock(${years} years)`, (_, { world: { clock } }) => {
    clock.now = Math.max(1, clock.now + Math.round(years * YEAR))
    return Promise.resolve()
  })

const fill = (full: boolean) =>
  command(`full(${full})`, (_, { world }) => {
    world.disk.full = full
    return Promise.resolve()
  })

const anyTab = fc.nat(1)

/** Any things that may happen to a device, up to fourteen of them. */
export const anyCommands = fc.commands(
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
