/**
 * `npm run scenarios [-- slug…] [-- --today 2026-11-23]`: reads every module, lists what is wrong in French,
 * plays its playthroughs, measures the rubric (`--plays 10000` random plays). Exit code 1 when something blocks.
 */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { castLedger } from '../core/rubric/cast'
import type { Scenario } from '../core/scenario'
import { readCommonWords } from './common-words'
import { readKnown } from './known'
import { reportModule } from './module-report'
import { rubricTable } from './rubric-table'

const root = fileURLToPath(new URL('../../scenarios/', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { today: { type: 'string' }, plays: { type: 'string', default: '10000' } },
})
const today = values.today ?? new Date().toISOString().slice(0, 10)

const slugs = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => !positionals.length || positionals.includes(name))
for (const slug of positionals)
  if (!slugs.includes(slug)) console.error(`scenarios/${slug} : ce dossier n'existe pas.`)

const shelf = {
  ...readKnown(root),
  common: readCommonWords(),
  today,
  plays: Number(values.plays),
}
const shipped: Scenario[] = []
let passed = 0
let failed = positionals.filter((slug) => !slugs.includes(slug)).length
for (const slug of slugs) {
  const report = reportModule(`${root}${slug}`, slug, shelf)
  console.log(report.text)
  if (report.ok) passed += 1
  else failed += 1
  if (report.scenario && !slug.startsWith('_')) shipped.push(report.scenario)
}
if (shipped.length > 1) {
  const everyone = castLedger(shipped)
  console.log(`\n── toute la distribution ──\n${rubricTable([everyone])}`)
  if (!everyone.ok) failed += 1
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
