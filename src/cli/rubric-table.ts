import type { Detail, Row } from '../core/rubric/row'
import { sentences } from './sentences'

const say = sentences('rubric')

/** Details listed under a row before « … ». */
const MOST_DETAILS = 12

/** The quality table of a module, in French, with what is wrong under each row that is not green. */
export function rubricTable(rows: readonly Row[]): string {
  return rows.flatMap((row) => [rowLine(row), ...detailLines(row)]).join('\n')
}

function rowLine({ row, value, threshold, ok, warning }: Row): string {
  const mark = ok ? '✓' : warning ? '!' : '✗'
  return `  ${mark} ${row} ${say(`row.${row}`)} : ${value}   (${threshold})`
}

function detailLines({ ok, details }: Row): string[] {
  // A green row may still warn of a fact to review.
  const shown = ok ? details.filter(({ code }) => code === 'fact-late') : details
  const lines = shown.slice(0, MOST_DETAILS).map(detailLine)
  if (shown.length > MOST_DETAILS) lines.push(`      … et ${shown.length - MOST_DETAILS} autres`)
  return lines
}

function detailLine({ code, path, params }: Detail): string {
  return `      ${path ? `${path} : ` : ''}${say(`detail.${code}`, params)}`
}
