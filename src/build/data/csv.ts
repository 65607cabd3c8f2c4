/** Reads a file of comma-separated values with a header line: one record a line, by column name. */
export function fromCsv(text: string): Record<string, string>[] {
  const [header = [], ...lines] = text.replace(/\n$/, '').split('\n').map(cells)
  return lines.map((line) =>
    Object.fromEntries(header.map((name, index) => [name, line[index] ?? ''])),
  )
}

/** Writes records as comma-separated values; the columns are those of the first record. */
export function toCsv(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const names = Object.keys(rows[0] ?? {})
  const line = (values: (string | number)[]) => values.map(quoted).join(',')
  return [line(names), ...rows.map((row) => line(names.map((name) => row[name] ?? '')))]
    .map((text) => `${text}\n`)
    .join('')
}

function cells(line: string): string[] {
  const cell = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/y
  const found: string[] = []
  for (let match = cell.exec(line); match; match = match[3] ? cell.exec(line) : null)
    found.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
  return found
}

function quoted(value: string | number): string {
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
