import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reloadOnce } from './reload'

const reload = vi.fn()
let now: number
const outside = { reload, session: sessionStorage, now: () => now }

beforeEach(() => {
  sessionStorage.clear()
  reload.mockClear()
  now = 1_800_000_000_000
})

describe('a reload', () => {
  it('happens once in ten seconds', () => {
    expect(reloadOnce(outside)).toBe(true)
    now += 9_999
    expect(reloadOnce(outside)).toBe(false)
    now += 1
    expect(reloadOnce(outside)).toBe(true)
    expect(reload).toHaveBeenCalledTimes(2)
  })

  it('happens again when the clock was set back', () => {
    reloadOnce(outside)
    now -= 3_600_000
    expect(reloadOnce(outside)).toBe(true)
  })

  it('is that of this very page, remembered in this tab', () => {
    const reloading = vi.spyOn(location, 'reload').mockImplementation(() => undefined)
    expect(reloadOnce()).toBe(true)
    expect(reloadOnce()).toBe(false)
    expect(reloading).toHaveBeenCalledOnce()
    expect(sessionStorage).toHaveLength(1)
    reloading.mockRestore()
  })

  it('does not happen when it could not be remembered', () => {
    const session = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(reloadOnce({ ...outside, session })).toBe(false)
    expect(reload).not.toHaveBeenCalled()
  })
})
