import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { privateFiles } from '../../tests/private-files'
import { nextRecord, textHash } from '../core/chain'
import type { Run, RunRecord } from '../core/run'
import { openMirror, type Mirror } from './mirror'
import type { KeptRun } from './runs'

const content = '{"title":"À l’atelier"}'
const text = { hash: textHash(content), scenario: 'small', text: content }

let files: ReturnType<typeof privateFiles>
let mirror: Mirror

beforeEach(async () => {
  files = privateFiles()
  vi.stubGlobal('FileSystemFileHandle', files.FileHandle)
  const opened = await openMirror(files.storage)
  if (!opened) throw new Error('The mirror should open.')
  mirror = opened
})
afterEach(() => vi.unstubAllGlobals())

function kept(id: string, ...picks: string[]): KeptRun {
  const setup = { level: 'n1', variant: 'calme', seed: 4 }
  const run: Run = {
    id,
    scenario: 'small',
    version: '1.0.0',
    text: text.hash,
    startedAt: 1,
    ...setup,
  }
  const records: RunRecord[] = []
  for (const pick of picks)
    records.push(nextRecord(run, records.at(-1), { step: 'here', pick, text: 'é\n"' }, 1))
  return { run, records, text }
}

const folder = () => {
  const found = files.folders.get('a-toi-de-jouer')
  if (!found) throw new Error('Nothing was written.')
  return found
}
const runFile = () => folder().get('run-r1.jsonl') ?? ''

describe('the mirror', () => {
  it('gives back a run as it was kept, whatever was written in it', async () => {
    const whole = kept('r1', 'a', 'b', 'c')
    await mirror.begin({ ...whole, records: whole.records.slice(0, 1) })
    for (const record of whole.records.slice(1)) await mirror.append(record)
    expect(await mirror.read('r1')).toEqual(whole)
  })

  it('writes the runs of a backup, and their one text once', async () => {
    const [one, other] = [kept('r1', 'a'), kept('r2', 'b', 'c')]
    await mirror.beginAll([one, other])
    expect(await mirror.readAll()).toEqual([one, other])
    expect([...folder().keys()].filter((name) => name.startsWith('text-'))).toHaveLength(1)
  })

  it('closes a run that reached its ending', async () => {
    const { run, records } = kept('r1', 'a')
    await mirror.begin({ run, records: [], text })
    await mirror.append(records[0] as RunRecord, { endedAt: 9, ending: 'good' })
    expect((await mirror.read('r1'))?.run).toEqual({ ...run, endedAt: 9, ending: 'good' })
  })

  it('keeps records in order even when nobody waits between them', async () => {
    const whole = kept('r1', ...'abcdefgh')
    await Promise.all([
      mirror.begin({ ...whole, records: [] }),
      ...whole.records.map((record) => mirror.append(record)),
    ])
    expect(await mirror.read('r1')).toEqual(whole)
  })

  it('reads every run, and passes over what it cannot read', async () => {
    await mirror.begin(kept('r1', 'a'))
    await mirror.begin(kept('r2', 'b', 'c'))
    folder().set('run-r3.jsonl', 'not json')
    folder().set('run-r4.jsonl', '{"format":2,"run":{}}\n')
    folder().set(
      'run-r5.jsonl',
      JSON.stringify({ format: 1, run: { ...kept('r5').run, text: 'x' } }),
    )
    folder().set('run-r6.jsonl', '{"format":1}\n')
    folder().set('run-r8.jsonl', '7\n')
    folder().set('run-r7.jsonl', '{"format":1,"run":{"id":"r7","seed":"x"}}\n')
    folder().set('other.txt', '')
    for (const name of ['copy-of-run-r1.jsonl', 'run-r1.jsonl.old']) folder().set(name, runFile())
    expect(await mirror.readAll()).toEqual([kept('r1', 'a'), kept('r2', 'b', 'c')])
  })

  it('leaves out a last line cut short, and what no longer follows', async () => {
    const whole = kept('r1', 'a', 'b', 'c')
    await mirror.begin(whole)
    const complete = runFile()
    folder().set('run-r1.jsonl', complete.slice(0, -20))
    expect((await mirror.read('r1'))?.records).toEqual(whole.records.slice(0, 2))
    folder().set('run-r1.jsonl', complete.replace('"pick":"b"', '"pick":"x"'))
    expect((await mirror.read('r1'))?.records).toEqual(whole.records.slice(0, 1))
  })

  it('passes over a line that is no record, and goes on with the next', async () => {
    const whole = kept('r1', 'a', 'b')
    await mirror.begin(whole)
    const [head, first, second] = runFile().split('\n')
    folder().set('run-r1.jsonl', [head, '7', first, '[]', 'null', second, ''].join('\n'))
    expect(await mirror.read('r1')).toEqual(whole)
  })

  it.each(['id', 'scenario', 'version', 'text', 'level', 'variant', 'seed', 'startedAt'])(
    'passes over a run whose %s is damaged',
    async (key) => {
      const whole = kept('r1', 'a')
      await mirror.begin(whole)
      for (const value of [undefined, null, {}]) {
        const head = JSON.stringify({ format: 1, run: { ...whole.run, [key]: value } })
        folder().set('run-r1.jsonl', `${head}\n${JSON.stringify(whole.records[0])}\n`)
        expect(await mirror.read('r1')).toBeUndefined()
      }
    },
  )

  it.each([{ endedAt: 'x' }, { ending: 5 }])('passes over a run whose end is %o', async (end) => {
    const whole = kept('r1', 'a')
    await mirror.begin(whole)
    folder().set('run-r1.jsonl', `${runFile()}${JSON.stringify({ over: end })}\n`)
    expect(await mirror.read('r1')).toBeUndefined()
  })

  it('takes no file of a run for that of another', async () => {
    await mirror.begin(kept('r1', 'a'))
    folder().set('run-r2.jsonl', runFile())
    expect(await mirror.read('r2')).toBeUndefined()
    expect(await mirror.readAll()).toEqual([kept('r1', 'a')])
  })

  it('refuses a text that is not the one the run began on', async () => {
    await mirror.begin(kept('r1', 'a'))
    folder().set(`text-${text.hash}.json`, '{"title":"Other"}')
    expect(await mirror.read('r1')).toBeUndefined()
  })

  it('gives the records of a run alone, as long as its text is there too', async () => {
    const { run, records } = kept('r1', 'a', 'b')
    await mirror.begin({ run, records, text })
    expect(await mirror.readRecords('r1')).toEqual({ run, records })
    folder().set(`text-${text.hash}.json`, '')
    expect(await mirror.readRecords('r1')).toBeUndefined()
    folder().delete(`text-${text.hash}.json`)
    expect(await mirror.readRecords('r1')).toBeUndefined()
  })

  it('says when it could not write, and leaves the file as it was', async () => {
    await mirror.begin(kept('r1', 'a'))
    const before = runFile()
    files.disk.full = true
    await expect(mirror.append(kept('r1', 'a', 'b').records[1] as RunRecord)).rejects.toThrow()
    expect(runFile()).toBe(before)
    files.disk.full = false
    await mirror.append(kept('r1', 'a', 'b').records[1] as RunRecord)
    expect((await mirror.read('r1'))?.records).toHaveLength(2)
  })

  it('is empty, not broken, before anything was kept', async () => {
    expect(await mirror.readAll()).toEqual([])
    expect(await mirror.read('r1')).toBeUndefined()
  })
})

describe('a browser without private files', () => {
  it.each([
    ['has no storage', undefined],
    ['refuses them', { getDirectory: () => Promise.reject(new DOMException('', 'SecurityError')) }],
  ])('that %s has no mirror', async (_, storage) => {
    expect(await openMirror(storage)).toBeUndefined()
  })

  it('that cannot write them from the page has no mirror', async () => {
    vi.stubGlobal('FileSystemFileHandle', class {})
    expect(await openMirror(files.storage)).toBeUndefined()
  })
})
