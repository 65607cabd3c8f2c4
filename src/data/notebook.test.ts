import { beforeEach, describe, expect, it } from 'vitest'
import type { Attempt, Contact } from '../core/notebook'
import { Database } from './db'
import { notebookIn } from './notebook'

const card = (id: string): Contact => ({
  id,
  kind: 'cfa',
  name: `CFA ${id}`,
  state: 'todo',
  createdAt: 1,
  changedAt: 1,
})
const tried = (id: string, about: string, at = 1): Attempt => ({
  id,
  about,
  at,
  on: '2026-11-23',
  outcome: 'message',
})

let count = 0
let notebook: ReturnType<typeof notebookIn>
beforeEach(() => {
  notebook = notebookIn(new Database(`notebook-${(count += 1)}`))
})

describe('the notebook of a device', () => {
  it('keeps a card together with what was just tried', async () => {
    await notebook.put(card('a'), tried('t1', 'contact/a'))
    expect(await notebook.contact('a')).toEqual(card('a'))
    expect(await notebook.attempts('contact/a')).toEqual([tried('t1', 'contact/a')])
  })

  it('keeps neither when the same try was kept before', async () => {
    await notebook.put(card('a'), tried('t1', 'contact/a'))
    const changed = { ...card('a'), state: 'answer' as const }
    await expect(notebook.put(changed, tried('t1', 'contact/a'))).rejects.toMatchObject({
      kind: 'taken',
    })
    expect((await notebook.contact('a'))?.state).toBe('todo')
  })

  it('gives what was tried in the order of time, tasks apart from cards', async () => {
    await notebook.tried(tried('t2', 'task/allo-le-cfa', 2))
    await notebook.tried(tried('t1', 'task/allo-le-cfa', 1))
    await notebook.put(card('a'), tried('t3', 'contact/a'))
    expect((await notebook.taskAttempts()).map(({ id }) => id)).toEqual(['t1', 't2'])
    expect((await notebook.attempts('task/allo-le-cfa')).map(({ id }) => id)).toEqual(['t1', 't2'])
  })

  it('puts back a removed card with everything tried about it', async () => {
    await notebook.put(card('a'), tried('t1', 'contact/a'))
    await notebook.put(card('b'), tried('t2', 'contact/b'))
    const removed = await notebook.remove('a')
    expect(await notebook.contacts()).toEqual([card('b')])
    expect(await notebook.attempts('contact/a')).toEqual([])
    if (removed) await notebook.restore(removed)
    expect(await notebook.contact('a')).toEqual(card('a'))
    expect(await notebook.attempts('contact/a')).toEqual([tried('t1', 'contact/a')])
  })

  it('puts aside the cards that a file replaces', async () => {
    const db = new Database('notebook-replaced')
    const replacing = notebookIn(db)
    await replacing.put(card('a'))
    const changed = { ...card('a'), name: 'Autre' }
    await replacing.putAll([changed, card('b')], [card('a')], 5)
    expect(await replacing.contacts()).toEqual([changed, card('b')])
    expect(await db.quarantine.toArray()).toMatchObject([
      { at: 5, reason: 'replaced', rows: [card('a')] },
    ])
  })

  it('has nothing to remove twice', async () => {
    expect(await notebook.remove('a')).toBeUndefined()
  })
})
