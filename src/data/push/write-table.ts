import Papa from 'papaparse'

/** What makes a spreadsheet take a cell for a formula (OWASP ASVS 5, 1.2.10). */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/

/**
 * A list as CSV for spreadsheets and mailing services: UTF-8 with its mark, `;`, RFC 4180 quotes. A cell that a
 * spreadsheet would take for a formula has `'` before it.
 */
export function writeCsv(headers: readonly string[], rows: readonly string[][]): string {
  const text = Papa.unparse([[...headers], ...rows], {
    delimiter: ';',
    newline: '\r\n',
    escapeFormulae: FORMULA,
  })
  return `\uFEFF${text}`
}

/** A list as an Excel workbook: every cell is text, which no spreadsheet evaluates. */
export async function writeXlsx(
  headers: readonly string[],
  rows: readonly string[][],
): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/universal')
  const cells = [[...headers], ...rows].map((row) =>
    row.map((value) => ({ value: writable(value), type: String })),
  )
  return writeXlsxFile(cells).toBlob()
}

/**
 * XML has no control characters. The library mistakes a cell such as `valueOf` for a method of its own table and
 * writes a broken file: a space after it is enough.
 */
function writable(value: string): string {
  const text = value.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
  return text in {} ? `${text} ` : text
}
