import Papa from 'papaparse'
import { unmarked } from '../../core/csv'
import { recogniseColumns } from '../../core/push/columns'
import { LARGEST_FILE, type Table } from '../../core/push/table'
import { decoded } from '../decoded'

/** Why a file is not a list. Each has its sentence to the user. */
export type TableFault = 'empty' | 'too-big' | 'too-many-rows' | 'no-rows' | 'broken' | 'old-excel'

/** A file that cannot be read as a list; nothing was kept of it. */
export class TableTrouble extends Error {
  constructor(readonly fault: TableFault) {
    super(`Table: ${fault}`)
    this.name = 'TableTrouble'
  }
}

/** Largest list. */
const MOST_ROWS = 20_000
const MOST_COLUMNS = 300

/** Reads a CSV or XLSX file, told apart by their first bytes. @throws {TableTrouble} */
export async function readTable(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  if (bytes.length === 0) throw new TableTrouble('empty')
  if (bytes.length > LARGEST_FILE) throw new TableTrouble('too-big')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new TableTrouble('old-excel')
  const isZip = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
  if (isZip) return tableOf(await readXlsx(bytes), 'XLSX')
  const { text, encoding } = decoded(bytes)
  return readText(text, encoding)
}

/** Reads a list pasted as text, from a spreadsheet or a CSV. @throws {TableTrouble} */
export function readText(text: string, encoding = ''): Table {
  const separator = separatorOf(text)
  const { data } = Papa.parse<string[]>(text, { delimiter: separator, skipEmptyLines: false })
  return tableOf(data, encoding, separator)
}

/** The separator that cuts most of the first lines into the same number of columns, the more the better. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000)
  let best = { separator: ';', score: 0 }
  for (const separator of [';', '\t', ',', '|']) {
    const { data } = Papa.parse<string[]>(head, { delimiter: separator, preview: 20 })
    const widths = data.filter((row) => row.some(Boolean)).map(({ length }) => length)
    const [width = 1, alike = 0] = mostFrequent(widths)
    const score = width < 2 ? 0 : (alike / widths.length) * Math.min(width, 20) + alike
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** The number that comes most often, and how often. */
function mostFrequent(numbers: readonly number[]): [number, number] | [] {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0] ?? []
}

async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const { readSheet } = await import('read-excel-file/universal')
  try {
    const rows = await readSheet(bytes.buffer)
    return rows.map((row) => row.map(cellText))
  } catch {
    throw new TableTrouble('broken')
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell)
    : ''
}

/** Titles and dates may stand above the names of the columns; not many. */
const MOST_TITLES = 15

/**
 * The line that holds the names of the columns: among the first ones, that which says the most known names, else the
 * first that is not empty.
 */
function headerLine(lines: readonly (readonly string[])[]): number {
  const first = lines.findIndex((row) => !isBlank(row))
  let best = { at: first, known: 1 }
  for (const [at, row] of lines.slice(0, first + MOST_TITLES).entries()) {
    const known = Object.keys(recogniseColumns(row, [])).length
    if (known > best.known) best = { at, known }
  }
  return best.at
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => !cell.trim())
}

function tableOf(lines: readonly (readonly string[])[], encoding: string, separator = ''): Table {
  const at = headerLine(lines)
  const [headers, ...rows] = lines.slice(Math.max(0, at))
  while (rows.length && isBlank(rows.at(-1) ?? [])) rows.pop()
  if (!headers || at < 0) throw new TableTrouble('empty')
  if (!rows.length) throw new TableTrouble('no-rows')
  if (rows.length > MOST_ROWS) throw new TableTrouble('too-many-rows')
  return {
    headers: headers.slice(0, MOST_COLUMNS).map(cleaned),
    rows: rows.map((row) => row.slice(0, MOST_COLUMNS).map(cleaned)),
    firstLine: at + 2,
    encoding,
    separator,
  }
}

/** What `toCsv` put before a cell that looks like a formula is taken away again. */
function cleaned(cell: string): string {
  return unmarked(cell.replace(/\0/g, ''))
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}
