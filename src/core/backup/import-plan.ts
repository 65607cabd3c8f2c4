import type { DeviceContent } from './backup-file'
import { canonical } from './canonical'
import { noChanges, type Changes } from './changes'
import { joinRuns, type RunChanges } from './join-runs'
import { readPack } from './pack-door'
import { RUN_TABLES, TABLE_RULES, type TableRule } from './table-rules'

/** What a file would change on this device. Nothing is changed by making it. */
export interface ImportPlan {
  runs: RunChanges
  /** The other tables, by name, in the order of `TABLE_RULES`; tables the app does not know come last. */
  tables: Record<string, Changes<object>>
}

/**
 * Compares a backup with the device. Rows are read one by one, by the rule of their table; those that cannot be
 * read are counted and left out.
 * @param isGoodText says whether the text of a module can be played; replaced in tests
 */
export function planImport(
  device: DeviceContent<object>,
  file: DeviceContent,
  isGoodText = ({ text, scenario }: { text: string; scenario: string }) =>
    readPack(text)?.scenario.id === scenario,
): ImportPlan {
  const rowsOf = ({ tables }: DeviceContent, name: string) => tables[name] ?? []
  const runRows = (content: DeviceContent) => ({
    runs: rowsOf(content, 'runs'),
    records: rowsOf(content, 'records'),
    texts: rowsOf(content, 'texts'),
  })
  const tables: ImportPlan['tables'] = {}
  for (const [name, rows] of Object.entries(file.tables)) {
    if (RUN_TABLES.some((one) => one === name)) continue
    const rule = Object.hasOwn(TABLE_RULES, name) ? TABLE_RULES[name] : undefined
    tables[name] = rule
      ? joinRows(rule, device.tables[name] ?? [], rows)
      : unknownTable(rows.length)
  }
  return { runs: joinRuns(runRows(device), runRows(file), isGoodText), tables }
}

function joinRows(
  rule: TableRule,
  mine: readonly object[],
  theirs: readonly unknown[],
): Changes<object> {
  const changes = noChanges<object>()
  const device = new Map(mine.map((row) => [rule.key(row), row]))
  const met = new Set<string>()
  for (const raw of theirs) {
    const row = rule.read(raw)
    const key = row && rule.key(row)
    if (row === undefined || key === undefined || met.has(key)) {
      changes.refused.shape += 1
      continue
    }
    met.add(key)
    const here = device.get(key)
    if (here === undefined) changes.added.push(row)
    else if (rule.isSame(here, row)) changes.same += 1
    else {
      const joined = rule.join(here, row)
      if (joined === undefined) changes.refused.conflict += 1
      else if (canonical(joined) === canonical(here)) changes.older += 1
      else changes.updated.push({ mine: here, row: joined })
    }
  }
  return changes
}

function unknownTable(count: number): Changes<object> {
  const changes = noChanges<object>()
  changes.refused.unknown = count
  return changes
}
