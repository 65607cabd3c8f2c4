import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser, createUpdates, type Outside } from './updates'

const HOUR = 3_600_000
const free = () => Promise.resolve(false)
const playing = () => Promise.resolve(true)

let listeners: Record<string, () => void>
let toForeground: () => void
let now: number
let controlled: boolean

const worker = {
  addEventListener: (type: string, listener: () => void) => (listeners[type] = listener),
  register: vi.fn(),
  update: vi.fn(),
  messageSkipWaiting: vi.fn(),
}
const reload = vi.fn()
const outside: Outside = {
  worker: () => Promise.resolve(worker),
  ready: () => Promise.resolve(),
  isControlled: () => controlled,
  onForeground: (listener) => (toForeground = listener),
  reload,
  now: () => now,
}

/** The browser tells of a new version, or of the one now in use. */
function browserSays(type: 'waiting' | 'controlling'): void {
  listeners[type]?.()
}

async function backToForeground(after: number): Promise<void> {
  now += after
  toForeground()
  await Promise.resolve()
  await Promise.resolve()
}

beforeEach(() => {
  vi.resetAllMocks()
  worker.register.mockResolvedValue(undefined)
  worker.update.mockResolvedValue(undefined)
  listeners = {}
  now = 1_800_000_000_000
  controlled = true
})

describe('the app on the device', () => {
  it('is ready offline once a worker serves it', async () => {
    const { offlineReady, startUpdates } = createUpdates(outside)
    expect(offlineReady.value).toBe(false)
    await startUpdates(free)
    expect(offlineReady.value).toBe(true)
  })

  it('is not ready offline where there is no worker', async () => {
    const none = { ...outside, worker: () => Promise.resolve(undefined) }
    const { offlineReady, startUpdates, applyUpdate } = createUpdates(none)
    await startUpdates(free)
    await applyUpdate()
    expect(offlineReady.value).toBe(false)
    expect(reload).not.toHaveBeenCalled()
  })

  it('works on when the worker cannot be registered', async () => {
    worker.register.mockRejectedValue(new TypeError('network'))
    const { startUpdates } = createUpdates({
      ...outside,
      ready: () => new Promise(() => undefined),
    })
    await startUpdates(free)
    expect(worker.update).not.toHaveBeenCalled()
  })
})

describe('a new version', () => {
  it('is offered, and nothing reloads before a yes', async () => {
    const { updateReady, startUpdates } = createUpdates(outside)
    await startUpdates(free)
    browserSays('waiting')
    expect(updateReady.value).toBe(true)
    expect(worker.messageSkipWaiting).not.toHaveBeenCalled()
    expect(reload).not.toHaveBeenCalled()
  })

  it('reloads the page once it is in use, after a yes', async () => {
    const { startUpdates, applyUpdate } = createUpdates(outside)
    await startUpdates(free)
    browserSays('waiting')
    await applyUpdate()
    expect(worker.messageSkipWaiting).toHaveBeenCalledOnce()
    expect(reload).not.toHaveBeenCalled()
    browserSays('controlling')
    expect(reload).toHaveBeenCalledOnce()
  })

  it('waits while a run is being played', async () => {
    let answer = playing
    const { updateReady, startUpdates, applyUpdate } = createUpdates(outside)
    await startUpdates(() => answer())
    browserSays('waiting')
    await applyUpdate()
    expect(worker.messageSkipWaiting).not.toHaveBeenCalled()
    expect(updateReady.value).toBe(true)

    answer = free
    await applyUpdate()
    expect(worker.messageSkipWaiting).toHaveBeenCalledOnce()
  })

  it('accepted in another tab does not reload this one, but is offered here', async () => {
    const { updateReady, startUpdates, applyUpdate } = createUpdates(outside)
    await startUpdates(free)
    browserSays('controlling')
    expect(reload).not.toHaveBeenCalled()
    expect(updateReady.value).toBe(true)
    await applyUpdate()
    expect(reload).toHaveBeenCalledOnce()
  })

  it('is not announced when the very first worker takes the page in charge', async () => {
    controlled = false
    const { updateReady, startUpdates } = createUpdates(outside)
    await startUpdates(free)
    browserSays('controlling')
    expect(updateReady.value).toBe(false)
    browserSays('controlling')
    expect(updateReady.value).toBe(true)
  })
})

describe('in this very browser', () => {
  it('looking again happens when the page comes back to the front, not when it leaves', async () => {
    const updates = createUpdates({ ...browser, worker: outside.worker, now: () => now })
    vi.stubGlobal('navigator', { serviceWorker: { ready: Promise.resolve(), controller: null } })
    await updates.startUpdates(free)
    expect(updates.offlineReady.value).toBe(true)
    expect(worker.update).toHaveBeenCalledTimes(1)
    const shown = vi.spyOn(document, 'visibilityState', 'get')
    for (const [state, times] of [
      ['hidden', 1],
      ['visible', 2],
    ] as const) {
      now += 2 * HOUR
      shown.mockReturnValue(state)
      document.dispatchEvent(new Event('visibilitychange'))
      for (let turn = 0; turn < 10; turn++) await Promise.resolve()
      expect(worker.update, state).toHaveBeenCalledTimes(times)
    }
    browserSays('controlling')
    expect(updates.updateReady.value, 'the first worker is no update').toBe(false)
    vi.unstubAllGlobals()
  })
})

it('a page that this very browser gives with a worker takes the next one for an update', async () => {
  const updates = createUpdates({ ...browser, worker: outside.worker, now: () => now })
  vi.stubGlobal('navigator', { serviceWorker: { ready: Promise.resolve(), controller: {} } })
  await updates.startUpdates(free)
  browserSays('controlling')
  expect(updates.updateReady.value).toBe(true)
  vi.unstubAllGlobals()
})

describe('looking for a new version', () => {
  it('happens at the start, then on coming back, once an hour at most', async () => {
    const { startUpdates } = createUpdates(outside)
    await startUpdates(free)
    expect(worker.update).toHaveBeenCalledTimes(1)
    await backToForeground(HOUR - 1)
    expect(worker.update).toHaveBeenCalledTimes(1)
    await backToForeground(1)
    expect(worker.update).toHaveBeenCalledTimes(2)
  })

  it('goes on when the clock was set back by a year', async () => {
    const { startUpdates } = createUpdates(outside)
    await startUpdates(free)
    await backToForeground(-365 * 24 * HOUR)
    expect(worker.update).toHaveBeenCalledTimes(2)
  })

  it('never happens while a run is being played, nor when one is already waiting', async () => {
    let answer = playing
    const { startUpdates } = createUpdates(outside)
    await startUpdates(() => answer())
    await backToForeground(2 * HOUR)
    expect(worker.update).not.toHaveBeenCalled()

    answer = free
    browserSays('waiting')
    await backToForeground(2 * HOUR)
    expect(worker.update).not.toHaveBeenCalled()
  })

  it('may fail without a word', async () => {
    worker.update.mockRejectedValue(new TypeError('offline'))
    await expect(createUpdates(outside).startUpdates(free)).resolves.toBeUndefined()
  })
})
