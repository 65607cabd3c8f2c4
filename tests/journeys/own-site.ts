import { createStaticServer } from '../../src/cli/serve.mjs'
import { test as base, type Site } from './app'
import { builds } from './builds'

/** Journeys each with a server of its own, `own`, to be stopped on the way: nothing of the host answers any more. */
export const test = base.extend<{ own: Site }>({
  own: async ({ build }, use) => {
    const own = await createStaticServer({ root: builds[build] })
    await use(own)
    await own.close()
  },
  address: async ({ own }, use) => use(own.url),
  expected: /ERR_CONNECTION_REFUSED/,
})
