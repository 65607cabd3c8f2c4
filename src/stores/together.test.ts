import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SchoolClass } from '../core/class/kept'
import { openMoves } from '../core/play'
import { classesIn } from '../data/classes'
import { db } from '../data/db'
import { useTogether } from './together'

const MODULE = 'allo-le-cfa'
const school: SchoolClass = {
  id: 'c'.repeat(32),
  name: '2de pro Cuisine',
  createdAt: 1,
  eraseOn: '2027-07-31',
}

let together: ReturnType<typeof useTogether>

beforeEach(async () => {
  await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()))
  await classesIn().save(school)
  together = await restarted()
  const { levels, variants } = together.open!.pack.scenario
  await together.begin(school.id, levels[0]!.id, variants[0]!.id)
})
afterEach(() => vi.restoreAllMocks())

/** The page reloaded: nothing left in memory. */
async function restarted(id?: string) {
  setActivePinia(createPinia())
  const store = useTogether()
  await store.load(school.id, MODULE, id)
  return store
}

const kept = async () => (await classesIn().get(school.id))?.together ?? []

/** The first gesture possible here. */
function firstPick(): string {
  const { open, snapshot } = together
  const made = open && snapshot && openMoves(open.game, snapshot)[0]
  if (!made) throw new Error('There is nothing to do here.')
  return made.pick
}

async function toDecision(): Promise<void> {
  while (together.step?.kind !== 'decision') await together.choose(firstPick())
}

async function toEnding(): Promise<void> {
  while (together.step?.kind !== 'ending') await together.choose(firstPick())
}

describe('a play together', () => {
  it('keeps each choice with the hands that were counted', async () => {
    await toDecision()
    const before = together.play!.moves.length
    const pick = firstPick()
    await together.choose(pick, { [pick]: 14 })
    const [play] = await kept()
    expect(play?.moves[before]).toMatchObject({ pick, votes: { [pick]: 14 } })
  })

  it('keeps no votes when no hand was counted', async () => {
    await toDecision()
    const pick = firstPick()
    await together.choose(pick, { [pick]: 0 })
    expect((await kept())[0]?.moves.at(-1)).not.toHaveProperty('votes')
  })

  it('changes nothing for a choice that is not offered', async () => {
    await together.choose('nulle_part')
    expect((await kept())[0]?.moves).toEqual([])
  })

  it('makes one move of two taps', async () => {
    const pick = firstPick()
    await Promise.all([together.choose(pick), together.choose(pick)])
    expect((await kept())[0]?.moves).toHaveLength(1)
  })

  it('shows what the choice brought until the class has talked about it', async () => {
    await toDecision()
    await together.choose(firstPick())
    expect(together.feedback?.said).toBeTruthy()
    together.readOn()
    expect(together.feedback).toBeUndefined()
  })

  it('is found again where it stood', async () => {
    await toDecision()
    await together.choose(firstPick())
    const { play, step } = together
    together = await restarted(play?.id)
    expect(together.step?.id).toBe(step?.id)
    expect(together.play).toEqual(play)
  })

  it('comes back to the last vote of the same play', async () => {
    await toDecision()
    const asked = together.step?.id
    await together.choose(firstPick())
    await together.back()
    expect(together.step?.id).toBe(asked)
    expect(await kept()).toHaveLength(1)
  })

  it('is told again at its end', async () => {
    await toEnding()
    expect(together.debrief?.ending?.id).toBe((await kept())[0]?.ending)
    expect(together.debrief?.turns.length).toBeGreaterThan(3)
  })

  it('takes another road from a choice, the first road kept', async () => {
    await toEnding()
    const first = together.play!
    const { index } = together.debrief!.turns[1]!
    await together.replayFrom(index)
    expect(together.play?.moves).toEqual(first.moves.slice(0, index))
    expect(together.play?.ending).toBeUndefined()
    expect(await kept()).toContainEqual(first)
    expect(together.roads.map(({ id }) => id)).toEqual([first.id, together.play?.id])
  })

  it('goes on when the memory refuses, and says so', async () => {
    vi.spyOn(db.together, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
    await together.choose(firstPick())
    expect(together.trouble).toBe('full')
    expect(together.play?.moves).toHaveLength(1)
  })

  it('is refused for a class that is not on this device', async () => {
    setActivePinia(createPinia())
    const store = useTogether()
    await store.load('d'.repeat(32), MODULE)
    expect(store.state).toBe('unknown')
  })
})
