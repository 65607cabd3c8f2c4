import { lineText, type Sheet } from './sheet'

/** A part to add after the sheet and before the script: a plan, say. */
export interface SheetPart {
  heading: string
  lines: string[]
}

/**
 * The sheet as plain text, to copy or share: one idea a line, no mark, no run of spaces.
 * @param scriptHeading what announces the script
 */
export function sheetText(
  sheet: Sheet,
  parts: readonly SheetPart[],
  scriptHeading: string,
): string {
  return [
    [sheet.title.toUpperCase()],
    ...partsOf(sheet, parts, scriptHeading).map(({ heading, lines }) => [
      heading,
      ...lines.map((line) => `- ${line}`),
    ]),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .replace(/[ \u00a0\u202f]{2,}/g, ' ')
}

/** All that the page says, part by part, as plain lines. */
export function partsOf(
  sheet: Sheet,
  parts: readonly SheetPart[],
  scriptHeading: string,
): SheetPart[] {
  const script = sheet.script.map(({ label, pieces }) => `${label} → ${lineText(pieces)}`)
  return [
    ...sheet.sections.map(({ heading, lines }) => ({ heading, lines: lines.map(lineText) })),
    ...parts,
    ...(script.length ? [{ heading: scriptHeading, lines: script }] : []),
  ].map((part) => ({ ...part, lines: part.lines.filter(Boolean) }))
}
