import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { soundRecords } from '../core/chain'
import type { Move } from '../core/play'
import type { Run } from '../core/run'
import { db } from '../data/db'
import type { Notice } from './notice'
import { createSitting } from './sitting'

const started = {
  id: 'r1',
  scenario: 'small',
  version: '1.0.0',
  level: 'n1',
  variant: 'calme',
  seed: 4,
  startedAt: 1,
}
const made = (pick: string): Move => ({ step: 'here', pick })

let told: Notice[]
const tell = (notice: Notice) => void told.push(notice)

beforeEach(async () => {
  told = []
  await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()))
})
afterEach(() => vi.restoreAllMocks())

const picks = async () => (await db.records.toArray()).map(({ pick }) => pick)
const keptRun = async () => (await db.runs.get('r1')) as Run

/** A lock that another part of the app has taken already. */
function heldLock() {
  const release = vi.fn(() => Promise.resolve())
  return { release }
}

/** The run as the device has it. */
async function found() {
  const run = await keptRun()
  const text = await db.texts.get(run.text)
  if (!text) throw new Error('The text is not kept.')
  return { run, text, records: await db.records.toArray() }
}

describe('a sitting', () => {
  it('keeps its run with the moves it begins with, then one move after the other', async () => {
    const sitting = createSitting(tell)
    const run = await sitting.begin(started, '{}', [made('a'), made('b')])
    await Promise.all([sitting.keep(made('c')), sitting.keep(made('d'), 'good')])
    expect(run).toEqual({ ...started, text: run?.text })
    expect(await picks()).toEqual(['a', 'b', 'c', 'd'])
    expect(soundRecords(await keptRun(), await db.records.toArray())).toBe(4)
    expect(await keptRun()).toMatchObject({ ending: 'good' })
    expect(told).toEqual([])
  })

  it('goes on with a run that was kept', async () => {
    await createSitting(tell).begin(started, '{}', [made('a')])
    const sitting = createSitting(tell)
    await sitting.resume(await found(), undefined)
    expect(await sitting.keep(made('b'))).toBe(true)
    expect(await picks()).toEqual(['a', 'b'])
  })

  it('takes the run back to where it stands when its last moves are not possible any more', async () => {
    await createSitting(tell).begin(started, '{}', [made('a'), made('gone')])
    const sitting = createSitting(tell)
    await sitting.resume(await found(), { step: 'here', count: 1 })
    expect(await picks()).toEqual(['a', 'gone', '<1'])
  })

  it('gives back the lock it was given, once, and after its last write', async () => {
    await createSitting(tell).begin(started, '{}', [])
    const lock = heldLock()
    const sitting = createSitting(tell, lock)
    await sitting.resume(await found(), undefined)
    const keeping = sitting.keep(made('a'))
    const leaving = sitting.leave()
    expect(lock.release).not.toHaveBeenCalled()
    expect(await keeping).toBe(true)
    await leaving
    await sitting.leave()
    expect(lock.release).toHaveBeenCalledOnce()
    expect(await picks()).toEqual(['a'])
  })

  it('gives its lock to another tab, and says that one only looks from now on', async () => {
    await createSitting(tell).begin(started, '{}', [])
    const lock = heldLock()
    const sitting = createSitting(tell, lock)
    await sitting.resume(await found(), undefined)
    sitting.giveAway()
    await vi.waitFor(() => expect(lock.release).toHaveBeenCalledOnce())
    expect(told).toEqual([{ kind: 'taken' }])
  })
})

describe('a sitting whose writes are refused', () => {
  const refuse = (name: string) =>
    vi.spyOn(db, 'transaction').mockRejectedValue(new DOMException('no', name))

  it('lets one play on, says why, and keeps nothing more: no hole before a kept move', async () => {
    const sitting = createSitting(tell)
    await sitting.begin(started, '{}', [])
    const refused = refuse('QuotaExceededError')
    expect(await sitting.keep(made('a'))).toBe(true)
    refused.mockRestore()
    expect(await sitting.keep(made('b'))).toBe(true)
    expect(told).toEqual([{ kind: 'full' }])
    expect(await picks()).toEqual([])
  })

  it('from the start gives no pinned run, and lets one play', async () => {
    refuse('InvalidStateError')
    const sitting = createSitting(tell)
    expect(await sitting.begin(started, '{}', [])).toBeUndefined()
    expect(await sitting.keep(made('a'))).toBe(true)
    expect(told).toEqual([{ kind: 'refused' }])
  })

  it('by a move of another tab shows nothing, and says so', async () => {
    const first = createSitting(tell)
    await first.begin(started, '{}', [])
    const other = createSitting(() => undefined)
    await other.resume(await found(), undefined)
    await other.keep(made('theirs'))
    expect(await first.keep(made('mine'))).toBe(false)
    expect(told).toEqual([{ kind: 'taken' }])
    expect(await picks()).toEqual(['theirs'])
  })

  it('once left, tells nobody', async () => {
    const sitting = createSitting(tell)
    await sitting.begin(started, '{}', [])
    refuse('QuotaExceededError')
    const keeping = sitting.keep(made('a'))
    void sitting.leave()
    await keeping
    expect(sitting.isLeft()).toBe(true)
    expect(told).toEqual([])
  })

  it('where another tab holds the run, is told at once and takes nothing back', async () => {
    await createSitting(() => undefined).begin(started, '{}', [made('a'), made('gone')])
    const locks = { request: (_: string, __: object, work: (lock: null) => unknown) => work(null) }
    vi.stubGlobal('navigator', { locks })
    const sitting = createSitting(tell)
    await sitting.resume(await found(), { step: 'here', count: 1 })
    vi.unstubAllGlobals()
    expect(told).toEqual([{ kind: 'taken' }])
    expect(await picks()).toEqual(['a', 'gone'])
  })
})
