import Papa from 'papaparse'

/** What a spreadsheet may take for a formula (OWASP ASVS 5.0, 1.2.10), white space before it included. */
const FORMULA = /^[\s\0]*['=+\-@＝＋－＠|%\t\r\n\0]/u
/** The sign that says a cell is text. */
const TEXT = "'"

/** How a file is written: what spreadsheets set to French open, unless said otherwise. */
interface CsvForm {
  separator?: ',' | ';'
  /** The byte-order mark, by which spreadsheets know UTF-8. */
  mark?: boolean
}

/**
 * The text of a CSV file, quoted as RFC 4180 says. A cell that could be taken for a formula begins with `'`; numbers
 * stay numbers.
 */
export function toCsv(
  rows: readonly (readonly (string | number)[])[],
  { separator = ';', mark = true }: CsvForm = {},
): string {
  const safe = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' && FORMULA.test(cell) ? TEXT + cell : cell)),
  )
  const text = Papa.unparse(safe, { delimiter: separator, newline: '\r\n' })
  return `${mark ? '\ufeff' : ''}${text}\r\n`
}

/** The rows of a CSV file, whatever its separator; the `'` of `toCsv` is taken away. Empty lines are left out. */
export function fromCsv(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [';', ',', '\t'],
  })
  return data.map((row) => row.map(unmarked))
}

/** A cell without the `'` that `toCsv` put before it. */
export function unmarked(cell: string): string {
  return cell.startsWith(TEXT) && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}
