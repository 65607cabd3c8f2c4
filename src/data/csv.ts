import Papa from 'papaparse'

/** What a spreadsheet may take for a formula (OWASP ASVS 5.0, 1.2.10), and the sign that says it is text. */
const FORMULA = /^['=+\-@＝＋－＠\t\r\n\0]/
const TEXT = "'"

/**
 * The text of a CSV file: quoted as RFC 4180 says, semicolons and a byte-order mark, as spreadsheets set to French
 * open it. A cell that could be taken for a formula begins with `'`.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? TEXT + cell : cell)))
  return `\ufeff${Papa.unparse(safe, { delimiter: ';', newline: '\r\n' })}\r\n`
}

/** The rows of a CSV file, whatever its separator; the `'` of `toCsv` is taken away. Empty lines are left out. */
export function fromCsv(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [';', ',', '\t'],
  })
  return data.map((row) =>
    row.map((cell) =>
      cell.startsWith(TEXT) && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell,
    ),
  )
}

/** The text of a file that may have been saved by an old spreadsheet: UTF-8, else the code page of Windows. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
