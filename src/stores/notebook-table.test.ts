import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { formOf } from '../core/contact-form'
import { db } from '../data/db'
import { useNotebook } from './notebook'
import { useNotebookTable } from './notebook-table'

beforeEach(async () => {
  setActivePinia(createPinia())
  await Promise.all([db.contacts.clear(), db.quarantine.clear()])
})
afterEach(() => vi.restoreAllMocks())

async function withCards(): Promise<void> {
  const notebook = useNotebook()
  for (const name of ['Garage Élan', 'CFA des Métiers', '=SOMME(1)'])
    await notebook.add({ ...formOf(), name })
}

describe('the notebook as a file for spreadsheets', () => {
  const words = (key: string) => key

  it('comes back without a change', async () => {
    await withCards()
    const table = useNotebookTable()
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob)
      return 'blob:saved'
    })
    await table.save(words)
    expect(table.saved).toBe(3)
    const [file] = files
    if (file) await table.read(file, words)
    expect(table.reading).toMatchObject({ added: [], updated: [], same: 3, refused: [] })
  })

  it('brings new cards and changes, once the learner has seen how many', async () => {
    await withCards()
    const [card] = await db.contacts.toArray()
    const csv = `column.name,column.id\nAutre nom,${card?.id}\nNouvelle,`
    const table = useNotebookTable()
    await table.read(new Blob([csv]), words)
    expect(table.reading).toMatchObject({ added: [{ name: 'Nouvelle' }], same: 0 })
    expect(await db.contacts.count()).toBe(3)
    await table.take()
    expect(table.taken).toBe(2)
    expect(await db.contacts.count()).toBe(4)
    expect((await db.contacts.get(card?.id ?? ''))?.name).toBe('Autre nom')
    expect(await db.quarantine.toArray()).toMatchObject([{ reason: 'replaced', rows: [card] }])
  })

  it('that is something else is said to be unreadable', async () => {
    const table = useNotebookTable()
    await table.read(new Blob(['{"a":1}']), words)
    expect(table.isUnreadable).toBe(true)
  })
})
