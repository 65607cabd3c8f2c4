import { test as base, expect, type BrowserContext } from '@playwright/test'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { builds, type Build } from './builds'

export type Site = Awaited<ReturnType<typeof createStaticServer>>

interface OfATest {
  /** Errors of the console that this journey provokes on purpose. */
  expected: RegExp | undefined
  /** Where the app is. */
  address: string
  faults: string[]
}
interface OfAWorker {
  /** Which build is served. */
  build: Build
  site: Site
}

/**
 * The built app on its own port. Every journey also fails on a Content-Security-Policy violation, on a script error
 * and on any request to another origin.
 */
export const test = base.extend<OfATest, OfAWorker>({
  build: ['shipped', { option: true, scope: 'worker' }],
  expected: [undefined, { option: true }],
  site: [
    async ({ build }, use) => {
      const site = await createStaticServer({ root: builds[build] })
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  address: async ({ site }, use) => use(site.url),
  baseURL: async ({ address }, use) => use(address),
  faults: [
    async ({ context, address, expected }, use) => {
      const faults = await watchFaults(context, address)
      await use(faults)
      expect(faults.filter((fault) => !expected?.test(fault))).toEqual([])
    },
    { auto: true },
  ],
})

/**
 * Notes everything that must not happen in a browser: refusals of the policy, errors, foreign requests.
 * @returns a list that fills as they happen
 */
export async function watchFaults(context: BrowserContext, address: string): Promise<string[]> {
  const faults: string[] = []
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`Refused by the policy: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    faults.push(`${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== new URL(address).origin) {
      faults.push(`Request to another origin: ${request.url()}`)
    }
  })
  return faults
}

export { expect }
