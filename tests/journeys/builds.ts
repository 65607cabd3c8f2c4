import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const home = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(home, 'node_modules/.cache/journeys')

/**
 * The folders the journeys serve. shipped: what `npm run build` made; gallery: the same with the module that
 * shows every kind of step; later: the same one version later, with another database.
 */
export const builds = {
  shipped: process.env['OUT_DIR'] ?? join(home, 'dist'),
  gallery: join(cache, 'gallery'),
  later: join(cache, 'later'),
}
export type Build = keyof typeof builds

/** What every line of every module begins with in the later build. */
export const LATER = 'Plus tard :'

/** Makes the builds that only journeys need, when a source is younger than them. */
export default async function makeBuilds(): Promise<void> {
  if (!existsSync(join(builds.shipped, 'index.html'))) throw new Error('Run `npm run build` first.')
  const sources = ['src', 'scenarios', 'public', 'index.html', 'vite.config.ts', 'package.json']
  const youngest = Math.max(...sources.map((name) => changed(join(home, name))))
  const isFresh = (folder: string) => changed(join(folder, 'sw.js')) > youngest
  if (!isFresh(builds.gallery)) await buildInto(builds.gallery, { GALLERY: '1' })
  if (!isFresh(builds.later)) await buildInto(builds.later, {}, [later])
}

/** Builds the app into a folder. @param env what the build reads from the environment besides */
export async function buildInto(
  folder: string,
  env: Record<string, string> = {},
  plugins: Plugin[] = [],
): Promise<void> {
  const before = { ...process.env }
  Object.assign(process.env, env, { OUT_DIR: folder })
  await build({
    root: home,
    configFile: join(home, 'vite.config.ts'),
    configLoader: 'runner',
    logLevel: 'error',
    plugins,
  })
  process.env = before
}

/**
 * One version later: every chunk has another name, so that the old ones are gone, every line another text, and the
 * database another version.
 */
const later: Plugin = {
  name: 'later',
  enforce: 'pre',
  augmentChunkHash: () => 'later',
  transform(code, id) {
    if (id.endsWith('/src/data/db.ts')) return laterDatabase(code)
    if (!id.startsWith('\0virtual:module/')) return undefined
    const text = JSON.parse(code.slice('export default '.length)) as string
    const changedText = text.replaceAll('"text":"', `"text":"${LATER} `)
    return `export default ${JSON.stringify(changedText)}`
  },
}

/** The database of the later build: one table more, and rows that older code must not write any more. */
function laterDatabase(code: string): string {
  const changedCode = code
    .replace('EPOCH = 1', 'EPOCH = 2')
    .replace(
      "meta: 'key',\n    })",
      "meta: 'key',\n    })\n    this.version(2).stores({ added: 'id' })",
    )
  if (!/EPOCH = 2/.test(changedCode) || !changedCode.includes('version(2)'))
    throw new Error('The later database is not made: db.ts has changed.')
  return changedCode
}

function changed(path: string): number {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  return statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => changed(join(path, name))))
    : mtimeMs
}
