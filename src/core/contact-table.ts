import { canonical } from './backup/canonical'
import { contactOf, formOf, type ContactForm } from './contact-form'
import { isDay, type Day } from './day'
import {
  CHANNELS,
  CONTACT_KINDS,
  CONTACT_STATES,
  MOST_LETTERS,
  type Contact,
  type ContactState,
} from './notebook'
import { fold } from './search/fold'

/** The columns of the notebook in a spreadsheet. The last one tells a card that comes back from a new one. */
export const COLUMNS = [
  'name',
  'kind',
  'state',
  'reply',
  'person',
  'channel',
  'reach',
  'contactedOn',
  'next',
  'nextOn',
  'note',
  'advert',
  'id',
] as const
type Column = (typeof COLUMNS)[number]

/** Columns whose cells are one of a few words. */
const PICKS = {
  kind: CONTACT_KINDS,
  state: CONTACT_STATES,
  reply: ['yes', 'no'],
  channel: CHANNELS,
} as const

/** The words of the learner's language for the columns (`column.name`) and what they hold (`state.todo`). */
export type TableWords = (key: string) => string

/** The most cards a file may bring. */
export const MOST_ROWS = 5000

/** Why a line of a file is left out. */
type LineProblem = 'no-name' | 'too-long' | 'unknown-word' | 'bad-date'

/** What a file would change in the notebook. */
export interface TableReading {
  added: Contact[]
  updated: { mine: Contact; row: Contact }[]
  same: number
  /** Lines left out, numbered as in a spreadsheet; column: the name it has there. */
  refused: { line: number; problem: LineProblem; column: string }[]
}

/** The notebook as rows of a spreadsheet, the first one with the names of the columns. */
export function tableOf(contacts: readonly Contact[], words: TableWords): string[][] {
  const head = COLUMNS.map((column) => words(`column.${column}`))
  const rows = contacts.map((contact) =>
    COLUMNS.map((column) => {
      const value = contact[column] ?? ''
      return value && column in PICKS ? words(`${column}.${value}`) : value
    }),
  )
  return [head, ...rows]
}

/**
 * Reads the rows of a spreadsheet against the cards of the device. A line with the reference of a card changes it;
 * one with the name and person of a card is that card, and changes nothing; any other is a new card.
 * @param newId gives a name to a new card
 * @param at milliseconds since 1970
 * @returns undefined when no column of the first row is that of the names, or there are too many rows
 */
export function readTable(
  rows: readonly (readonly string[])[],
  mine: readonly Contact[],
  words: TableWords,
  newId: () => string,
  at: number,
): TableReading | undefined {
  const [head = [], ...lines] = rows
  const columns = head.map((title) =>
    COLUMNS.find((column) => fold(title) === fold(words(`column.${column}`))),
  )
  if (!columns.includes('name') || lines.length > MOST_ROWS) return undefined
  const byId = new Map(mine.map((contact) => [contact.id, contact]))
  const byName = new Set(mine.map(nameOf))
  const reading: TableReading = { added: [], updated: [], same: 0, refused: [] }
  for (const [index, cells] of lines.entries()) {
    const line = readLine(columns, cells, words)
    if ('problem' in line) {
      const column = words(`column.${line.column}`)
      reading.refused.push({ line: index + 2, problem: line.problem, column })
      continue
    }
    const known = byId.get(line.id)
    const base = known ?? { id: newId(), state: 'todo', createdAt: at }
    const row = contactOf({ ...formOf(known), ...line.form }, { ...base, ...line.rest }, at)
    if (!row) continue
    if (known) {
      if (canonical({ ...row, changedAt: known.changedAt }) === canonical(known)) reading.same += 1
      else reading.updated.push({ mine: known, row })
    } else if (byName.has(nameOf(row))) reading.same += 1
    else {
      reading.added.push(row)
      byName.add(nameOf(row))
    }
  }
  return reading
}

interface Line {
  id: string
  form: Partial<ContactForm>
  /** Absent when the file has no such column. */
  rest: { state?: ContactState; reply?: 'yes' | 'no' }
}

function readLine(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
  words: TableWords,
): Line | { problem: LineProblem; column: Column } {
  const values: Partial<Record<Column, string>> = {}
  for (const [index, column] of columns.entries()) {
    if (!column) continue
    const text = cells[index]?.trim() ?? ''
    const value = readCell(column, text, words)
    if (value === undefined) return { problem: problemOf(column), column }
    values[column] = value
  }
  if (!values.name) return { problem: 'no-name', column: 'name' }
  const { id = '', state, reply, ...form } = values
  const known = CONTACT_STATES.find((one) => one === (state || 'todo'))
  return {
    id,
    form: form as Partial<ContactForm>,
    rest: {
      ...(state !== undefined && known && { state: known }),
      ...((reply === 'yes' || reply === 'no') && { reply }),
    },
  }
}

/** @returns undefined when the cell cannot be read. */
function readCell(column: Column, text: string, words: TableWords): string | undefined {
  if (column === 'contactedOn' || column === 'nextOn') return readDay(text)
  if (column in PICKS) {
    const picks: readonly string[] = PICKS[column as keyof typeof PICKS]
    if (!text) return column === 'kind' ? 'firm' : ''
    return picks.find((one) => fold(text) === fold(words(`${column}.${one}`)) || text === one)
  }
  const most = column === 'id' ? 100 : MOST_LETTERS[column as keyof typeof MOST_LETTERS]
  return text.length > most ? undefined : text
}

/** A day as the app writes it, or as spreadsheets set to French do. */
function readDay(text: string): Day | undefined {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const day = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text
  return day === '' || isDay(day) ? day : undefined
}

function problemOf(column: Column): LineProblem {
  if (column === 'contactedOn' || column === 'nextOn') return 'bad-date'
  return column in PICKS ? 'unknown-word' : 'too-long'
}

function nameOf({ name, person }: Contact): string {
  return `${fold(name)}/${fold(person ?? '')}`
}
