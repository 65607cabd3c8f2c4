import type { Page } from '@playwright/test'
import { mkdtempSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { builds, type Build } from './builds'

/** A host of its own, where a later version can be published. */
export interface Host {
  url: string
  /** Puts the later build in place of the first: the old files are gone. */
  publishLater: () => void
  close: () => Promise<void>
}

/** Serves a build at an address that outlives it. */
export async function openHost(build: Build): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'atdj-host-'))
  const root = join(folder, 'site')
  symlinkSync(builds[build], root)
  const site = await createStaticServer({ root })
  return {
    url: site.url,
    publishLater: () => {
      unlinkSync(root)
      symlinkSync(builds.later, root)
    },
    close: async () => {
      await site.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The entry file of the page: it names the build. */
export const entryOf = (page: Page): Promise<string | null> =>
  page.locator('script[type=module][src*="assets/"]').first().getAttribute('src')

/** The browser looks for a new service worker, as it does by itself now and then. */
export function lookForUpdate(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    while (registration.installing) await new Promise((resolve) => setTimeout(resolve, 50))
    return registration.waiting !== null
  })
}
