import { beforeEach, describe, expect, it } from 'vitest'
import { deviceContent } from '../../tests/device-content'
import { MOST_BYTES, type DeviceContent } from '../core/backup/backup-file'
import { canonical } from '../core/backup/canonical'
import { planImport } from '../core/backup/import-plan'
import { STAYS, TABLE_RULES } from '../core/backup/table-rules'
import { nextRecord } from '../core/chain'
import type { Contact } from '../core/notebook'
import type { Run, RunRecord } from '../core/run'
import { backupIn } from './backup'
import { Database, EPOCH } from './db'
import { packText } from './library'
import { notebookIn } from './notebook'
import { runsIn } from './runs'

const settings = { theme: 'dark' }
const pack = (await packText('je-ne-sais-pas-encore')) ?? ''
const full = deviceContent(pack, { runs: 2, records: 3, contacts: 3 })
const card = full.tables['contacts']?.[0] as Contact
const wish = { withClass: true, app: '0.1.0', at: Date.UTC(2026, 10, 23), settings }

let db: Database
let backup: ReturnType<typeof backupIn>
let count = 0
beforeEach(() => {
  db = new Database(`backup-${(count += 1)}`)
  backup = backupIn(db)
})

async function take(file: DeviceContent): Promise<void> {
  await backup.apply(planImport(await backup.readDevice(settings), file), 5)
}
/** The device has the first record of a run that the file has whole. */
async function halfPlayed() {
  const [run] = full.tables['runs'] as [Run]
  const records = (full.tables['records'] as RunRecord[]).filter((one) => one.run === run.id)
  const [first] = records as [RunRecord]
  const mine = { ...run }
  delete mine.endedAt
  delete mine.ending
  const text = { hash: run.text, scenario: run.scenario, text: pack }
  await runsIn(db).add({ run: mine, records: [first], text })
  return { mine, first, whole: { run, records, text } }
}
const stored = async () => canonical(await backup.readDevice(settings))

describe('the backup of a device', () => {
  it('has a rule for every table of the database, or a reason to leave it there', () => {
    const tables = db.tables.map(({ name }) => name)
    expect([...Object.keys(TABLE_RULES), ...Object.keys(STAYS)].sort()).toEqual(tables.sort())
  })

  it('is the same, byte for byte, after everything was erased and imported again', async () => {
    await take(full)
    const file = await backup.write(wish)
    await db.delete()
    db = new Database(db.name)
    backup = backupIn(db)
    const opened = await backup.openFile(new Blob([file]))
    if (opened.ok) await take(opened.backup.content)
    expect(await backup.write(wish)).toBe(file)
  })

  it('holds every row of every table', async () => {
    await take(full)
    expect((await backup.readDevice(settings)).tables).toEqual(full.tables)
  })

  it('adds nothing the second time', async () => {
    await take(full)
    const before = await stored()
    await take(full)
    expect(await stored()).toBe(before)
  })

  it('says the epoch of this app where the device has lost its own', async () => {
    await db.meta.clear()
    expect((await backup.readDevice(settings)).epoch).toBe(EPOCH)
  })

  it('holds also a row that the app cannot read any more, as it is', async () => {
    const strange = { id: 'c', dreams: true }
    await db.table('contacts').add(strange)
    expect((await backup.readDevice(settings)).tables['contacts']).toEqual([strange])
  })

  it('too large to be one of ours is not even read', async () => {
    const huge = new Blob([new Uint8Array(MOST_BYTES + 1)])
    expect(await backup.openFile(huge)).toEqual({ ok: false, refusal: 'too-big' })
  })

  it('still leaves a device whose data belongs to a later version', async () => {
    await take(full)
    await db.meta.put({ key: 'epoch', value: 99 })
    expect(await backup.write(wish)).toContain('"epoch": 99')
    await expect(take(full)).rejects.toMatchObject({ kind: 'newer' })
  })
})

describe('an import', () => {
  it('puts aside the rows it replaces', async () => {
    const older = { ...card, note: 'Avant', changedAt: card.changedAt - 1 }
    await notebookIn(db).put(older)
    await take(full)
    expect(await db.contacts.get(card.id)).toEqual(card)
    expect(await db.quarantine.toArray()).toContainEqual(
      expect.objectContaining({ at: 5, reason: 'replaced', rows: [older] }),
    )
  })

  it('changes nothing when a card was changed since the preview', async () => {
    const older = { ...card, changedAt: card.changedAt - 1 }
    await notebookIn(db).put(older)
    const plan = planImport(await backup.readDevice(settings), full)
    await notebookIn(db).put({ ...older, note: 'Pendant' })
    const before = await stored()
    await expect(backup.apply(plan, 5)).rejects.toMatchObject({ kind: 'taken' })
    expect(await stored()).toBe(before)
  })

  it('changes nothing when a run was played on since the preview', async () => {
    const { mine: run, first } = await halfPlayed()
    const plan = planImport(await backup.readDevice(settings), full)
    await runsIn(db).append(nextRecord(run, first, { step: 'd1', pick: 'autre' }, 9))
    const before = await stored()
    await expect(backup.apply(plan, 5)).rejects.toMatchObject({ kind: 'taken' })
    expect(await stored()).toBe(before)
  })

  it('takes a run on from where the device has it', async () => {
    const { mine, whole } = await halfPlayed()
    await take(full)
    expect(await runsIn(db).get(mine.id)).toEqual(whole)
    expect(await db.quarantine.count()).toBe(1)
  })

  it('puts aside the records that broke their chain', async () => {
    const all = full.tables['records'] as RunRecord[]
    const records = all.map((one) => (one.seq === 2 ? { ...one, pick: 'x' } : one))
    await take({ ...full, tables: { ...full.tables, records } })
    expect(await db.records.count()).toBe(4)
    expect(await db.quarantine.toArray()).toContainEqual(
      expect.objectContaining({ reason: 'chain', rows: records.filter(({ seq }) => seq === 2) }),
    )
  })

  it('of more rows than are given at once loses none of them', async () => {
    const many = deviceContent(pack, { runs: 3, records: 400, contacts: 1001 })
    await take(many)
    expect((await backup.readDevice(settings)).tables).toEqual(many.tables)
  })

  it('is all or nothing', async () => {
    const plan = planImport(await backup.readDevice(settings), full)
    await notebookIn(db).put(card)
    const before = await stored()
    await expect(backup.apply(plan, 5)).rejects.toMatchObject({ kind: 'taken' })
    expect(await stored()).toBe(before)
  })

  it('leaves alone what the device says of itself', async () => {
    await db.meta.put({ key: 'backupAt', value: 3 })
    await take(full)
    expect(await db.meta.get('backupAt')).toEqual({ key: 'backupAt', value: 3 })
  })
})

it('a device has something of a class when one of the tables of the class has a row', async () => {
  const mine = Object.entries(full.tables).filter(
    ([name]) => TABLE_RULES[name]?.group !== 'class' || name === 'sealKeys',
  )
  expect(await backup.hasClass()).toBe(false)
  const { sealKeys, ...tables } = Object.fromEntries(mine)
  await take({ ...full, tables })
  expect(await backup.hasClass()).toBe(false)
  await take({ ...full, tables: { ...tables, sealKeys: sealKeys ?? [] } })
  expect(await backup.hasClass()).toBe(true)
})

it('leaves out what pupils handed in, unless asked', async () => {
  const classTables = Object.entries(TABLE_RULES).flatMap(([name, { group }]) =>
    group === 'class' ? [name] : [],
  )
  const without = Object.keys((await backup.readDevice(settings, false)).tables)
  expect(without.filter((name) => classTables.includes(name))).toEqual([])
  expect(Object.keys((await backup.readDevice(settings, true)).tables).sort()).toEqual(
    Object.keys(TABLE_RULES).sort(),
  )
})
