import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { missingPart, watchMissingParts } from './missing-part'

let host: string | undefined

beforeAll(() =>
  watchMissingParts(
    () => 'index-1.js',
    () => Promise.resolve(host),
  ),
)
beforeEach(() => (missingPart.value = undefined))

describe('a part that does not load', () => {
  it.each([
    ['offline', 'the host does not answer', undefined],
    ['update', 'the host has another build', 'index-2.js'],
    ['unknown', 'the host has the same build', 'index-1.js'],
  ])('is told as %s when %s', async (reason, _, build) => {
    host = build
    const event = new Event('vite:preloadError', { cancelable: true })
    dispatchEvent(event)
    await nextTick()
    expect(missingPart.value).toBe(reason)
    // The router still gets the error: a screen that never comes must not look like an empty one.
    expect(event.defaultPrevented).toBe(false)
  })
})
