import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { privateFiles } from '../../tests/private-files'
import { DATABASE, hasKeptRuns, isMarked, markKeptRuns } from './marker'

let files: ReturnType<typeof privateFiles>

beforeEach(() => {
  localStorage.clear()
  files = privateFiles()
  vi.stubGlobal('navigator', { storage: files.storage })
})
afterEach(async () => {
  vi.unstubAllGlobals()
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
})

async function makeDatabase(name: string): Promise<void> {
  const made = new Dexie(name)
  made.version(1).stores({ rows: 'id' })
  await made.open()
  made.close()
}

describe('a device may hold runs', () => {
  it('when only the sign is there', async () => {
    markKeptRuns()
    expect(isMarked()).toBe(true)
    expect(await hasKeptRuns()).toBe(true)
  })

  it('when only the database is there', async () => {
    await makeDatabase(DATABASE)
    expect(isMarked()).toBe(false)
    expect(await hasKeptRuns()).toBe(true)
  })

  it('when only the folder of the mirror is there', async () => {
    files.folders.set(DATABASE, new Map())
    expect(await hasKeptRuns()).toBe(true)
  })
})

describe('a device holds no run', () => {
  it('when it has none of the three', async () => {
    expect(await hasKeptRuns()).toBe(false)
  })

  it('when its databases and folders are those of another app', async () => {
    await makeDatabase('other')
    files.folders.set('other', new Map())
    localStorage.setItem('other', '1')
    expect(await hasKeptRuns()).toBe(false)
  })

  it('that can be found when the browser has neither storage, nor database, nor files', async () => {
    for (const name of ['localStorage', 'indexedDB', 'navigator']) vi.stubGlobal(name, undefined)
    markKeptRuns()
    expect(isMarked()).toBe(false)
    expect(await hasKeptRuns()).toBe(false)
  })
})

it('names on the device never change: what was kept under them would not be found again', () => {
  markKeptRuns()
  expect(DATABASE).toBe('a-toi-de-jouer')
  expect({ ...localStorage }).toEqual({ 'atdj.runs': '1' })
})
