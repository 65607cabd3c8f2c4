import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as install from './install'

type Install = typeof install

const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15'
const android = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/140.0 Mobile'
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15'

let fromHomeScreen: boolean

beforeEach(() => {
  localStorage.clear()
  vi.resetModules()
  fromHomeScreen = false
  vi.stubGlobal('matchMedia', () => ({ matches: fromHomeScreen }))
})
afterEach(() => vi.unstubAllGlobals())

/** Opens the app on a device. */
async function opened(navigator: object = { userAgent: android }): Promise<Install> {
  vi.stubGlobal('navigator', navigator)
  const app = await import('./install')
  app.watchInstall()
  return app
}

/** The browser offers to install, and the user will give this answer. */
function offered(outcome: 'accepted' | 'dismissed'): Event {
  const event = new Event('beforeinstallprompt', { cancelable: true })
  const prompt = () => Promise.resolve({ outcome })
  dispatchEvent(Object.assign(event, { prompt }))
  return event
}

describe('installing from the browser’s own dialog', () => {
  it('is possible once the browser offers it, and the browser does not show it by itself', async () => {
    const app = await opened()
    expect(app.canInstall.value).toBe(false)
    expect(offered('accepted').defaultPrevented).toBe(true)
    expect(app.canInstall.value).toBe(true)
  })

  it('is possible though the offer came before the app looked at the device', async () => {
    await import('./install-offer')
    offered('accepted')
    expect((await opened()).canInstall.value).toBe(true)
  })

  it('uses the offer once, then waits for the browser to say that it is done', async () => {
    const app = await opened()
    offered('accepted')
    await app.install()
    expect(app.canInstall.value).toBe(false)
    expect(app.isInstalled.value).toBe(false)
    dispatchEvent(new Event('appinstalled'))
    expect(app.isInstalled.value).toBe(true)
  })

  it('is not proposed again after a no, even at the next opening', async () => {
    const app = await opened()
    offered('dismissed')
    await app.install()
    expect(app.isDeclined.value).toBe(true)
    vi.resetModules()
    expect((await opened()).isDeclined.value).toBe(true)
  })

  it('can be put away when nothing can be remembered', async () => {
    const app = await opened()
    vi.stubGlobal('localStorage', undefined)
    app.declineInstall()
    expect(app.isDeclined.value).toBe(true)
  })
})

describe('installing by hand', () => {
  it.each([
    ['an iPhone', { userAgent: iphone }, true],
    ['an iPad', { userAgent: mac, platform: 'MacIntel', maxTouchPoints: 5 }, true],
    ['a Mac', { userAgent: mac, platform: 'MacIntel', maxTouchPoints: 0 }, false],
    ['an Android phone', { userAgent: android }, false],
  ])('is explained on %s: %s', async (_, navigator, byHand) => {
    expect((await opened(navigator)).isByHand.value).toBe(byHand)
  })
})

describe('the installed app', () => {
  it('knows that it runs from the home screen', async () => {
    expect((await opened({ userAgent: iphone, standalone: true })).isInstalled.value).toBe(true)
    vi.resetModules()
    fromHomeScreen = true
    expect((await opened()).isInstalled.value).toBe(true)
  })
})
