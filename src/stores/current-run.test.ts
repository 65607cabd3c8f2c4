import { createPinia, setActivePinia } from 'pinia'
import shipped from 'virtual:modules'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import { nextRecord } from '../core/chain'
import { openMoves } from '../core/play'
import { leaveAssignmentSigns } from '../data/assignment-sign'
import { db } from '../data/db'
import { useCurrentRun } from './current-run'

const MODULE = 'je-ne-sais-pas-encore'
const OTHER = 'mon-entretien'

let current: ReturnType<typeof useCurrentRun>

beforeEach(async () => {
  localStorage.clear()
  await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()))
  current = restarted()
})
afterEach(async () => {
  await current.close()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** The page reloaded: nothing left in memory. */
function restarted() {
  setActivePinia(createPinia())
  return useCurrentRun()
}

/** The first gesture possible here. */
function firstMove(): { pick: string; text?: string } {
  const { game, snapshot } = current
  const made = game && snapshot && openMoves(game, snapshot)[0]
  if (!made) throw new Error('There is nothing to do here.')
  return made
}

async function playOn(count: number): Promise<void> {
  for (let made = 0; made < count; made++) await current.choose(firstMove().pick)
}

/** Plays until a decision has been made. */
async function playToDecision(): Promise<void> {
  while (current.game?.steps.get(current.moves.at(-1)?.step ?? '')?.kind !== 'decision')
    await playOn(1)
}

async function playToEnding(): Promise<void> {
  while (current.step?.kind !== 'ending') await playOn(1)
}

const runsKept = () => db.runs.toArray()
const picksKept = async (run = current.run?.id ?? '') =>
  (await db.records.where('run').equals(run).sortBy('seq')).map(({ pick }) => pick)

describe('a new run', () => {
  it('begins at the first step, at the first level, in a variant of that level', async () => {
    await current.open({ module: MODULE })
    expect(current.state).toBe('playing')
    expect(current.step?.id).toBe(current.game?.scenario.start)
    expect(current.run?.level).toBe(current.game?.scenario.levels[0]?.id)
    const variant = current.game?.scenario.variants.find(({ id }) => id === current.run?.variant)
    expect(variant?.levels).toContain(current.run?.level)
  })

  it('begins at the level and in the variant asked for', async () => {
    await current.open({ module: OTHER })
    const { levels, variants } = current.game?.scenario ?? { levels: [], variants: [] }
    const level = levels.at(-1)?.id ?? ''
    const variant = variants.findLast((one) => one.levels.includes(level))?.id ?? ''
    await current.open({ module: OTHER, level, variant })
    expect(current.run).toMatchObject({ level, variant })
  })

  it('of a module nobody knows is not begun', async () => {
    await current.open({ module: 'no-such-module' })
    expect(current.state).toBe('unknown')
  })

  describe('of a module that does not come', () => {
    const missing = (answer: () => Promise<never>) => {
      const module = shipped[MODULE]
      if (!module) throw new Error(`There is no ${MODULE}.`)
      vi.spyOn(module, 'load').mockImplementation(answer)
    }

    it('is not begun, and the learner is told that the network is missing', async () => {
      missing(() => Promise.reject(new TypeError('offline')))
      await current.open({ module: MODULE })
      expect(current.state).toBe('offline')
      expect(current.run).toBeUndefined()
    })

    it('is told to nobody once the learner has left for another', async () => {
      let fail = () => {}
      missing(() => new Promise((_, reject) => (fail = () => reject(new TypeError('offline')))))
      const first = current.open({ module: MODULE })
      await current.open({ module: OTHER })
      fail()
      await first
      expect(current.state).toBe('playing')
      expect(current.run?.scenario).toBe(OTHER)
    })
  })

  it('that is not open yet has no step, and no gesture changes anything', async () => {
    expect(current.step).toBeUndefined()
    expect(current.canBack).toBe(false)
    await current.choose('any')
    await current.back()
    await current.takeHere()
    expect(current.state).toBe('empty')
    expect(await db.records.count()).toBe(0)
  })
})

describe('a choice', () => {
  it('is shown only once it is on the disk', async () => {
    await current.open({ module: MODULE })
    const keptWhenShown: Promise<number>[] = []
    watch(
      () => current.moves,
      () => keptWhenShown.push(db.records.count()),
      { flush: 'sync' },
    )
    await playOn(3)
    expect(await Promise.all(keptWhenShown)).toEqual([1, 2, 3])
  })

  it('tapped twice counts once', async () => {
    await current.open({ module: MODULE })
    const { pick } = firstMove()
    await Promise.all([current.choose(pick), current.choose(pick)])
    expect(current.moves).toHaveLength(1)
    expect(await picksKept()).toEqual([pick])
  })

  it('with words of the learner keeps them', async () => {
    const isOver = () => ['write', 'ending'].includes(current.step?.kind ?? '')
    for (const module of Object.keys(shipped)) {
      await current.open({ module })
      while (!isOver()) await playOn(1)
      if (current.step?.kind === 'write') break
    }
    await current.choose('written', 'Mes mots.')
    expect(current.moves.at(-1)?.text).toBe('Mes mots.')
    const records = await db.records
      .where('run')
      .equals(current.run?.id ?? '')
      .sortBy('seq')
    expect(records.at(-1)).toMatchObject({ pick: 'written', text: 'Mes mots.' })
  })

  it('that is not possible changes nothing', async () => {
    await current.open({ module: MODULE })
    const before = current.snapshot
    await current.choose('no_such_choice')
    expect(current.snapshot).toBe(before)
    expect(await db.records.count()).toBe(0)
  })

  it('being kept while the learner leaves is kept, and disturbs no other run', async () => {
    await current.open({ module: MODULE })
    const first = current.run?.id
    const { pick } = firstMove()
    const leaving = current.choose(pick)
    const opening = current.open({ module: OTHER })
    await Promise.all([leaving, opening])
    expect(current.run?.scenario).toBe(OTHER)
    expect(current.moves).toEqual([])
    expect(current.feedback).toBeUndefined()
    expect(current.step?.id).toBe(current.game?.scenario.start)
    await vi.waitFor(async () => expect(await picksKept(first)).toEqual([pick]))
  })
})

describe('a run left and opened again', () => {
  it('goes on where it was', async () => {
    await current.open({ module: MODULE })
    await playOn(4)
    const { moves, step, run } = current
    current = restarted()
    await current.open({ module: MODULE })
    expect(current.run).toEqual(run)
    expect(current.moves).toEqual(moves)
    expect(current.step?.id).toBe(step?.id)
    await playOn(1)
    expect(await picksKept()).toHaveLength(5)
  })

  it('is the one asked for, among several', async () => {
    await current.open({ module: MODULE })
    await playOn(1)
    const first = current.run?.id ?? ''
    await current.open({ module: MODULE, level: current.level?.id ?? '' })
    expect(current.run?.id).not.toBe(first)
    await current.open({ module: MODULE, run: first })
    expect(current.run?.id).toBe(first)
  })

  it('is played on its own text, though the app has another one since', async () => {
    await current.open({ module: MODULE })
    await playOn(1)
    const id = current.run?.id ?? ''
    const kept = await db.texts.toCollection().first()
    if (!kept) throw new Error('The text is not kept.')
    const text = kept.text.replaceAll('"text":"', '"text":"Autrefois : ')
    await db.texts.put({ ...kept, text })
    current = restarted()
    await current.open({ module: MODULE, run: id })
    expect(JSON.stringify(current.step)).toContain('Autrefois : ')
  })

  it('with a move that is not possible any more loses nothing of what comes after', async () => {
    await current.open({ module: MODULE })
    await playOn(2)
    const { run } = current
    const records = await db.records.toArray()
    if (!run) throw new Error('There is no run.')
    await db.records.add(nextRecord(run, records.at(-1), { step: 'gone', pick: 'next' }, 1))
    current = restarted()
    await current.open({ module: MODULE })
    expect(current.moves).toHaveLength(2)
    await playOn(2)
    const { moves, step } = current
    current = restarted()
    await current.open({ module: MODULE })
    expect(current.moves).toEqual(moves)
    expect(current.step?.id).toBe(step?.id)
  })

  it('says when a part of it was damaged, and goes on from the last sound choice', async () => {
    await current.open({ module: MODULE })
    await playOn(3)
    const [, second] = await db.records.toArray()
    await db.records.update([second?.run ?? '', 1], { pick: 'x' })
    current = restarted()
    await current.open({ module: MODULE })
    expect(current.notice).toEqual({ kind: 'quarantined' })
    expect(current.moves).toHaveLength(1)
    await playOn(1)
    expect(await picksKept()).toHaveLength(2)
  })
})

describe('opening several times in a row', () => {
  it('shows the last one asked for', async () => {
    await Promise.all([current.open({ module: MODULE }), current.open({ module: OTHER })])
    expect(current.run?.scenario).toBe(OTHER)
    await playOn(1)
    expect(await picksKept()).toHaveLength(1)
  })

  it('begins one run, not two', async () => {
    await current.open({ module: MODULE })
    await current.open({ module: MODULE })
    await playOn(1)
    expect(await runsKept()).toHaveLength(1)
  })
})

describe('a step back', () => {
  it('returns to the moment before the last decision, and erases nothing', async () => {
    await current.open({ module: MODULE })
    await playToDecision()
    const before = current.moves.slice(0, -1)
    const asked = current.moves.at(-1)?.step
    const kept = await picksKept()
    await current.back()
    expect(current.moves).toEqual(before)
    expect(current.step?.id).toBe(asked)
    expect(await picksKept()).toEqual([...kept, `<${before.length}`])
    current = restarted()
    await current.open({ module: MODULE })
    expect(current.moves).toEqual(before)
  })

  it('is offered unless an accepted assignment refuses it', async () => {
    await current.open({ module: MODULE })
    await playToDecision()
    expect(current.canBack).toBe(true)
    leaveAssignmentSigns([{ id: 'x', modules: [MODULE], stepBack: false }])
    current = restarted()
    await current.open({ module: MODULE })
    expect(current.canBack).toBe(false)
  })

  it('waits for a choice that is being kept', async () => {
    await current.open({ module: MODULE })
    await playToDecision()
    const count = current.moves.length
    const choosing = current.choose(firstMove().pick)
    await current.back()
    await choosing
    expect(current.moves).toHaveLength(count + 1)
  })

  it('is kept though the learner leaves meanwhile, and disturbs no other run', async () => {
    await current.open({ module: MODULE })
    await playToDecision()
    const first = current.run?.id
    const kept = await picksKept()
    await Promise.all([current.back(), current.open({ module: OTHER })])
    expect(current.run?.scenario).toBe(OTHER)
    expect(current.moves).toEqual([])
    expect(current.busy).toBe(false)
    expect(await picksKept(first)).toHaveLength(kept.length + 1)
  })

  it('is not shown where another tab has played on', async () => {
    await current.open({ module: MODULE })
    await playToDecision()
    const { run, moves } = current
    const last = await db.records.toCollection().last()
    if (!run) throw new Error('There is no run.')
    await db.records.add(nextRecord(run, last, { step: 'x', pick: 'theirs' }, 1))
    await current.back()
    expect(current.moves).toEqual(moves)
    expect(current.notice).toEqual({ kind: 'taken' })
    await current.back()
    await current.choose(firstMove().pick)
    expect(await picksKept()).toHaveLength(moves.length + 1)
  })

  it('is not possible before the first decision', async () => {
    await current.open({ module: MODULE })
    expect(current.canBack).toBe(false)
    await current.back()
    expect(await db.records.count()).toBe(0)
  })
})

describe('playing again from an earlier moment', () => {
  it('begins another run that stands at that very moment', async () => {
    await current.open({ module: MODULE })
    await playOn(5)
    const { run, moves } = current
    await playToEnding()
    await current.open({ module: MODULE, from: { run: run?.id ?? '', moves: 5 } })
    expect(current.moves).toEqual(moves)
    expect(current.run).toMatchObject({
      level: run?.level,
      variant: run?.variant,
      seed: run?.seed,
      from: { run: run?.id, seq: 5 },
    })
    expect(current.run?.id).not.toBe(run?.id)
    await playOn(1)
    expect(await picksKept()).toHaveLength(6)
  })
})

describe('the coach', () => {
  it('explains at once on a first play, and waits for the debrief on later ones', async () => {
    await current.open({ module: MODULE })
    expect(current.notesNow).toBe(true)
    await playToEnding()
    await current.open({ module: MODULE, level: current.level?.id ?? '' })
    expect(current.notesNow).toBe(false)
    await current.open({ module: OTHER })
    expect(current.notesNow).toBe(true)
  })
})

describe('a run that reached its ending', () => {
  it('is closed, and a new one begins next time', async () => {
    await current.open({ module: MODULE })
    await playToEnding()
    const { run, step } = current
    expect(await db.runs.get(run?.id ?? '')).toMatchObject({ ending: step?.id })
    await current.open({ module: MODULE })
    expect(current.run?.id).not.toBe(run?.id)
    expect(current.moves).toEqual([])
  })
})

describe('when the device keeps nothing', () => {
  it('because it refuses, play goes on and the learner is told', async () => {
    vi.spyOn(db, 'transaction').mockRejectedValue(new DOMException('private', 'InvalidStateError'))
    await current.open({ module: MODULE })
    await playOn(3)
    expect(current.notice).toEqual({ kind: 'refused' })
    expect(current.moves).toHaveLength(3)
  })

  it('because it is full, play goes on, and no later choice is kept with a hole before it', async () => {
    await current.open({ module: MODULE })
    await playOn(1)
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
    db.records.hook('creating', full)
    await playOn(1)
    db.records.hook('creating').unsubscribe(full)
    expect(current.notice).toEqual({ kind: 'full' })
    await playOn(2)
    expect(current.moves).toHaveLength(4)
    expect(await picksKept()).toHaveLength(1)
  })

  it('because a later version owns the data, play goes on and nothing is written', async () => {
    await current.open({ module: MODULE })
    await playOn(1)
    await db.meta.put({ key: 'epoch', value: 99 })
    await playOn(1)
    expect(current.notice).toEqual({ kind: 'newer' })
    expect(await picksKept()).toHaveLength(1)
    await db.meta.put({ key: 'epoch', value: 1 })
  })
})

describe('when the runs of the device cannot be read', () => {
  it('a new one begins, and the learner is told', async () => {
    await current.open({ module: MODULE })
    await playOn(1)
    const first = current.run?.id
    vi.spyOn(db.runs, 'orderBy').mockImplementation(() => {
      throw new DOMException('disk', 'UnknownError')
    })
    current = restarted()
    const opening = current.open({ module: MODULE })
    await opening
    expect(current.run?.id).not.toBe(first)
    expect(current.moves).toEqual([])
    expect(current.notice).toEqual({ kind: 'broken' })
  })

  it('nobody is told who has left meanwhile', async () => {
    await current.open({ module: MODULE })
    current = restarted()
    vi.spyOn(db.runs, 'orderBy').mockImplementationOnce(() => {
      void current.close()
      throw new DOMException('disk', 'UnknownError')
    })
    await current.open({ module: MODULE })
    expect(current.notice).toBeUndefined()
    expect(current.state).toBe('empty')
  })
})

describe('a run that another tab plays', () => {
  it('is only looked at, as soon as a move of the other is found', async () => {
    await current.open({ module: MODULE })
    await playOn(1)
    const { run, moves } = current
    const [last] = await db.records.toArray()
    if (!run) throw new Error('There is no run.')
    await db.records.add(nextRecord(run, last, { step: 'x', pick: 'theirs' }, 1))
    await playOn(1)
    expect(current.moves).toEqual(moves)
    expect(current.notice).toEqual({ kind: 'taken' })
    expect(current.readOnly).toBe(true)
    expect(await picksKept()).toEqual([moves[0]?.pick, 'theirs'])
  })
})

describe('the lock of a run', () => {
  const held = new Set<string>()
  beforeEach(() => {
    held.clear()
    vi.stubGlobal('navigator', {
      locks: {
        request: async (name: string, _: object, work: (lock: object | null) => unknown) => {
          if (held.has(name)) return work(null)
          held.add(name)
          await work({ name })
          held.delete(name)
        },
      },
    })
  })

  it('held by another tab lets one only look, until that tab gives the run', async () => {
    await current.open({ module: MODULE })
    await playOn(2)
    const other = current
    current = restarted()
    await current.open({ module: MODULE })
    expect(current.notice).toEqual({ kind: 'taken' })
    await playOn(1)
    expect(current.moves).toHaveLength(2)

    await current.takeHere()
    expect(current.readOnly).toBe(false)
    expect(other.readOnly).toBe(true)
    await playOn(1)
    expect(await picksKept()).toHaveLength(3)
    await other.close()
    expect([...held], 'the lock is that of the tab which plays').toHaveLength(1)
  })

  it('is given back when the learner leaves while it comes', async () => {
    await current.open({ module: MODULE })
    await playOn(1)
    const other = current
    current = restarted()
    await current.open({ module: MODULE })
    const taking = current.takeHere()
    await current.close()
    await taking
    await other.close()
    expect([...held]).toEqual([])
  })

  it('that the other tab does not give leaves this one looking on', async () => {
    await current.open({ module: MODULE })
    await playOn(1)
    const { run } = current
    await current.close()
    held.add(`run:${run?.id}`)
    await current.open({ module: MODULE })
    expect(current.readOnly).toBe(true)
    await current.takeHere()
    expect(current.readOnly).toBe(true)
    expect(current.moves).toHaveLength(1)
  })

  it('is held while it is played, and given back when it is left', async () => {
    await current.open({ module: MODULE })
    await playOn(1)
    await vi.waitFor(() => expect([...held]).toEqual([`run:${current.run?.id}`]))
    await current.close()
    await vi.waitFor(() => expect([...held]).toEqual([]))
  })

  it('is given back even when the learner leaves before the run is on the disk', async () => {
    await current.open({ module: MODULE })
    await current.close()
    await vi.waitFor(async () => expect(await runsKept()).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([...held]).toEqual([])
  })

  it('is still held by this tab after it opened the same run again', async () => {
    await current.open({ module: MODULE })
    await playOn(1)
    await current.open({ module: MODULE })
    await current.open({ module: MODULE })
    expect(current.notice).toBeUndefined()
    await vi.waitFor(() => expect([...held]).toHaveLength(1))
  })
})

describe('a browser that deletes the database under an open run', () => {
  it('has the run kept again, whole, and the learner is told', async () => {
    await current.open({ module: MODULE })
    await playOn(3)
    const { run, moves } = current
    await Promise.all([db.runs.clear(), db.records.clear(), db.texts.clear()])
    await playOn(2)
    expect(current.notice).toEqual({ kind: 'rebuilt', count: 1 })
    expect(await picksKept()).toHaveLength(5)
    current = restarted()
    await current.open({ module: MODULE })
    expect(current.run).toEqual(run)
    expect(current.moves.slice(0, 3)).toEqual(moves)
    expect(current.moves).toHaveLength(5)
  })
})
