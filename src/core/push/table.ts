/** Largest file that is read, in bytes. */
export const LARGEST_FILE = 20_000_000

/** A list as it is in a file: names of columns, then rows; a row may be shorter. */
export interface Table {
  headers: string[]
  rows: string[][]
  /** Line of the file of the first row, from 1. */
  firstLine: number
  /** How the text was read; `XLSX` for a workbook, empty for pasted text. */
  encoding: string
  /** What stands between two cells; empty in a workbook. */
  separator: string
}
