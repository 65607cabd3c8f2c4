import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { privateFiles } from '../private-files'
import { playSequences } from '../sequences/replay'
import { FOLDER, type World } from '../sequences/world'
import { RUNS, settings } from './mutated'

const files = privateFiles()
const keys = new Map<string, string>()
const clock = { now: Date.UTC(2026, 10, 24) }

/** The same device as in `tests/journeys/sequences.spec.ts`, in memory: faster by far. */
const world: World = {
  readFiles: () => Promise.resolve(new Map(files.folders.get(FOLDER))),
  writeFiles: (all) => {
    files.folders.clear()
    if (all.size) files.folders.set(FOLDER, new Map(all))
    return Promise.resolve()
  },
  disk: files.disk,
  clock,
  turn: () => new Promise((resolve) => setImmediate(resolve)),
}

beforeAll(() => {
  vi.stubGlobal('FileSystemFileHandle', files.FileHandle)
  vi.stubGlobal('navigator', { storage: files.storage })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => keys.get(key) ?? null,
    setItem: (key: string, value: string) => void keys.set(key, value),
  })
  vi.spyOn(Date, 'now').mockImplementation(() => clock.now++)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterAll(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it(
  'whatever is done to a device, in any order, it holds exactly the choices that were kept',
  { timeout: 3_600_000 },
  async () => {
    const sequences = RUNS < 10_000 ? Math.ceil(RUNS / 3) : RUNS
    await expect(playSequences(world, sequences, settings.seed)).resolves.toBeUndefined()
    if (RUNS >= 10_000) console.log(`${sequences} sequences`)
  },
)
