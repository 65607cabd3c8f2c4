import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { formOf } from '../core/contact-form'
import { openMoves } from '../core/play'
import { db } from '../data/db'
import { useCurrentRun } from './current-run'
import { useNotebook } from './notebook'

const MODULE = 'je-ne-sais-pas-encore'

beforeEach(async () => {
  localStorage.clear()
  setActivePinia(createPinia())
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 23, 11) })
  await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()))
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function finishModule(): Promise<void> {
  const current = useCurrentRun()
  await current.open({ module: MODULE, level: 'any' })
  while (current.step?.kind !== 'ending') {
    const { game, snapshot } = current
    await current.choose((game && snapshot && openMoves(game, snapshot)[0]?.pick) ?? '')
  }
  await current.close()
}

async function reopened() {
  setActivePinia(createPinia())
  const notebook = useNotebook()
  await notebook.load()
  return notebook
}

async function withCard(name = 'Garage Élan') {
  const notebook = await reopened()
  const added = await notebook.add({ ...formOf(), name })
  const file = added && (await notebook.open(added.id))
  if (!file) throw new Error('The card should be kept.')
  return { notebook, file }
}

describe('the notebook', () => {
  it('is empty at first', async () => {
    const { cards, tasks, isReady } = await reopened()
    expect({ cards, tasks, isReady }).toEqual({ cards: [], tasks: [], isReady: true })
  })

  it('proposes the real task of a finished scene, in the words of the learner', async () => {
    await finishModule()
    const { tasks } = await reopened()
    expect(tasks).toMatchObject([{ module: MODULE, attempts: [] }])
    expect(`${tasks[0]?.text}${tasks[0]?.ally}`).not.toMatch(/[{}]/)
  })

  it('keeps what came of a task, and opens the next useful step', async () => {
    await finishModule()
    const notebook = await reopened()
    const [task] = notebook.tasks
    const step = task && (await notebook.triedTask(task, 'message'))
    expect(step).toEqual({ name: 'callBack', on: '2026-11-25' })
    expect((await reopened()).tasks[0]?.attempts).toMatchObject([
      { about: `task/${MODULE}`, outcome: 'message', on: '2026-11-23' },
    ])
  })

  it('keeps a card and finds it again', async () => {
    await withCard()
    const notebook = await reopened()
    expect(notebook.cards).toHaveLength(1)
    notebook.question = { words: 'elan', state: undefined, order: 'next' }
    expect(notebook.found.map(({ name }) => name)).toEqual(['Garage Élan'])
    expect(notebook.counts.get('todo')).toBe(1)
  })

  it('keeps no card without a name', async () => {
    const notebook = await reopened()
    expect(await notebook.add(formOf())).toBeUndefined()
    expect(await db.contacts.count()).toBe(0)
  })

  it('moves a card on with each try; after three silences it proposes another way', async () => {
    const { notebook, file } = await withCard()
    let now: Awaited<ReturnType<typeof notebook.tried>> = { file, step: { name: 'another' } }
    const steps: string[] = []
    for (const outcome of ['noAnswer', 'noAnswer', 'noAnswer', 'reached'] as const) {
      now = now && (await notebook.tried(now.file, outcome))
      steps.push(now?.step.name ?? '')
    }
    expect(steps).toEqual(['callAgain', 'callAgain', 'otherWay', 'followUp'])
    expect((await notebook.open(file.contact.id))?.contact).toMatchObject({
      state: 'contacted',
      contactedOn: '2026-11-23',
    })
    expect((await notebook.open(file.contact.id))?.attempts).toHaveLength(4)
  })

  it('takes back what was told by a slip: the card is as it was', async () => {
    const { notebook, file } = await withCard()
    const told = await notebook.tried(file, 'refusal')
    expect(told?.file.contact).toMatchObject({ state: 'answer', reply: 'no' })
    expect(told && (await notebook.untried(file.contact, told.file))).toEqual(file)
    expect(await notebook.open(file.contact.id)).toEqual(file)
    expect(notebook.cards.map(({ contact }) => contact)).toEqual([file.contact])
  })

  it('takes back what was told of a task', async () => {
    await finishModule()
    const notebook = await reopened()
    const told = async (): Promise<unknown> => {
      const [task] = notebook.tasks
      if (task) await notebook.triedTask(task, 'refusal')
      return notebook.tasks[0]?.attempts.length
    }
    expect(await told()).toBe(1)
    const [task] = notebook.tasks
    if (task) await notebook.untriedTask(task)
    expect(notebook.tasks[0]?.attempts).toEqual([])
    expect((await reopened()).tasks[0]?.attempts).toEqual([])
  })

  it('puts back a card that was taken away, with its tries', async () => {
    const { notebook, file } = await withCard()
    await notebook.tried(file, 'message')
    await notebook.remove(file.contact.id)
    expect(notebook.cards).toEqual([])
    expect(await db.attempts.count()).toBe(0)
    await notebook.undo()
    expect(notebook.removed).toBeUndefined()
    expect((await notebook.open(file.contact.id))?.attempts).toHaveLength(1)
    expect((await reopened()).cards).toHaveLength(1)
  })

  it('says why something was not kept, and shows what is stored', async () => {
    const { notebook, file } = await withCard()
    vi.spyOn(db.contacts, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await notebook.save({ ...file.contact, name: 'Autre' })).toBe(false)
    expect(notebook.trouble).toBe('full')
    expect(notebook.cards[0]?.contact.name).toBe('Garage Élan')
  })
})
