import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { expect, test } from './app'
import { builds, buildInto } from './builds'
import { keptRuns } from './device'
import { doNext, openModule, readyOffline } from './player'

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

test('a host can take the stored app off every device; what people keep stays', async ({
  browser,
}) => {
  const root = mkdtempSync(join(tmpdir(), 'atdj-stop-'))
  cpSync(builds.shipped, root, { recursive: true })
  const site = await createStaticServer({ root })
  const context = await browser.newContext({ baseURL: site.url })
  const page = await context.newPage()
  await page.goto('./')
  await readyOffline(page)
  await openModule(page, 'je-ne-sais-pas-encore')
  await doNext(page)
  const before = await keptRuns(page)

  const stop = new URL('../../docs/hosting/sw-stop.js', import.meta.url)
  copyFileSync(fileURLToPath(stop), join(root, 'sw.js'))
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([])
  await page.goto('about:blank')
  const fromHost = page.waitForResponse(
    (answer) => answer.url() === site.url && !answer.fromServiceWorker(),
  )
  await page.goto('./')
  expect((await fromHost).status()).toBe(200)
  await expect(page.getByRole('link', { name: /^Reprendre/ })).toBeVisible()
  expect(await keptRuns(page)).toEqual(before)
  await context.close()
  await site.close()
  rmSync(root, { recursive: true })
})

/** Every file under a folder, with the hash of its content. */
function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
  return Object.fromEntries(files.map((path) => [relative(folder, path), digest(path)]))
}

test('the same sources make the same files, to the last byte', async () => {
  test.setTimeout(180_000)
  const again = mkdtempSync(join(tmpdir(), 'atdj-again-'))
  await buildInto(again)
  expect(filesOf(again), 'a second build; is dist older than its sources?').toEqual(
    filesOf(builds.shipped),
  )
  rmSync(again, { recursive: true })
})
