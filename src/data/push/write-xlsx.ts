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
