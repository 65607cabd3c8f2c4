import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deviceContent } from '../../tests/device-content'
import { privateFiles } from '../../tests/private-files'
import { writeBackup, type DeviceContent } from '../core/backup/backup-file'
import { LEFT_OUT } from '../core/backup/changes'
import { TABLE_RULES } from '../core/backup/table-rules'
import { CHANNELS, CONTACT_KINDS, CONTACT_STATES, OUTCOMES, type Contact } from '../core/notebook'
import { COLUMNS } from '../core/contact-table'
import { db } from '../data/db'
import { packText } from '../data/library'
import { notebookIn } from '../data/notebook'
import backupWords from '../i18n/fr/backup.json'
import notebookWords from '../i18n/fr/notebook.json'
import { useBackup } from './backup'
import { useSettings } from './settings'

const pack = (await packText('je-ne-sais-pas-encore')) ?? ''
const full = deviceContent(pack, { runs: 2, records: 3, contacts: 3 })
const fileOf = (content: DeviceContent) =>
  new Blob([writeBackup({ app: '0.1.0', madeAt: '2026-11-23T10:00:00.000Z', content })])

beforeEach(async () => {
  localStorage.clear()
  setActivePinia(createPinia())
  await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()))
  await db.meta.bulkDelete(['backupAt', 'backupWork'])
})
afterEach(() => vi.restoreAllMocks())

/** What the app gives the browser to save. */
function savedFiles(): Blob[] {
  const files: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob)
    return 'blob:saved'
  })
  return files
}

async function taken(): Promise<ReturnType<typeof useBackup>> {
  const backup = useBackup()
  await backup.read(fileOf(full))
  await backup.take(true)
  return backup
}

describe('before anything is asked', () => {
  it('nothing is due, nothing waits, and nothing can be taken', async () => {
    const backup = useBackup()
    expect([backup.isDue, backup.preview, backup.changes]).toEqual([false, [], 0])
    await backup.take(true)
    expect(backup.taken).toBeUndefined()
    expect(await db.runs.count()).toBe(0)
  })
})

describe('a backup that comes back', () => {
  it('is shown before anything changes', async () => {
    const backup = useBackup()
    await backup.read(fileOf(full))
    expect(backup.preview[0]).toMatchObject({ kind: 'runs', added: 2, updated: 0, same: 0 })
    expect(backup.changes).toBeGreaterThan(10)
    expect(await db.runs.count()).toBe(0)
    backup.forget()
    expect(backup.pending).toBeUndefined()
    expect(await db.contacts.count()).toBe(0)
  })

  it('brings everything at the learner’s word, settings too when they want', async () => {
    const { settings } = useSettings()
    const backup = useBackup()
    await backup.read(fileOf(full))
    expect(backup.pending?.hasSettings).toBe(true)
    await backup.take(true)
    expect(backup.taken).toBeGreaterThan(10)
    expect(await db.contacts.count()).toBe(3)
    expect(settings.theme).toBe('dark')
  })

  it('leaves the settings alone otherwise', async () => {
    const { settings } = useSettings()
    const backup = useBackup()
    await backup.read(fileOf(full))
    await backup.take(false)
    expect(settings.theme).toBe('system')
  })

  it('says what is left out, and why', async () => {
    const backup = useBackup()
    const contacts = [...(full.tables['contacts'] ?? []), { id: 'x' }]
    const tables = { ...full.tables, contacts, dreams: [{}, {}], none: [] }
    await backup.read(fileOf({ ...full, tables }))
    const line = (kind: string) => backup.preview.find((one) => one.kind === kind)
    expect(line('contacts')).toMatchObject({ added: 3, refused: [{ why: 'shape', count: 1 }] })
    expect(line('dreams')).toMatchObject({ added: 0, refused: [{ why: 'unknown', count: 2 }] })
    expect(line('none')).toBeUndefined()
  })

  it('is forgotten with its refusal when another one is chosen', async () => {
    const backup = useBackup()
    await backup.read(new Blob(['{']))
    await backup.read(fileOf(full))
    expect(backup.refusal).toBeUndefined()
    expect(backup.pending).toBeDefined()
    await backup.read(new Blob(['{']))
    expect(backup.pending).toBeUndefined()
  })

  it('says so when everything was there already', async () => {
    const backup = await taken()
    await backup.read(fileOf(full))
    expect(backup.changes).toBe(0)
    expect(backup.preview.every(({ same }) => same > 0)).toBe(true)
  })

  it('is refused with a reason when it is cut, and changes nothing', async () => {
    const backup = useBackup()
    await backup.read(fileOf(full).slice(0, 5000))
    expect(backup.refusal).toBe('not-json')
    expect(backup.pending).toBeUndefined()
    expect(await db.runs.count()).toBe(0)
  })

  it('says why it could not be taken', async () => {
    const backup = useBackup()
    await backup.read(fileOf(full))
    const [card] = full.tables['contacts'] as Parameters<ReturnType<typeof notebookIn>['put']>[0][]
    if (card) await notebookIn().put(card)
    await backup.take(true)
    expect(backup.trouble).toBe('taken')
    expect(await db.runs.count()).toBe(0)
  })
})

describe('a backup that goes out', () => {
  it('holds what the device holds, and is remembered', async () => {
    const backup = await taken()
    const files = savedFiles()
    await backup.send('save', { app: '0.1.0', withClass: true })
    expect(backup.left).toBe('saved')
    const again = useBackup()
    const [file] = files
    if (file) await again.read(file)
    expect(again.changes).toBe(0)
    expect(again.last?.at).toBeDefined()
  })

  it('is proposed after real work, and not after a backup', async () => {
    const backup = useBackup()
    const notebook = notebookIn()
    for (const card of full.tables['contacts'] ?? [])
      await notebook.put(card as Parameters<typeof notebook.put>[0])
    await backup.look()
    expect(backup.isDue).toBe(false)
    for (const attempt of full.tables['attempts'] ?? [])
      await notebook.tried(attempt as Parameters<typeof notebook.tried>[0])
    await backup.look()
    expect(backup.isDue).toBe(true)
    savedFiles()
    await backup.send('save', { app: '0.1.0', withClass: true })
    expect(backup.isDue).toBe(false)
  })

  it('may go to the share sheet; closed, nothing has left', async () => {
    const backup = await taken()
    await db.meta.bulkDelete(['backupAt', 'backupWork'])
    const given: ShareData[] = []
    const sheet = (share: (data: ShareData) => Promise<void>) =>
      vi.stubGlobal('navigator', { share, canShare: () => true })
    sheet(() => Promise.reject(new DOMException('closed', 'AbortError')))
    await backup.send('share', { app: '0.1.0', withClass: true })
    expect(backup.left).toBe('cancelled')
    expect(backup.last?.at).toBeUndefined()
    sheet((data) => Promise.resolve(void given.push(data)))
    await backup.send('share', { app: '0.1.0', withClass: false })
    vi.unstubAllGlobals()
    expect(backup.left).toBe('shared')
    expect(backup.last?.at).toBeDefined()
    const [file] = given[0]?.files ?? []
    expect([file?.name, file?.type]).toEqual([
      expect.stringMatching(/^a-toi-de-jouer-\d{4}-\d\d-\d\d\.txt$/),
      'text/plain',
    ])
    expect(await file?.text()).not.toContain('"classes"')
  })

  it('leaves also where nothing can be written any more', async () => {
    const backup = await taken()
    await db.meta.put({ key: 'epoch', value: 99 })
    const files = savedFiles()
    await backup.send('save', { app: '0.1.0', withClass: true })
    await db.meta.put({ key: 'epoch', value: 1 })
    expect(backup.trouble).toBeUndefined()
    expect(files).toHaveLength(1)
  })

  it('says so when the device cannot be read', async () => {
    const backup = useBackup()
    vi.spyOn(db, 'transaction').mockRejectedValue(new DOMException('disk', 'UnknownError'))
    await backup.send('save', { app: '0.1.0', withClass: true })
    expect(backup.trouble).toBe('broken')
    expect(backup.left).toBeUndefined()
    expect(backup.busy).toBeUndefined()
  })

  it('is not remembered for what a device that had work of its own has read', async () => {
    await notebookIn().put({ ...(full.tables['contacts']?.[0] as Contact), id: 'mine' })
    const backup = await taken()
    expect(backup.last?.at).toBeUndefined()
    expect(backup.isDue).toBe(true)
  })

  it('is not asked for on a new device that has just read one', async () => {
    const backup = await taken()
    expect(backup.isDue).toBe(false)
    expect(backup.last?.at).toBe(Date.UTC(2026, 10, 23, 10))
  })

  it('asks about a class only where there is one', async () => {
    const backup = useBackup()
    await backup.lookAtClass()
    expect(backup.hasClass).toBe(false)
    await taken()
    await backup.lookAtClass()
    expect(backup.hasClass).toBe(true)
  })
})

describe('the words of these screens', () => {
  it('name every table, every reason and every choice', () => {
    expect(Object.keys(backupWords.kind)).toEqual(
      expect.arrayContaining(
        Object.keys(TABLE_RULES).filter((name) => !['records', 'texts'].includes(name)),
      ),
    )
    for (const why of LEFT_OUT)
      expect(Object.keys(backupWords.why)).toEqual(
        expect.arrayContaining([`${why}_one`, `${why}_other`]),
      )
    expect(Object.keys(notebookWords.column).sort()).toEqual([...COLUMNS].sort())
    expect(Object.keys(notebookWords.state)).toEqual([...CONTACT_STATES])
    expect(Object.keys(notebookWords.kind)).toEqual([...CONTACT_KINDS])
    expect(Object.keys(notebookWords.channel)).toEqual(expect.arrayContaining([...CHANNELS]))
    expect(Object.keys(notebookWords.outcome)).toEqual(expect.arrayContaining([...OUTCOMES]))
  })
})

// The last one: it loads every module of the app anew.
it('a backup that came back is mirrored: its runs survive the database', async () => {
  const files = privateFiles()
  vi.stubGlobal('FileSystemFileHandle', files.FileHandle)
  vi.stubGlobal('navigator', { storage: files.storage })
  vi.resetModules()
  setActivePinia(createPinia())
  const { useBackup: fresh } = await import('./backup')
  const backup = fresh()
  await backup.read(fileOf(full))
  await backup.take(false)
  const names = () => [...(files.folders.get('a-toi-de-jouer')?.keys() ?? [])]
  await vi.waitFor(() => expect(names().filter((name) => name.startsWith('run-'))).toHaveLength(2))
  vi.unstubAllGlobals()
})
