import { test as base, expect } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { createStaticServer } from '../../src/cli/serve.mjs'

type Site = Awaited<ReturnType<typeof createStaticServer>>

const root = fileURLToPath(new URL('../../dist', import.meta.url))

/**
 * The built app on its own port. Every journey also fails on a Content-Security-Policy violation, on a script error
 * and on any request to another origin.
 */
export const test = base.extend<{ faults: string[] }, { site: Site }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's text
    async ({}, use) => {
      const site = await createStaticServer({ root })
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  faults: [
    async ({ context, site }, use) => {
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
        if (url.protocol.startsWith('http') && url.origin !== new URL(site.url).origin) {
          faults.push(`Request to another origin: ${request.url()}`)
        }
      })
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
