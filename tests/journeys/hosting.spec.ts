import { fileURLToPath } from 'node:url'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { expect, test } from './app'

test('the same files work under any path', async ({ browser }) => {
  const root = fileURLToPath(new URL('../../dist', import.meta.url))
  const site = await createStaticServer({ root, base: '/ecole/jeu/' })
  const page = await browser.newPage()
  await page.goto(site.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.close()
  await site.close()
})

test('every precached file carries its sha384 and none is replaced unasked', async ({
  request,
}) => {
  const worker = await (await request.get('sw.js')).text()
  const urls = worker.match(/\{url:"/g) ?? []
  const digests = worker.match(/integrity:"sha384-[\w+/]{64}"/g) ?? []
  expect(urls.length).toBeGreaterThan(2)
  expect(digests).toHaveLength(urls.length)
  // Workbox skips waiting only when the page says so.
  expect(worker.match(/skipWaiting\(\)/g) ?? []).toHaveLength(1)
  expect(worker).not.toContain('importScripts')
})
