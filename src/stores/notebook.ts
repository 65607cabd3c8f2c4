import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { contactOf, type ContactForm } from '../core/contact-form'
import type { Day } from '../core/day'
import {
  afterAttempt,
  nextStep,
  type Attempt,
  type Contact,
  type NextStep,
  type Outcome,
} from '../core/notebook'
import { answerTo, searchable, type Question, type Searchable } from '../core/notebook-list'
import type { Scenario } from '../core/scenario'
import type { KeptTrade } from '../data/db'
import type { ContactFile } from '../data/notebook'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { newId } from './chance'
import { finishedModules } from './finished-modules'
import { today } from './today'

/** The real task of a module that was finished, with what was tried of it. */
export interface RealTask {
  module: string
  passage: Scenario['passage']
  title: string
  text: string
  /** Who can help. */
  ally: string
  attempts: readonly Attempt[]
}

/** The notebook: real tasks, contacts, and what came of each try. */
export const useNotebook = defineStore('notebook', () => {
  const cards = shallowRef<readonly Searchable[]>([])
  const tasks = shallowRef<readonly RealTask[]>([])
  const trades = shallowRef<readonly KeptTrade[]>([])
  /** The card taken away last, while it can be put back. */
  const removed = shallowRef<ContactFile>()
  const isReady = shallowRef(false)
  /** Why the last thing asked for was not kept, or not read. */
  const trouble = shallowRef<TroubleKind>()

  const question = shallowRef<Question>({ words: '', state: undefined, order: 'next' })
  const found = computed(() => answerTo(question.value, cards.value))
  /** How many cards are in each state. */
  const counts = computed(() => {
    const all = new Map<Contact['state'], number>()
    for (const { contact } of cards.value) all.set(contact.state, (all.get(contact.state) ?? 0) + 1)
    return all
  })

  /** Reads the notebook of the device. */
  async function load(): Promise<void> {
    await keeping(async ({ notebook, keptTrades }) => {
      const [contacts, kept] = await Promise.all([notebook.contacts(), keptTrades.all()])
      cards.value = contacts.map(searchable)
      trades.value = kept
      isReady.value = true
      await loadTasks()
      void readyWords(cards.value)
    })
    isReady.value = true
  }

  async function loadTasks(): Promise<void> {
    await keeping(async ({ notebook }) => {
      const [modules, attempts] = await Promise.all([finishedModules(), notebook.taskAttempts()])
      tasks.value = modules.map(({ id, pack: { scenario }, say }) => ({
        module: id,
        passage: scenario.passage,
        title: say(scenario.title),
        text: say(scenario.after.task.text),
        ally: say(scenario.after.task.ally),
        attempts: attempts.filter(({ about }) => about === `task/${id}`),
      }))
    })
  }

  /** A card with what was tried about it; undefined when it is not on this device. */
  async function open(id: string): Promise<ContactFile | undefined> {
    return keeping(async ({ notebook }) => {
      const contact = await notebook.contact(id)
      return contact && { contact, attempts: await notebook.attempts(`contact/${id}`) }
    })
  }

  /** Keeps a new card. @returns undefined when it was not kept, or the form has no name */
  async function add(form: ContactForm): Promise<Contact | undefined> {
    const state = form.contactedOn ? 'contacted' : 'todo'
    const contact = contactOf(form, { id: newId(), state, createdAt: Date.now() }, Date.now())
    return contact && (await save(contact)) ? contact : undefined
  }

  /** Keeps a card. @returns whether it was kept */
  async function save(contact: Contact): Promise<boolean> {
    const done = await keeping(async ({ notebook }) => {
      await notebook.put(contact)
      put(contact)
      return true
    })
    return done === true
  }

  /** Keeps what came of a try about a card. @returns the card as it is now, the try, and the next useful step */
  async function tried(
    { contact, attempts }: ContactFile,
    outcome: Outcome,
  ): Promise<{ file: ContactFile; step: NextStep } | undefined> {
    const attempt = newAttempt(`contact/${contact.id}`, outcome)
    const file = {
      contact: afterAttempt(contact, attempt),
      attempts: [...attempts, attempt],
    }
    return keeping(async ({ notebook }) => {
      await notebook.put(file.contact, attempt)
      put(file.contact)
      return { file, step: stepAfter(file.attempts) }
    })
  }

  /** Takes back the last try of a card. @param before the card as it was then @returns the card as it is now */
  async function untried(before: Contact, told: ContactFile): Promise<ContactFile | undefined> {
    const attempt = told.attempts.at(-1)
    return keeping(async ({ notebook }) => {
      if (!attempt) return told
      await notebook.untry(attempt, before)
      put(before)
      return { contact: before, attempts: told.attempts.slice(0, -1) }
    })
  }

  /** Keeps what came of the task of a module. @returns the next useful step */
  async function triedTask(task: RealTask, outcome: Outcome): Promise<NextStep | undefined> {
    const attempt = newAttempt(`task/${task.module}`, outcome)
    const attempts = [...task.attempts, attempt]
    return keeping(async ({ notebook }) => {
      await notebook.tried(attempt)
      putTask(task, attempts)
      return stepAfter(attempts)
    })
  }

  /** Takes back the last try of the task of a module. */
  async function untriedTask(task: RealTask): Promise<void> {
    const attempt = task.attempts.at(-1)
    if (!attempt) return
    await keeping(async ({ notebook }) => {
      await notebook.untry(attempt)
      putTask(task, task.attempts.slice(0, -1))
    })
  }

  function putTask({ module }: RealTask, attempts: readonly Attempt[]): void {
    tasks.value = tasks.value.map((one) => (one.module === module ? { ...one, attempts } : one))
  }

  /** Takes a card away; `undo` puts it back. @returns whether it was taken away */
  async function remove(id: string): Promise<boolean> {
    const done = await keeping(async ({ notebook }) => {
      removed.value = await notebook.remove(id)
      cards.value = cards.value.filter(({ contact }) => contact.id !== id)
      return true
    })
    return done === true
  }

  async function undo(): Promise<void> {
    const file = removed.value
    if (!file) return
    await keeping(async ({ notebook }) => {
      await notebook.restore(file)
      put(file.contact)
      removed.value = undefined
    })
  }

  function put(contact: Contact): void {
    const others = cards.value.filter((one) => one.contact.id !== contact.id)
    cards.value = [...others, searchable(contact)]
  }

  async function keeping<T>(
    work: (tables: Awaited<ReturnType<typeof tablesOfNotebook>>) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      const result = await work(await tablesOfNotebook())
      trouble.value = undefined
      return result
    } catch (error) {
      trouble.value = troubleOf(error).kind
      return undefined
    }
  }

  return {
    cards,
    tasks,
    trades,
    removed,
    isReady,
    trouble,
    question,
    found,
    counts,
    load,
    today,
    open,
    add,
    save,
    tried,
    untried,
    triedTask,
    untriedTask,
    remove,
    undo,
  }
})

/** Cards whose words are made ready at once: a moment too short to be felt. */
const BATCH = 50

/** Makes the words of the cards ready between two gestures, so that the first letter of a search does not wait. */
async function readyWords(cards: readonly Searchable[]): Promise<void> {
  for (const [index, card] of cards.entries()) {
    if (index % BATCH === 0) await new Promise((resolve) => setTimeout(resolve))
    void card.words
  }
}

/** The next useful step after the last try of a list, the oldest first. */
function stepAfter(attempts: readonly Attempt[]): NextStep {
  const last = attempts.at(-1)
  const silent = attempts.length - 1 - attempts.findLastIndex((one) => one.outcome !== 'noAnswer')
  return nextStep(last?.outcome ?? 'reached', last?.on ?? today(), Math.max(1, silent))
}

function newAttempt(about: string, outcome: Outcome): Attempt {
  return { id: newId(), about, on: today() satisfies Day, at: Date.now(), outcome }
}

/** The database comes with the first need of it. */
async function tablesOfNotebook() {
  const [{ notebookIn }, { keptTradesIn }] = await Promise.all([
    import('../data/notebook'),
    import('../data/kept-trades'),
  ])
  return { notebook: notebookIn(), keptTrades: keptTradesIn() }
}
