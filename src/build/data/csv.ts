import Papa from 'papaparse'

/** Reads a file of comma-separated values with a header line: one record a line, by column name. */
export function fromCsv(text: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}

/** Writes records as comma-separated values; the columns are those of the first record. */
export function toCsv(rows: readonly Readonly<Record<string, string | number>>[]): string {
  return `${Papa.unparse([...rows], { newline: '\n' })}\n`
}
