import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { erasers } from '../data/erase'
import { leaveWhenErased, useErase } from './erase'

const answers = () => Promise.resolve(new Response())
const offline = () => Promise.reject(new TypeError('offline'))

beforeEach(() => {
  setActivePinia(createPinia())
  vi.stubGlobal('fetch', answers)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('after erasing everything', () => {
  it('the app starts again', async () => {
    const leave = vi.fn()
    await useErase().eraseEverything(leave)
    expect(leave).toHaveBeenCalledOnce()
  })

  it('without the network, the app stays and says that it is gone', async () => {
    vi.stubGlobal('fetch', offline)
    const leave = vi.fn()
    const store = useErase()
    await store.eraseEverything(leave)
    expect(leave).not.toHaveBeenCalled()
    expect(store.state).toBe('gone')
  })

  it('with something left, the app stays, names it, and can try again', async () => {
    const leave = vi.fn()
    const files = vi.spyOn(erasers, 'files').mockRejectedValueOnce(new Error('locked'))
    const store = useErase()
    await store.eraseEverything(leave)
    expect(store.state).toBe('incomplete')
    expect(store.left).toEqual(['files'])
    expect(leave).not.toHaveBeenCalled()

    files.mockResolvedValue()
    await store.eraseEverything(leave)
    expect(leave).toHaveBeenCalledOnce()
  })

  it('the other tabs leave too', async () => {
    const left = new Promise<void>((resolve) => leaveWhenErased(resolve))
    const otherTab = new BroadcastChannel('atdj.erase')
    otherTab.postMessage('erased')
    await left
    otherTab.close()
  })
})
