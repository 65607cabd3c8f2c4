import { createPinia, setActivePinia } from 'pinia'
import { expect, it, vi } from 'vitest'
import { nextRecord } from '../core/chain'
import { openMoves } from '../core/play'
import { db } from '../data/db'
import { useCurrentRun } from './current-run'
import { useHistory } from './history'
import { readRunsAgain } from './returned'

it('a page that comes back where nothing is played opens nothing', async () => {
  setActivePinia(createPinia())
  const setup = { level: 'n1', variant: 'v1', seed: 1, startedAt: 1 }
  const run = { id: 'r0', scenario: 'small', version: '1.0.0', text: 'h', ...setup }
  await db.runs.add(run)
  readRunsAgain()
  await vi.waitFor(() => expect(useHistory().runs).toEqual([run]))
  expect(useCurrentRun().state).toBe('empty')
  await db.runs.clear()
})

it('a page that comes back shows what another tab has played since, and writes nothing stale', async () => {
  setActivePinia(createPinia())
  const current = useCurrentRun()
  await current.open({ module: 'je-ne-sais-pas-encore' })
  const first = () => {
    const made = current.game && current.snapshot && openMoves(current.game, current.snapshot)[0]
    if (!made) throw new Error('There is nothing to do here.')
    return made
  }
  await current.choose(first().pick)
  const { run } = current
  const last = (await db.records.toArray()).at(-1)
  if (!run) throw new Error('There is no run.')
  await db.records.add(nextRecord(run, last, first(), 2))

  expect(current.moves).toHaveLength(1)
  readRunsAgain()
  await vi.waitFor(() => expect(current.moves).toHaveLength(2), 10_000)
  await current.choose(first().pick)
  expect(current.notice).toBeUndefined()
  expect((await db.records.toArray()).map(({ seq }) => seq)).toEqual([0, 1, 2])
  await current.close()
})
