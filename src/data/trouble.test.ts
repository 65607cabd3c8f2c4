import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { StorageTrouble, troubleOf } from './trouble'

/** What Dexie throws when a transaction fails inside. */
function wrapped(name: string): Error {
  return new Dexie.AbortError('aborted', new DOMException('inside', name))
}

describe('a failure of the storage', () => {
  it.each([
    ['full', new DOMException('no room', 'QuotaExceededError')],
    ['full', wrapped('QuotaExceededError')],
    ['taken', new DOMException('already there', 'ConstraintError')],
    ['refused', new Dexie.MissingAPIError('no IndexedDB')],
    ['refused', new DOMException('policy', 'SecurityError')],
    ['refused', new DOMException('private', 'InvalidStateError')],
    ['blocked', wrapped('TimeoutError')],
    ['broken', new DOMException('disk', 'UnknownError')],
    ['broken', new Error('anything')],
    ['broken', 'not even an error'],
    ['broken', undefined],
  ])('is told as %s: %s', (kind, error) => {
    expect(troubleOf(error).kind).toBe(kind)
  })

  it('keeps its cause, for whoever looks', () => {
    const cause = new Error('why')
    expect(troubleOf(cause).cause).toBe(cause)
  })

  it('that already has a name keeps it', () => {
    const trouble = new StorageTrouble('newer')
    expect(troubleOf(trouble)).toBe(trouble)
  })
})
