import type { Material } from './material'
import { learnerTexts } from './readability'
import type { Detail, Row } from './row'
import { wordRuns } from './words'

/**
 * E3 (warning): no run of eight words taken as it stands from the facts: what a source says is said in one's own words.
 * The sources themselves are not kept here; the texts of `facts.json` stand for them.
 */
export function originality(material: Material): Row {
  const { facts } = material
  const sourced = new Set([...facts.values()].flatMap(({ text }) => wordRuns(text)))
  const details = learnerTexts(material).flatMap(({ path, text }): Detail[] => {
    const copied = wordRuns(text).find((run) => sourced.has(run))
    return copied ? [{ code: 'borrowed', path, params: { text: copied } }] : []
  })
  return {
    row: 'E3',
    value: String(details.length),
    threshold: '0',
    ok: details.length === 0,
    warning: true,
    details,
  }
}
