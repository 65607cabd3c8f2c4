import { describe, expect, it, vi } from 'vitest'
import { privateFiles } from '../../tests/private-files'
import { openBackup } from '../core/backup/backup-file'
import { nextRecord, textHash } from '../core/chain'
import type { Run, RunRecord } from '../core/run'
import { db } from './db'
import { openMirror, type Mirror } from './mirror'
import { rescue } from './rescue'
import type { KeptRun } from './runs'

const text = { hash: textHash('{}'), scenario: 'small', text: '{}' }
const label = { app: '1.0.0', at: Date.UTC(2026, 10, 23) }

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
  for (const pick of picks) records.push(nextRecord(run, records.at(-1), { step: 'a', pick }, 1))
  return { run, records, text }
}

const mirrorOf =
  (...copies: KeptRun[]) =>
  // eslint-disable-next-line @typescript-eslint/require-await -- as the real one
  async () =>
    ({ readAll: () => Promise.resolve(copies) }) as unknown as Mirror
const noMirror = () => Promise.resolve(undefined)
const broken = () => Promise.reject(new DOMException('Internal error.', 'UnknownError'))

function contentOf(file: string) {
  const opened = openBackup(file, 1)
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.backup.content
}

describe('saving what is left', () => {
  it('makes a backup the app can read from raw rows', async () => {
    const { run, records } = kept('r1', 'a', 'b')
    const tables = () =>
      Promise.resolve({
        runs: [run],
        records,
        texts: [text],
        contacts: [{ id: 'c' }],
        meta: [{ key: 'epoch', value: 1 }],
      })
    const saved = await rescue(label, { tables, mirror: noMirror })
    expect(saved).toMatchObject({ runs: 1, rows: 5, withoutDatabase: false })
    expect(contentOf(saved.text)).toMatchObject({
      epoch: 1,
      tables: { runs: [run], records, texts: [text], contacts: [{ id: 'c' }] },
    })
  })

  it('takes the runs of the second copy when the database does not open', async () => {
    const whole = kept('r1', 'a', 'b', 'c')
    const saved = await rescue(label, { tables: broken, mirror: mirrorOf(whole) })
    expect(saved).toMatchObject({ runs: 1, rows: 5, withoutDatabase: true })
    expect(contentOf(saved.text).tables).toEqual({
      runs: [whole.run],
      records: whole.records,
      texts: [text],
    })
  })

  it('adds what only the second copy has, and each row once', async () => {
    const whole = kept('r1', 'a', 'b', 'c')
    const other = kept('r2', 'd')
    const tables = () =>
      Promise.resolve({ runs: [whole.run], records: whole.records.slice(0, 2), texts: [text] })
    const saved = await rescue(label, { tables, mirror: mirrorOf(whole, other) })
    const { runs, records, texts } = contentOf(saved.text).tables
    expect(runs).toHaveLength(2)
    expect(records).toHaveLength(4)
    expect(texts).toHaveLength(1)
  })

  it('takes the verified text where the one of the database was damaged', async () => {
    const whole = kept('r1', 'a')
    const tables = () =>
      Promise.resolve({ runs: [whole.run], records: [], texts: [{ ...text, text: '{"x":' }] })
    const saved = await rescue(label, { tables, mirror: mirrorOf(whole) })
    expect(contentOf(saved.text).tables['texts']).toEqual([text])
  })

  it('leaves out a row that no text can hold, and keeps the others', async () => {
    const loop: Record<string, unknown> = { id: 'loop' }
    loop['itself'] = loop
    const tables = () => Promise.resolve({ contacts: [loop, { id: 'c' }, { id: 'n', big: 1n }] })
    const saved = await rescue(label, { tables, mirror: noMirror })
    expect(contentOf(saved.text).tables['contacts']).toEqual([{ id: 'c' }])
  })

  it('keeps the records of the database where the second copy has others', async () => {
    const [mine, other] = [kept('r1', 'a', 'b'), kept('r1', 'a', 'c')]
    const tables = () => Promise.resolve({ runs: [mine.run], records: mine.records, texts: [text] })
    const saved = await rescue(label, { tables, mirror: mirrorOf(other) })
    expect(contentOf(saved.text).tables['records']).toEqual(mine.records)
  })

  it.each([
    [
      'that of the database',
      [
        { key: 'backupAt', value: 9 },
        { key: 'epoch', value: 3 },
      ],
      3,
    ],
    ['the first where it is lost', [], 1],
    ['the first where it is damaged', [null, { key: 'epoch', value: '3' }], 1],
  ])('says an epoch: %s', async (_, meta, epoch) => {
    const saved = await rescue(label, {
      tables: () => Promise.resolve({ meta }),
      mirror: noMirror,
    })
    expect(JSON.parse(saved.text)).toMatchObject({ epoch, app: '1.0.0' })
  })

  it('says when it was made, and holds the settings', async () => {
    localStorage.setItem('atdj.settings', JSON.stringify({ theme: 'dark' }))
    const saved = await rescue(label, { tables: broken, mirror: noMirror })
    localStorage.clear()
    expect(JSON.parse(saved.text)).toMatchObject({
      madeAt: '2026-11-23T00:00:00.000Z',
      settings: { theme: 'dark' },
    })
  })

  it('of this very device reads its database and its private files', async () => {
    const files = privateFiles()
    vi.stubGlobal('FileSystemFileHandle', files.FileHandle)
    vi.stubGlobal('navigator', { storage: files.storage })
    const [mine, lost] = [kept('r1', 'a'), kept('r2', 'b')]
    await db.texts.add(text)
    await db.runs.add(mine.run)
    await db.records.bulkAdd(mine.records)
    await (await openMirror())?.begin(lost)
    const saved = await rescue(label)
    vi.unstubAllGlobals()
    const { runs } = contentOf(saved.text).tables
    expect(new Set(runs)).toEqual(new Set([mine.run, lost.run]))
    expect(saved.withoutDatabase).toBe(false)
    await db.delete()
  })

  it('is empty, not an error, when nothing can be read', async () => {
    const saved = await rescue(label, { tables: broken, mirror: broken })
    expect(saved).toMatchObject({ runs: 0, rows: 0, withoutDatabase: true })
  })
})
