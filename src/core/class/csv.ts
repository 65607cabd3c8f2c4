/**
 * A table as comma-separated values (RFC 4180), safe to open in a spreadsheet: a cell that would be read as a
 * formula begins with an apostrophe (OWASP ASVS 5.0, 1.2.10).
 * @param separator `;` is what French spreadsheets expect, `,` what Moodle does
 */
export function toCsv(
  rows: readonly (readonly (string | number)[])[],
  separator: ',' | ';' = ';',
): string {
  return rows.map((row) => row.map(cell).join(separator) + '\r\n').join('')
}

/** What spreadsheets take for the beginning of a formula, full-width forms included. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠|%]|^[\t\r\n\0]/u

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",;\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
