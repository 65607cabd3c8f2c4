import { toCsv } from '../../core/csv'
import { checkRows, type Checked, type Decisions } from '../../core/push/check-rows'
import { recogniseColumns } from '../../core/push/columns'
import { compose, type Settings } from '../../core/push/compose'
import { tradeOfCourse } from '../../core/push/course-trade'
import { toEml, toMbox, type Letter } from '../../core/push/eml'
import { exportRows, type ExportColumn } from '../../core/push/export-rows'
import type { Mapping } from '../../core/push/fields'
import type { Person } from '../../core/push/person'
import type { Table } from '../../core/push/table'
import { townOf } from '../../core/push/town-of'
import { openPlaces } from '../../core/search/places'
import { openTrades } from '../../core/search/trades'
import { fetchPlaces, fetchTrades } from '../offers/served'
import { readTable, readText } from './read-table'
import { writeXlsx } from './write-xlsx'

/** What is asked of the worker, and what it answers. Each is pure work on lists: nothing is stored here. */
export interface Jobs {
  read: {
    asks: { file: Uint8Array<ArrayBuffer> | string }
    gives: { table: Table; mapping: Mapping }
  }
  check: { asks: { table: Table; mapping: Mapping; decisions: Decisions }; gives: Checked }
  export: { asks: ExportOrder; gives: Blob }
}
export type JobName = keyof Jobs

type ExportFormat = 'csv' | 'xlsx' | 'mbox' | 'eml'

export interface ExportOrder {
  people: Person[]
  format: ExportFormat
  columns: ExportColumn[]
  settings: Omit<Settings, 'channel'>
  /** For the dates of the messages, milliseconds since 1970. */
  at: number
  /** Makes the names of the messages unique. */
  seed: string
}

/** From 0 to 1. */
export type Progress = (share: number) => void

let catalogues: Promise<[ReturnType<typeof openPlaces>, ReturnType<typeof openTrades>]> | undefined

/** Does one job. @throws {TableTrouble} when a file is not a list. */
export const jobs: {
  [Name in JobName]: (asked: Jobs[Name]['asks'], tell: Progress) => Promise<Jobs[Name]['gives']>
} = {
  async read({ file }) {
    const table = typeof file === 'string' ? readText(file) : await readTable(file)
    return { table, mapping: recogniseColumns(table.headers, table.rows.slice(0, 50)) }
  },

  async check({ table, mapping, decisions }, tell) {
    catalogues ??= openCatalogues()
    const [places, trades] = await catalogues.catch((error: unknown) => {
      catalogues = undefined
      throw error
    })
    const town = once(
      (said: Parameters<typeof townOf>[1]) => townOf(places, said),
      ({ town, postcode, insee }) => `${town}|${postcode}|${insee}`,
    )
    const trade = once(
      (said: { course: string; rome: string }) => tradeOfCourse(trades, said.course, said.rome),
      ({ course, rome }) => `${course}|${rome}`,
    )
    return checkRows(table.rows, table.firstLine, mapping, decisions, { town, trade }, (done) =>
      tell(done / table.rows.length),
    )
  },

  async export(order, tell) {
    const share = (done: number) => tell(done / Math.max(1, order.people.length))
    if (order.format === 'csv' || order.format === 'xlsx') {
      const rows = exportRows(order.people, order.columns, order.settings, share)
      return order.format === 'csv'
        ? new Blob([toCsv([order.columns, ...rows])], { type: 'text/csv;charset=utf-8' })
        : writeXlsx(order.columns, rows)
    }
    const letters = lettersOf(order, share)
    if (order.format === 'mbox')
      return new Blob([toMbox(letters, asctime(order.at))], { type: 'application/mbox' })
    const { zipSync, strToU8 } = await import('fflate')
    const files = letters.map((letter) => [`${letter.id}.eml`, strToU8(toEml(letter))] as const)
    return new Blob([zipSync(Object.fromEntries(files), { level: 1 })], { type: 'application/zip' })
  },
}

function lettersOf({ people, settings, at, seed }: ExportOrder, share: Progress): Letter[] {
  return people.flatMap((person, index) => {
    if (index % 250 === 0) share(index)
    const { to, subject, text } = compose(person, { ...settings, channel: 'email' })
    if (!to) return []
    const id = `${String(index + 1).padStart(5, '0')}-${seed}`
    const date = new Date(at).toUTCString().replace('GMT', '+0000')
    return [{ to, subject, text, from: settings.sender, date, id }]
  })
}

/** As mbox separators have it: « Mon Nov 23 10:00:00 2026 ». */
function asctime(at: number): string {
  const [day, date, month, year, time] = new Date(at).toUTCString().replace(',', '').split(' ')
  return `${day} ${month} ${date} ${time} ${year}`
}

async function openCatalogues(): Promise<
  [ReturnType<typeof openPlaces>, ReturnType<typeof openTrades>]
> {
  const [places, trades] = await Promise.all([fetchPlaces(), fetchTrades()])
  return [openPlaces(places), openTrades(trades)]
}

/** The same question is answered once: lists hold few different towns and courses. */
function once<Asked, Answer>(
  work: (asked: Asked) => Answer,
  name: (asked: Asked) => string,
): (asked: Asked) => Answer {
  const answers = new Map<string, Answer>()
  return (asked) => {
    const key = name(asked)
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = work(asked)
    answers.set(key, answer)
    return answer
  }
}
