import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openMoves } from '../core/play'
import { db } from '../data/db'
import { useCurrentRun } from './current-run'
import { useHistory } from './history'

const MODULE = 'je-ne-sais-pas-encore'

beforeEach(async () => {
  localStorage.clear()
  setActivePinia(createPinia())
  await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()))
})
afterEach(() => vi.restoreAllMocks())

/** Plays a new run of the module: so many moves, or to its ending. */
async function played(count = Infinity): Promise<string> {
  const current = useCurrentRun()
  await current.open({ module: MODULE, level: 'any' })
  for (let made = 0; made < count && current.step?.kind !== 'ending'; made++) {
    const { game, snapshot } = current
    const next = game && snapshot && openMoves(game, snapshot)[0]
    await current.choose(next?.pick ?? '')
  }
  const id = current.run?.id ?? ''
  await current.close()
  return id
}

async function loaded() {
  setActivePinia(createPinia())
  const history = useHistory()
  await history.load()
  return history
}

describe('the history of a device', () => {
  it('is empty at first', async () => {
    const history = await loaded()
    expect(history.runs).toEqual([])
    expect(history.pause).toBeUndefined()
    expect(history.notice).toBeUndefined()
  })

  it('counts each ending once, by module', async () => {
    await played()
    await played()
    const { endingsFound, runs } = await loaded()
    const endings = new Set(runs.map(({ ending }) => ending))
    expect(runs).toHaveLength(2)
    expect([...endingsFound.keys()]).toEqual([MODULE])
    expect(endingsFound.get(MODULE)).toEqual(endings)
  })

  it('knows where the last unfinished run stopped, and the last line said there', async () => {
    await played()
    const id = await played(3)
    const { pause } = await loaded()
    expect(pause).toMatchObject({ run: { id }, moves: 3 })
    expect(pause?.line?.text).toMatch(/\w/)
  })

  it('knows whose face goes with that line, and that nobody says what is only told', async () => {
    const at = async (step: string) => {
      const current = useCurrentRun()
      await current.open({ module: 'mon-entretien', level: 'any' })
      while (current.step?.id !== step) {
        const { game, snapshot } = current
        const next = game && snapshot && openMoves(game, snapshot)[0]
        await current.choose(next?.pick ?? '')
      }
      await current.close()
      return (await loaded()).pause?.line
    }
    expect(await at('preuve')).toMatchObject({ by: { id: 'noa', mood: 'driven' } })
    expect(await at('bus')).not.toHaveProperty('by')
  })

  it('repeats the last line with the learner’s own words in it', async () => {
    const current = useCurrentRun()
    await current.open({ module: 'mon-entretien' })
    while (current.step?.id !== 'presente') {
      const { game, snapshot } = current
      const next = game && snapshot && openMoves(game, snapshot)[0]
      if (current.step?.kind === 'write') await current.choose('written', 'cuisine')
      else await current.choose(next?.pick ?? '')
    }
    await current.close()
    expect((await loaded()).pause?.line?.text).toContain('cuisine')
  })

  it('has nothing to resume when everything is finished, or when nothing was chosen yet', async () => {
    await played()
    expect((await loaded()).pause).toBeUndefined()
    await played(0)
    await vi.waitFor(async () => expect(await db.runs.count()).toBe(2))
    expect((await loaded()).pause).toBeUndefined()
  })

  it('offers the run that can be resumed, though another was opened since without a choice', async () => {
    const id = await played(3)
    await played(0)
    await vi.waitFor(async () => expect(await db.runs.count()).toBe(2))
    expect((await loaded()).pause?.run.id).toBe(id)
  })

  it('says when the device cannot be read', async () => {
    await played(1)
    vi.spyOn(db.runs, 'orderBy').mockImplementation(() => {
      throw new DOMException('disk', 'UnknownError')
    })
    expect((await loaded()).notice).toEqual({ kind: 'broken' })
  })
})
