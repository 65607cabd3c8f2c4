import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { readTable, tableOf, type TableReading, type TableWords } from '../core/contact-table'
import { saveFile } from '../data/save-file'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { newId } from './chance'
import { today } from './today'

/** The most bytes of a CSV file. */
const MOST_BYTES = 20_000_000

/** The cards of the notebook in a spreadsheet: out, and in again after a look at what it would change. */
export const useNotebookTable = defineStore('notebook-table', () => {
  /** How many cards went out last. */
  const saved = shallowRef<number>()
  const reading = shallowRef<TableReading>()
  const isUnreadable = shallowRef(false)
  /** How many cards the last file brought or changed. */
  const taken = shallowRef<number>()
  const trouble = shallowRef<TroubleKind>()

  /** @param words the learner's words for columns and what they hold */
  async function save(words: TableWords): Promise<void> {
    forget()
    await trying(async ({ notebook, csv }) => {
      const contacts = await notebook.contacts()
      saveFile(`mon-carnet-${today()}.csv`, csv.toCsv(tableOf(contacts, words)), 'text/csv')
      saved.value = contacts.length
    })
  }

  /** Reads a file. Nothing changes on the device: `reading` says what would. */
  async function read(file: Blob, words: TableWords): Promise<void> {
    forget()
    await trying(async ({ notebook, csv }) => {
      const rows =
        file.size > MOST_BYTES
          ? []
          : csv.fromCsv(csv.decoded(new Uint8Array(await file.arrayBuffer())).text)
      reading.value = readTable(rows, await notebook.contacts(), words, newId, Date.now())
      isUnreadable.value = reading.value === undefined
    })
  }

  /** Keeps the cards that were read, all or none. */
  async function take(): Promise<void> {
    const now = reading.value
    if (!now) return
    await trying(async ({ notebook }) => {
      const cards = [...now.added, ...now.updated.map(({ row }) => row)]
      await notebook.putAll(
        cards,
        now.updated.map(({ mine }) => mine),
        Date.now(),
      )
      taken.value = cards.length
    })
    reading.value = undefined
  }

  function forget(): void {
    saved.value = undefined
    reading.value = undefined
    isUnreadable.value = false
    taken.value = undefined
    trouble.value = undefined
  }

  async function trying(
    work: (all: Awaited<ReturnType<typeof parts>>) => Promise<void>,
  ): Promise<void> {
    try {
      await work(await parts())
    } catch (error) {
      trouble.value = troubleOf(error).kind
    }
  }

  return { saved, reading, isUnreadable, taken, trouble, save, read, take, forget }
})

/** The database and the reader of CSV come with the first need of them. */
async function parts() {
  const [{ notebookIn }, csv, { decoded }] = await Promise.all([
    import('../data/notebook'),
    import('../core/csv'),
    import('../data/decoded'),
  ])
  return { notebook: notebookIn(), csv: { ...csv, decoded } }
}
