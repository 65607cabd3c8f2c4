import { beforeEach, describe, expect, it } from 'vitest'
import { loadSettings, saveSettings, settingValues, type Settings } from './settings'

const KEY = 'atdj.settings'
const fresh: Settings = {
  theme: 'system',
  size: 'normal',
  spacing: 'normal',
  font: 'atkinson',
  motion: 'system',
  agreement: 'n',
}

/** A browser that refuses to keep anything. */
const refusing = {
  getItem() {
    throw new DOMException('refused', 'SecurityError')
  },
  setItem() {
    throw new DOMException('full', 'QuotaExceededError')
  },
} as unknown as Storage

beforeEach(() => localStorage.clear())

describe('settings kept on the device', () => {
  it('start with the look of the device and no agreement', () => {
    expect(loadSettings()).toEqual(fresh)
  })

  it('come back as they were saved', () => {
    const chosen: Settings = {
      theme: 'contrast',
      size: 'huge',
      spacing: 'wide',
      font: 'lexend',
      motion: 'none',
      agreement: 'f',
    }
    expect(saveSettings(chosen)).toBe(true)
    expect(loadSettings()).toEqual(chosen)
  })

  it.each(Object.keys(settingValues))('replace an unknown %s and keep the others', (name) => {
    const kept = { ...fresh, theme: 'dark', size: 'large', [name]: 'unheard-of' }
    localStorage.setItem(KEY, JSON.stringify(kept))
    expect(loadSettings()).toEqual({
      ...fresh,
      theme: 'dark',
      size: 'large',
      [name]: fresh[name as keyof Settings],
    })
  })

  it.each([
    ['not JSON', '{"theme":'],
    ['null', 'null'],
    ['a number', '12'],
    ['a text', '"dark"'],
    ['a list', '["dark"]'],
    ['objects for values', '{"theme":{"toString":1},"size":["large"]}'],
    ['an inherited value', '{"__proto__":{"theme":"dark"}}'],
    ['names from elsewhere', '{"constructor":"x","admin":true}'],
  ])('are those of a new device when what was kept is %s', (_, kept) => {
    localStorage.setItem(KEY, kept)
    expect(loadSettings()).toEqual(fresh)
  })

  it('are those of a new device when the browser refuses, and say that nothing is kept', () => {
    expect(loadSettings(refusing)).toEqual(fresh)
    expect(saveSettings(fresh, refusing)).toBe(false)
  })
})
