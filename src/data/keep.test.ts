import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { privateFiles } from '../../tests/private-files'
import type { Move } from '../core/play'
import type { RunRecord } from '../core/run'
import type * as keeping from './keep'

type Keep = typeof keeping

let files: ReturnType<typeof privateFiles>
let keep: Keep

beforeEach(async () => {
  localStorage.clear()
  files = privateFiles()
  vi.stubGlobal('FileSystemFileHandle', files.FileHandle)
  vi.stubGlobal('navigator', { storage: files.storage })
  keep = await restarted()
})
afterEach(async () => {
  await (await database()).delete()
  vi.unstubAllGlobals()
})

/** The app closed and opened again: same device, nothing left in memory. */
async function restarted(): Promise<Keep> {
  if (keep) (await database()).close()
  vi.resetModules()
  return import('./keep')
}

async function database() {
  return (await import('./db')).db
}

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

/** Begins a run and makes moves, as the player does. */
async function played(
  picks: string[],
  { id = 'r1', ending }: { id?: string; ending?: string } = {},
) {
  const { run, text } = keep.pinned({ ...started, id }, '{"title":"À l’atelier"}')
  await keep.beginRun({ run, records: [], text })
  const records: RunRecord[] = []
  for (const [index, pick] of picks.entries()) {
    const over = index === picks.length - 1 ? ending : undefined
    records.push(await keep.keepMove(run, records.at(-1), made(pick), index, over))
  }
  return { run, records, text }
}

describe('a run', () => {
  it('is there at the next opening, exactly as it was shown', async () => {
    const kept = await played(['a', 'b'])
    keep = await restarted()
    expect(await keep.openRuns()).toEqual({ rebuilt: 0, lost: false, newer: false })
    expect(await keep.readRun('r1', 9)).toEqual({ ...kept, quarantined: 0 })
  })

  it('begun from earlier moves holds them as its own records', async () => {
    const { run, text } = keep.pinned(started, '{}')
    const records = keep.chained(run, [made('a'), made('b')], 5)
    await keep.beginRun({ run, records, text })
    expect((await keep.readRun('r1', 9))?.records).toEqual(records)
    expect(records.map(({ seq, at }) => [seq, at])).toEqual([
      [0, 5],
      [1, 5],
    ])
  })

  it('is closed at its ending', async () => {
    await played(['a', 'b'], { ending: 'good' })
    expect((await keep.allRuns())[0]).toMatchObject({ endedAt: 1, ending: 'good' })
  })
})

describe('private files that never answer', () => {
  beforeEach(async () => {
    await played(['a'])
    vi.stubGlobal('navigator', { storage: { getDirectory: () => new Promise(() => {}) } })
  })
  afterEach(() => vi.useRealTimers())

  /** Waits for an answer while the clock runs fast. */
  async function soon<T>(answer: Promise<T>): Promise<T> {
    let isThere = false
    const there = () => (isThere = true)
    answer.then(there, there)
    while (!isThere) {
      await vi.advanceTimersByTimeAsync(1_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    return answer
  }

  it('hold up a play once, for a moment, and nothing is lost', async () => {
    keep = await restarted()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { run, records } = (await soon(keep.readRun('r1', 9))) ?? {}
    if (!run || !records) throw new Error('The run should be there.')
    records.push(await keep.keepMove(run, records.at(-1), made('b'), 2))
    records.push(await keep.keepMove(run, records.at(-1), made('c'), 3))
    expect(await keep.recordsOfRun('r1')).toEqual(records)
  })

  it('do not pass for empty ones after a wipe', async () => {
    await Dexie.delete((await database()).name)
    keep = await restarted()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await expect(soon(keep.openRuns())).rejects.toMatchObject({ kind: 'broken' })
  })
})

describe('a device', () => {
  it('that never kept a run has nothing to rebuild and has lost nothing', async () => {
    expect(await keep.openRuns()).toEqual({ rebuilt: 0, lost: false, newer: false })
  })

  it('whose database was wiped gets its runs back from the mirror', async () => {
    const first = await played(['a', 'b'], { ending: 'good' })
    const second = await played(['c'], { id: 'r2' })
    await Dexie.delete((await database()).name)
    keep = await restarted()
    expect(await keep.openRuns()).toEqual({ rebuilt: 2, lost: false, newer: false })
    expect(await keep.readRun('r1', 9)).toMatchObject({ records: first.records, text: first.text })
    expect(await keep.readRun('r2', 9)).toMatchObject({ records: second.records })
    expect((await keep.allRuns()).find(({ id }) => id === 'r1')?.ending).toBe('good')
  })

  it('wiped, then killed before the sign of its runs reached the disk, still gets them back', async () => {
    await played(['a'])
    await Dexie.delete((await database()).name)
    localStorage.clear()
    keep = await restarted()
    expect((await keep.openRuns()).rebuilt).toBe(1)
  })

  it('tells what was rebuilt once, to the first who asks', async () => {
    await played(['a'])
    await Dexie.delete((await database()).name)
    keep = await restarted()
    await keep.opened()
    await keep.allRuns()
    expect((await keep.openRuns()).rebuilt).toBe(1)
    expect((await keep.openRuns()).rebuilt).toBe(0)
  })

  it('that fails while rebuilding rebuilds everything the next time', async () => {
    await played(['a'])
    await played(['b'], { id: 'r2' })
    await Dexie.delete((await database()).name)
    keep = await restarted()
    const db = await database()
    const refuse = (key: string) => {
      if (key === 'r2') throw new Error('killed')
    }
    db.runs.hook('creating', refuse)
    await expect(keep.openRuns()).rejects.toThrow()
    db.runs.hook('creating').unsubscribe(refuse)
    expect((await keep.openRuns()).rebuilt).toBe(2)
  })

  it('whose database and mirror were both wiped says so', async () => {
    await played(['a'])
    await Dexie.delete((await database()).name)
    files.folders.clear()
    keep = await restarted()
    expect(await keep.openRuns()).toEqual({ rebuilt: 0, lost: true, newer: false })
    expect(await keep.readRun('r1', 9)).toBeUndefined()
  })

  it('owned by a later version is only read', async () => {
    const { run, records } = await played(['a'])
    await (await database()).meta.put({ key: 'epoch', value: 99 })
    keep = await restarted()
    expect((await keep.openRuns()).newer).toBe(true)
    expect((await keep.readRun('r1', 9))?.records).toEqual(records)
    await expect(keep.keepMove(run, records[0], made('b'), 2)).rejects.toMatchObject({
      kind: 'newer',
    })
    expect((await keep.readRun('r1', 9))?.records).toEqual(records)
  })
})

describe('a device owned by a later version', () => {
  it('with a damaged record shows what is sound, and changes nothing anywhere', async () => {
    const { records } = await played(['a', 'b', 'c'])
    await (await database()).records.update(['r1', 1], { pick: 'x' })
    await (await database()).meta.put({ key: 'epoch', value: 99 })
    keep = await restarted()
    const db = await database()
    const everything = async () => [
      await Promise.all(db.tables.map((table) => table.toArray() as Promise<unknown>)),
      [...(files.folders.get('a-toi-de-jouer') ?? [])],
    ]
    const before = await everything()
    expect(await keep.readRun('r1', 9)).toMatchObject({
      records: records.slice(0, 1),
      quarantined: 0,
    })
    expect(await keep.readRun('r2', 9)).toBeUndefined()
    expect(await everything()).toEqual(before)
  })
})

it('a damaged run is shown as far as it is sound when newer code took the device over meanwhile', async () => {
  const { records } = await played(['a', 'b', 'c'])
  const db = await database()
  await db.records.update(['r1', 1], { pick: 'x' })
  await db.meta.put({ key: 'epoch', value: 99 })
  expect(await keep.readRun('r1', 9)).toMatchObject({
    records: records.slice(0, 1),
    quarantined: 0,
  })
  expect(await db.quarantine.count()).toBe(0)
})

describe('two copies that differ', () => {
  it('when the database lost the end, get it back from the mirror', async () => {
    const kept = await played(['a', 'b', 'c'])
    await (await database()).records.delete(['r1', 2])
    expect(await keep.readRun('r1', 9)).toMatchObject({ records: kept.records, quarantined: 0 })
    expect(await keep.recordsOfRun('r1')).toEqual(kept.records)
  })

  it('when a record was damaged, it is put aside and the mirror replaces it', async () => {
    const kept = await played(['a', 'b', 'c'])
    await (await database()).records.update(['r1', 1], { pick: 'x' })
    expect(await keep.readRun('r1', 9)).toMatchObject({ records: kept.records, quarantined: 2 })
    expect(await (await database()).quarantine.count()).toBe(1)
    expect(await keep.readRun('r1', 9)).toMatchObject({ quarantined: 0 })
  })

  it('when a record was damaged and there is no mirror, play goes on from the last sound one', async () => {
    const kept = await played(['a', 'b', 'c'])
    files.folders.clear()
    await (await database()).records.update(['r1', 1], { pick: 'x' })
    const read = await keep.readRun('r1', 9)
    expect(read).toMatchObject({ records: kept.records.slice(0, 1), quarantined: 2 })
    const again = await keep.keepMove(kept.run, read?.records.at(-1), made('d'), 9)
    expect((await keep.readRun('r1', 9))?.records).toEqual([kept.records[0], again])
  })

  it('when the database lost one run of several, get it back from the mirror', async () => {
    const kept = await played(['a', 'b'])
    await played(['c'], { id: 'r2' })
    await (await database()).runs.delete('r1')
    expect(await keep.readRun('r1', 9)).toMatchObject({ run: kept.run, quarantined: 0 })
    expect(await keep.recordsOfRun('r1')).toEqual(kept.records)
    expect(await (await database()).runs.count()).toBe(2)
  })

  it('when neither has a run, say so', async () => {
    await played(['c'], { id: 'r2' })
    expect(await keep.readRun('r1', 9)).toBeUndefined()
    expect(await (await database()).runs.count()).toBe(1)
  })

  it('when the mirror missed a move, it catches up at the next reading', async () => {
    const { run, records } = await played(['a'])
    files.disk.full = true
    const missed = await keep.keepMove(run, records[0], made('b'), 2)
    files.disk.full = false
    const last = await keep.keepMove(run, missed, made('c'), 3)
    await keep.readRun('r1', 9)
    await Dexie.delete((await database()).name)
    keep = await restarted()
    expect((await keep.readRun('r1', 9))?.records).toEqual([records[0], missed, last])
  })

  it('when the mirror lost the text, it is written again at the next reading', async () => {
    const { run, text, records } = await played(['a'])
    files.folders.get('a-toi-de-jouer')?.set(`text-${text.hash}.json`, '')
    await keep.readRun('r1', 9)
    await Dexie.delete((await database()).name)
    keep = await restarted()
    expect(await keep.readRun('r1', 9)).toMatchObject({ run, records, text })
  })

  it('when the mirror went another way, the database is right', async () => {
    const { run, records } = await played(['a', 'b', 'c'])
    await (
      await database()
    ).records.bulkDelete([
      ['r1', 1],
      ['r1', 2],
    ])
    const { storage } = navigator
    vi.stubGlobal('navigator', {})
    keep = await restarted()
    const other = await keep.keepMove(run, records[0], made('other'), 7)
    vi.stubGlobal('navigator', { storage })
    keep = await restarted()
    expect((await keep.readRun('r1', 9))?.records).toEqual([records[0], other])
    await Dexie.delete((await database()).name)
    keep = await restarted()
    expect((await keep.readRun('r1', 9))?.records).toEqual([records[0], other])
  })
})

describe('runs that come from a backup', () => {
  it('are mirrored, and found again after a wipe', async () => {
    const { run, records, text } = await played(['a'])
    files.folders.clear()
    localStorage.clear()
    await keep.mirrorRuns([{ run, records, text }])
    await Dexie.delete((await database()).name)
    keep = await restarted()
    expect((await keep.openRuns()).rebuilt).toBe(1)
    expect((await keep.readRun('r1', 9))?.records).toEqual(records)
  })

  it('leave their sign only when there are some', async () => {
    const { isMarked } = await import('./marker')
    await keep.mirrorRuns([])
    expect(isMarked()).toBe(false)
    expect(files.folders.size).toBe(0)
  })
})

describe('the steps that some runs went through', () => {
  it('are read back, with the records of each', async () => {
    await played(['a', 'b'])
    expect(await keep.stepsSeen(['r1'])).toEqual(new Set(['here']))
    expect(await keep.stepsSeen(['r2'])).toEqual(new Set())
  })
})

describe('a move of a run whose database was deleted meanwhile', () => {
  it('is kept, after the run as the tab has it, and what comes back is told', async () => {
    const kept = await played(['a', 'b'])
    await played(['c'], { id: 'r2' })
    const db = await database()
    await Promise.all([db.runs.clear(), db.records.clear(), db.texts.clear()])
    const told: unknown[] = []
    await keep.keepNext(kept, made('d'), 7, 'good', (rebuilt) => told.push(rebuilt))
    expect(told).toEqual([{ kind: 'rebuilt', count: 2 }])
    expect(kept.records.map(({ pick }) => pick)).toEqual(['a', 'b', 'd'])
    expect(await keep.recordsOfRun('r1')).toEqual(kept.records)
    expect((await keep.allRuns()).find(({ id }) => id === 'r1')).toMatchObject({ ending: 'good' })
  })

  it('is kept from what the tab remembers, where the mirror was deleted too; both have it again', async () => {
    const kept = await played(['a', 'b'])
    const db = await database()
    await Promise.all([db.runs.clear(), db.records.clear(), db.texts.clear()])
    files.folders.clear()
    await keep.keepNext(kept, made('c'), 7, undefined, () => undefined)
    expect(await keep.recordsOfRun('r1')).toEqual(kept.records)
    await Dexie.delete(db.name)
    keep = await restarted()
    expect((await keep.readRun('r1', 9))?.records).toEqual(kept.records)
  })

  it('is refused like any other where another tab made it first', async () => {
    const kept = await played(['a'])
    await keep.keepMove(kept.run, kept.records[0], made('theirs'), 5)
    const told: unknown[] = []
    const keeping = keep.keepNext(kept, made('mine'), 7, undefined, (rebuilt) => told.push(rebuilt))
    await expect(keeping).rejects.toMatchObject({ kind: 'taken' })
    expect(kept.records).toHaveLength(1)
    expect(told).toEqual([])
  })
})

describe('a play goes on', () => {
  it('when the mirror refuses every write', async () => {
    files.disk.full = true
    const kept = await played(['a', 'b'])
    expect((await keep.readRun('r1', 9))?.records).toEqual(kept.records)
  })

  it('on a browser that has no private files at all', async () => {
    vi.stubGlobal('navigator', {})
    keep = await restarted()
    const kept = await played(['a', 'b'])
    keep = await restarted()
    expect((await keep.readRun('r1', 9))?.records).toEqual(kept.records)
  })
})

describe('the sign that runs are kept here', () => {
  it('is there as soon as the first run is', async () => {
    const { hasKeptRuns } = await import('./marker')
    expect(await hasKeptRuns()).toBe(false)
    await played([])
    expect(await hasKeptRuns()).toBe(true)
  })

  it('is not needed to find them: a killed browser writes it late', async () => {
    await played(['a'])
    localStorage.clear()
    const { hasKeptRuns } = await import('./marker')
    expect(await hasKeptRuns()).toBe(true)
  })

  it('is not needed either when the browser has deleted the database at once: the mirror tells', async () => {
    await played(['a'])
    localStorage.clear()
    await Dexie.delete((await database()).name)
    const { hasKeptRuns } = await import('./marker')
    expect(await hasKeptRuns()).toBe(true)
  })

  it('is not needed when the browser deletes a damaged database and refuses the first question', async () => {
    await played(['a'])
    localStorage.clear()
    vi.spyOn(indexedDB, 'databases').mockRejectedValueOnce(new DOMException('', 'UnknownError'))
    const { hasKeptRuns } = await import('./marker')
    expect(await hasKeptRuns()).toBe(true)
  })

  it('is missing where nothing can be kept', async () => {
    const { hasKeptRuns } = await import('./marker')
    vi.stubGlobal('indexedDB', undefined)
    vi.stubGlobal('localStorage', undefined)
    expect(await hasKeptRuns()).toBe(false)
  })
})
