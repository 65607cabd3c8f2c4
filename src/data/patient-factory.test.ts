import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { patientIndexedDB } from './patient-factory'

/** A request to open a database, answered when the test says so. */
class Opening extends EventTarget {
  onerror: ((event: { target?: { error?: Error } | null }) => void) | null = null
  onsuccess: (() => void) | null = null
  onupgradeneeded: (() => void) | null = null
  readonly result = { close: vi.fn() }
  readonly transaction = { abort: vi.fn() }
}

let request: Opening
const refused = vi.fn<(name: string | undefined) => void>()

beforeEach(() => {
  vi.useFakeTimers()
  refused.mockClear()
  request = new Opening()
  vi.stubGlobal('indexedDB', {
    open: () => request,
    cmp: () => 1,
    databases: () => Promise.resolve([]),
    deleteDatabase: (name: string) => name,
  })
  patientIndexedDB().indexedDB?.open('any', 1)
  request.onerror = ({ target }) => refused(target?.error?.name)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('a database that never answers is given up after ten seconds', () => {
  vi.advanceTimersByTime(9_900)
  expect(refused).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200)
  expect(refused).toHaveBeenCalledWith('TimeoutError')
})

it.each(['success', 'error', 'upgradeneeded'])('one that answers (%s) is not', (answer) => {
  request.dispatchEvent(new Event(answer))
  vi.advanceTimersByTime(60_000)
  expect(refused).not.toHaveBeenCalledWith('TimeoutError')
})

it('one that another tab blocks is given up sooner, unless the tab gives way', () => {
  request.dispatchEvent(new Event('blocked'))
  vi.advanceTimersByTime(2_100)
  expect(refused).toHaveBeenCalledTimes(1)
})

it('an answer that comes too late leaves no handle open and changes nothing', () => {
  vi.advanceTimersByTime(10_100)
  request.onupgradeneeded?.()
  expect(request.transaction.abort).toHaveBeenCalled()
  request.onsuccess?.()
  expect(request.result.close).toHaveBeenCalled()
})

it('everything else is asked of the browser as it is', async () => {
  const factory = patientIndexedDB().indexedDB
  expect(factory?.cmp(2, 1)).toBe(1)
  expect(await factory?.databases()).toEqual([])
  expect(factory?.deleteDatabase('any')).toBe('any')
})

it('a browser without IndexedDB, or that does not show it, gives nothing', () => {
  vi.stubGlobal('indexedDB', undefined)
  expect(patientIndexedDB()).toEqual({})
  const refuse = () => {
    throw new DOMException('no', 'SecurityError')
  }
  Object.defineProperty(globalThis, 'indexedDB', { get: refuse, configurable: true })
  expect(patientIndexedDB()).toEqual({})
})
