import { describe, expect, it } from 'vitest'
import { askToPersist, storageState } from './storage'

const refuse = () => Promise.reject(new DOMException('refused', 'SecurityError'))

describe('the room given by the browser', () => {
  it('is told as the browser tells it', async () => {
    const manager = {
      persisted: () => Promise.resolve(true),
      estimate: () => Promise.resolve({ usage: 1_200_000, quota: 10 }),
    }
    expect(await storageState(manager)).toEqual({ persisted: true, bytes: 1_200_000 })
  })

  it.each([
    ['has no storage manager', undefined],
    ['knows neither question', {}],
    ['refuses to answer', { persisted: refuse, estimate: refuse }],
  ])('is unknown when the browser %s', async (_, manager) => {
    expect(await storageState(manager)).toEqual({ persisted: undefined, bytes: undefined })
  })
})

describe('asking to keep the data', () => {
  it('gives the answer of the browser', async () => {
    expect(await askToPersist({ persist: () => Promise.resolve(true) })).toBe(true)
    expect(await askToPersist({ persist: () => Promise.resolve(false) })).toBe(false)
  })

  it.each([undefined, {}, { persist: refuse }])(
    'is a no when it cannot be asked',
    async (manager) => {
      expect(await askToPersist(manager)).toBe(false)
    },
  )
})
