import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isAnyRunOwned, ownRun, takeRun, type Ownership } from './tabs'

/** Web Locks as the standard says, for one page: Node has none before version 24. */
function lockManager() {
  const held = new Set<string>()
  return {
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
    request: async (
      name: string,
      _options: { ifAvailable: true },
      work: (lock: { name: string } | null) => Promise<void> | undefined,
    ) => {
      if (held.has(name)) return work(null)
      held.add(name)
      await work({ name })
      held.delete(name)
    },
  }
}

const owned: Ownership[] = []
const own = async (id: string, onAsked = () => undefined) => {
  const ownership = await ownRun(id, onAsked)
  if (ownership) owned.push(ownership)
  return ownership
}

/** What is said next between the tabs. */
function nextWord(): Promise<unknown> {
  const channel = new BroadcastChannel('a-toi-de-jouer')
  return new Promise((resolve) => {
    channel.onmessage = ({ data }) => {
      channel.close()
      resolve(data)
    }
  })
}

beforeEach(() => vi.stubGlobal('navigator', { locks: lockManager() }))
afterEach(async () => {
  for (const ownership of owned.splice(0)) await ownership.release()
  vi.unstubAllGlobals()
})

describe('a run', () => {
  it('has one owner at a time', async () => {
    const first = await own('r1')
    expect(first).toBeDefined()
    expect(await own('r1')).toBeUndefined()
    expect(await own('r2')).toBeDefined()
    await first?.release()
    expect(await own('r1')).toBeDefined()
  })

  it('is given by its owner when another tab takes it', async () => {
    let asked = 0
    const first = await own('r1', () => {
      asked += 1
      void first?.release()
      return undefined
    })
    const second = await takeRun('r1', () => undefined)
    expect(second).toBeDefined()
    expect(asked).toBe(1)
    await second?.release()
  })

  it('is not given when another one is asked for', async () => {
    let asked = false
    await own('r1', () => void (asked = true))
    const heard = nextWord()
    const other = await takeRun('r2', () => undefined)
    expect(await heard).toBe('give:r2')
    expect(other).toBeDefined()
    expect(asked).toBe(false)
    await other?.release()
  })
})

it('a run that its owner does not give is asked for during two seconds, not more', async () => {
  await own('r1')
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  let answer: unknown = 'none'
  void takeRun('r1', () => undefined).then((taken) => (answer = taken))
  await vi.advanceTimersByTimeAsync(1_800)
  expect(answer).toBe('none')
  await vi.advanceTimersByTimeAsync(300)
  vi.useRealTimers()
  expect(answer).toBeUndefined()
})

it('a tab that gave its run back is not asked for it any more', async () => {
  let asked = 0
  const first = await own('r1', () => void (asked += 1))
  await first?.release()
  const heard = nextWord()
  const second = await takeRun('r1', () => undefined)
  expect(await heard).toBe('give:r1')
  expect(asked).toBe(0)
  await second?.release()
})

describe('updates', () => {
  it('can ask whether any tab is playing', async () => {
    expect(await isAnyRunOwned()).toBe(false)
    const ownership = await own('r1')
    expect(await isAnyRunOwned()).toBe(true)
    await ownership?.release()
    expect(await isAnyRunOwned()).toBe(false)
  })
})

it('a browser without locks lets every tab play: the keys of the records still protect the run', async () => {
  vi.stubGlobal('navigator', {})
  expect(await ownRun('r1', () => undefined)).toBeDefined()
  expect(await ownRun('r1', () => undefined)).toBeDefined()
  expect(await isAnyRunOwned()).toBe(false)
})
