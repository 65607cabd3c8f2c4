import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openBackup } from '../core/backup/backup-file'
import { db } from '../data/db'
import { useRescue } from './rescue'

const NOW = Date.UTC(2026, 10, 26, 9)
const text = { hash: 'h', scenario: 'small', text: '{}' }
let saved: { name: string; file: Blob }[]

beforeEach(() => {
  setActivePinia(createPinia())
  saved = []
  let file = new Blob()
  vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
    file = given as Blob
    return 'blob:saved'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, file })
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await db.delete({ disableAutoOpen: false })
})

it('what the device keeps is saved in a file that the app reads back', async () => {
  await db.texts.add(text)
  await db.runs.add({
    id: 'r1',
    scenario: 'small',
    version: '1.0.0',
    text: 'h',
    level: 'n1',
    variant: 'v1',
    seed: 1,
    startedAt: 1,
  })
  const rescue = useRescue()
  expect(rescue.state).toBe('ready')
  const saving = rescue.save('0.1.0', NOW)
  expect(rescue.state).toBe('saving')
  await saving
  expect([rescue.state, rescue.runs]).toEqual(['saved', 1])
  expect(saved.map(({ name }) => name)).toEqual(['a-toi-de-jouer-2026-11-26.json'])
  const opened = openBackup((await saved[0]?.file.text()) ?? '', 1)
  expect(opened).toMatchObject({ ok: true, backup: { app: '0.1.0' } })
  if (opened.ok) expect(opened.backup.content.tables['texts']).toEqual([text])
})

it('a device that keeps nothing gives no file, and says so', async () => {
  const rescue = useRescue()
  await rescue.save('0.1.0')
  expect([rescue.state, rescue.runs]).toEqual(['empty', 0])
  expect(saved).toEqual([])
})

it('a browser that gives no file is told as a failure', async () => {
  await db.texts.add(text)
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    throw new TypeError('refused')
  })
  const rescue = useRescue()
  await rescue.save('0.1.0', NOW)
  expect(rescue.state).toBe('failed')
})
