import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { openMoves } from '../core/play'
import { db } from '../data/db'
import { useCurrentRun } from './current-run'
import { useDebrief } from './debrief'

const MODULE = 'allo-le-cfa'

beforeEach(async () => {
  localStorage.clear()
  setActivePinia(createPinia())
  await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()))
})

/** Plays to an ending, always the best way or always the worst. @returns the run */
async function played(quality: 'best' | 'trap', from?: { run: string; moves: number }) {
  const current = useCurrentRun()
  await current.open({ module: MODULE, level: 'n1', ...(from ? { from } : {}) })
  while (current.step?.kind !== 'ending') {
    const { step, game, snapshot } = current
    if (!step || !game || !snapshot) throw new Error('Nothing is played.')
    const open = openMoves(game, snapshot)
    const wished =
      step.kind === 'decision'
        ? open.find(({ pick }) =>
            step.choices.some((one) => one.id === pick && one.quality === quality),
          )
        : undefined
    await current.choose((wished ?? open[0])?.pick ?? '')
  }
  const id = current.run?.id ?? ''
  await current.close()
  return id
}

async function opened(id: string) {
  const store = useDebrief()
  await store.open(id)
  return store
}

describe('the debrief of a run', () => {
  it('has nothing to compare a first play with', async () => {
    const store = await opened(await played('best'))
    expect(store.state).toBe('ready')
    expect(store.debrief?.ending).toBeDefined()
    expect(store.lastTime).toBeUndefined()
  })

  it('compares a play with the one before, whichever is opened', async () => {
    const bad = await played('trap')
    const good = await played('best')
    const store = await opened(good)
    expect(store.lastTime?.compared.ending).toBe('better')
    expect(store.lastTime?.compared.changed.length).toBeGreaterThan(0)
    expect(store.endingsFound.size).toBe(2)
    await store.open(bad)
    expect(store.lastTime).toBeUndefined()
  })

  it('compares a replay with the run it was replayed from, not with another one since', async () => {
    const bad = await played('trap')
    await played('best')
    const again = await played('trap', { run: bad, moves: 4 })
    const store = await opened(again)
    expect(store.lastTime?.compared.changed).toEqual([])
    expect(store.lastTime?.compared.ending).toBeUndefined()
  })

  it('is missing when the run is not on this device', async () => {
    expect((await opened('gone')).state).toBe('missing')
  })

  it('shows the run asked last, even when an earlier one takes longer to read', async () => {
    const [first, second] = [await played('trap'), await played('best')]
    const store = useDebrief()
    await Promise.all([store.open(first), store.open(second)])
    expect(store.run?.id).toBe(second)
  })
})
