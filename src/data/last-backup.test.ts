import { expect, it } from 'vitest'
import { Database } from './db'
import { lastBackupIn } from './last-backup'
import { notebookIn } from './notebook'

it('what was done since the last backup is counted, whatever the clock says', async () => {
  const db = new Database('last-backup')
  const last = lastBackupIn(db)
  const card = { kind: 'cfa', name: 'CFA', state: 'todo', createdAt: 1, changedAt: 1 } as const
  expect(await last.get()).toEqual({ at: undefined, since: 0 })
  await notebookIn(db).put({ id: 'a', ...card })
  expect(await last.get()).toEqual({ at: undefined, since: 1 })
  await last.mark(9)
  expect(await last.get()).toEqual({ at: 9, since: 0 })
  await notebookIn(db).put({ id: 'b', ...card })
  expect((await last.get()).since).toBe(1)
  await notebookIn(db).remove('a')
  await notebookIn(db).remove('b')
  expect((await last.get()).since).toBe(0)
})
