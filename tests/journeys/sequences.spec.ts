import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { modules } from '../../src/build/modules'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { expect, test as base, type Site } from './app'

/** How many sequences of things that may happen to a device: `npm run bench:sequences` plays 1,000. */
const SEQUENCES = Number(process.env['SEQUENCES'] ?? 200)
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261123)

const page = fileURLToPath(new URL('../sequences', import.meta.url))
const folder = fileURLToPath(
  new URL('../../node_modules/.cache/journeys/sequences', import.meta.url),
)

/** The page of the sequences, under the same headers as the app. */
const test = base.extend<object, { site: Site }>({
  site: [
    async ({ browser: _ }, use) => {
      await build({
        root: page,
        configFile: false,
        logLevel: 'error',
        plugins: [modules()],
        define: { __VUE_OPTIONS_API__: 'false' },
        build: { outDir: folder, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
      })
      const site = await createStaticServer({ root: folder })
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
})

test('whatever is done to a real device, in any order, it holds exactly the choices that were kept', async ({
  context,
  page: tab,
  address,
}) => {
  test.setTimeout(120_000 + SEQUENCES * 5_000)
  // Two tabs of one page would share their locks: without locks, each is told by the keys of the records.
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
  await tab.goto(address)
  const begun = Date.now()
  const played = await tab.evaluate(([count, seed]) => window.playSequences(count, seed), [
    SEQUENCES,
    SEED,
  ] as const)
  expect(played).toBe(SEQUENCES)
  const seconds = Math.round((Date.now() - begun) / 1000)
  test.info().annotations.push({ type: 'sequences', description: `${played} in ${seconds} s` })
  if (SEQUENCES > 200) console.log(`${played} sequences in ${seconds} s`)
})
