import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hash32 } from '../../src/core/chance'
import { soundRecords } from '../../src/core/chain'
import { createStaticServer } from '../../src/cli/serve.mjs'
import { keptRuns } from '../journeys/device'
import { openOwnBrowser } from '../journeys/own-browser'
import { doNext, MODULES, sceneOf } from '../journeys/player'

/**
 * `npm run bench:power [-- trials]`, as root on Linux: the power is cut right after a choice was shown. The browser's
 * profile is on a disk of its own (ext4 in a file); the file is copied at that moment, so that what the system had not
 * yet written is lost, and the copy is what the browser finds when the phone starts again.
 */
const trials = Number(process.argv[2] ?? 50)
const root = fileURLToPath(new URL('../../dist', import.meta.url))
const site = await createStaticServer({ root })
let choices = 0
let lost = 0
let rebuilt = 0
try {
  for (let trial = 0; trial < trials; trial++) await cutPower(trial)
  console.log(
    `${trials} power cuts, ${choices} choices shown, ${lost} lost; ${rebuilt} databases rebuilt`,
  )
  if (lost) process.exitCode = 1
} finally {
  await site.close()
}

async function cutPower(trial: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'atdj-power-'))
  const [disk, copy] = [join(folder, 'disk'), join(folder, 'copy')]
  const [before, after] = [join(folder, 'before'), join(folder, 'after')]
  mkdirSync(before)
  mkdirSync(after)
  run('truncate', '-s', '400M', disk)
  run('mkfs.ext4', '-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0', disk)
  run('mount', '-o', 'loop', disk, before)
  let kill = async () => {}
  try {
    const wanted = 2 + (hash32(trial, 'power') % 8)
    const first = await openOwnBrowser(before)
    kill = first.kill
    const page = await first.context.newPage()
    await page.goto(`${site.url}#/jouer/${MODULES[trial % MODULES.length]}`)
    let shown = 0
    while (shown < wanted && (await sceneOf(page)) !== 'ending') {
      const scene = await doNext(page, trial)
      if (scene !== 'note') shown += 1
    }
    run('cp', '--sparse=always', disk, copy)
    await kill()

    run('mount', '-o', 'loop', copy, after)
    const again = await openOwnBrowser(after)
    kill = again.kill
    const next = await again.context.newPage()
    // What compiles this file names its functions with a helper that the page does not have.
    await next.addInitScript({ content: 'globalThis.__name = (made) => made' })
    await next.goto(site.url)
    await next.getByRole('heading', { level: 1 }).waitFor()
    const isRebuilt = next.getByText(/On a retrouvé/)
    await next.waitForFunction(() => indexedDB.databases().then((all) => all.length > 0))
    let kept = (await keptRuns(next)).at(-1)
    if ((kept?.records.length ?? 0) < shown) {
      await isRebuilt.waitFor({ timeout: 10_000 }).catch(() => undefined)
      kept = (await keptRuns(next)).at(-1)
      rebuilt += 1
    }
    const sound = kept ? soundRecords(kept.run, kept.records) : 0
    choices += shown
    lost += Math.max(0, shown - sound)
  } finally {
    await kill()
    for (const place of [before, after]) unmount(place)
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: string, ...words: string[]): void {
  execFileSync(program, words, { stdio: 'pipe' })
}

function unmount(place: string): void {
  try {
    run('umount', place)
  } catch {
    // It was not mounted.
  }
}
