import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { settingValues, useSettings } from './settings'

const KEY = 'atdj.settings'
const look = document.documentElement.dataset
const boot = readFileSync('public/boot.js', 'utf8')

/** A browser that refuses to keep anything. */
const refusing = new Proxy({} as Storage, {
  get() {
    throw new DOMException('refused', 'SecurityError')
  },
})

let asked: Record<string, boolean>
let listeners: (() => void)[]

beforeEach(() => {
  setActivePinia(createPinia())
  localStorage.clear()
  for (const name of Object.keys(look)) delete look[name]
  asked = {}
  listeners = []
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      return asked[query] === true
    },
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
  }))
})
afterEach(() => vi.unstubAllGlobals())

/** The person changes the settings of the phone. */
function systemAsks(query: string): void {
  asked[query] = true
  for (const listener of listeners) listener()
}

describe('the settings in use', () => {
  it('show at once on the page and are kept', () => {
    const { settings } = useSettings()
    settings.theme = 'dark'
    settings.size = 'huge'
    expect(look).toMatchObject({ theme: 'dark', size: 'huge' })

    setActivePinia(createPinia())
    expect(useSettings().settings).toMatchObject({ theme: 'dark', size: 'huge' })
  })

  it('follow the device while the theme is left to it', () => {
    const { settings } = useSettings()
    expect(look['theme']).toBe('light')
    systemAsks('(prefers-color-scheme: dark)')
    expect(look['theme']).toBe('dark')
    systemAsks('(prefers-contrast: more)')
    expect(look['theme']).toBe('contrast')
    settings.theme = 'light'
    expect(look['theme']).toBe('light')
  })

  it('still apply when the browser refuses to keep them, and say so', () => {
    vi.stubGlobal('localStorage', refusing)
    const store = useSettings()
    store.settings.font = 'lexend'
    expect(look['font']).toBe('lexend')
    expect(store.kept).toBe(false)
  })
})

describe('the script that runs before the first paint', () => {
  const cases = Object.entries(settingValues).flatMap(([name, values]) =>
    values.map((value) => ({ name, value })),
  )
  it.each(cases)('shows $name $value as the app will', ({ name, value }) => {
    localStorage.setItem(KEY, JSON.stringify({ [name]: value }))
    asked['(prefers-color-scheme: dark)'] = true
    runInThisContext(boot)
    const first = { ...look }
    useSettings()
    expect({ ...look, ...first }).toEqual({ ...look })
  })

  it.each(['{', 'null', '7', '{"theme":{"toString":1},"size":9}', '{"theme":"neon"}'])(
    'survives %s',
    (kept) => {
      localStorage.setItem(KEY, kept)
      runInThisContext(boot)
      expect(look['theme']).toBe('light')
    },
  )

  it('survives a browser that refuses its storage', () => {
    vi.stubGlobal('localStorage', refusing)
    runInThisContext(boot)
    expect(look['theme']).toBe('light')
  })

  it('weighs less than a kilobyte on its way, with the list of the files to come', () => {
    expect(gzipSync(boot).length).toBeLessThan(1024)
  })
})
