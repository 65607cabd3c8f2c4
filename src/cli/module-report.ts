import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { check } from '../core/check'
import { compile, type Game } from '../core/compile'
import { blocks, type Diagnostic } from '../core/diagnostics'
import { jsonError } from '../core/json-error'
import { parse } from '../core/parse'
import { endingsLeft, playDifferences, Playthroughs } from '../core/playthrough'
import { rubric } from '../core/rubric'
import type { Shelf } from '../core/rubric/material'
import type { Scenario } from '../core/scenario'
import { rubricTable } from './rubric-table'
import { sentences } from './sentences'

const say = sentences('diagnostics')
const sayPlay = sentences('rubric')

/** What is known of one module, as lines for the terminal. */
export interface ModuleReport {
  text: string
  ok: boolean
  /** The module, when it could be read. */
  scenario?: Scenario
}

/** Reads, checks and plays the module of a folder, and measures it (unless its name begins with `_`: an example). */
export function reportModule(folder: string, slug: string, shelf: Shelf): ModuleReport {
  const title = `\n── ${slug} ──`
  const file = `${folder}/scenario.json`
  if (!existsSync(file)) return { ok: false, text: `${title}\n  ✗ Il manque scenario.json.` }
  const text = readFileSync(file, 'utf8')
  const parsed = parse(text)
  if (!parsed.ok)
    return { ok: false, text: [title, ...parsed.diagnostics.map(diagnosticLine)].join('\n') }

  const diagnostics = check(parsed.scenario, shelf.facts)
  const lines = diagnostics.map(diagnosticLine)
  if (parsed.scenario.id !== slug)
    lines.push(`  ✗ id : le module s'appelle « ${parsed.scenario.id} », son dossier « ${slug} ».`)
  if (diagnostics.some(blocks)) return { ok: false, text: [title, ...lines].join('\n') }
  lines.push(...playLines(`${folder}/playthroughs.json`, compile(parsed.scenario)))
  const isClean = !lines.some((line) => line.includes('✗')) && diagnostics.length === 0
  if (isClean) lines.unshift(`  ✓ ${parsed.scenario.steps.length} étapes, aucune erreur`)
  const rows = slug.startsWith('_') ? [] : rubric(parsed.scenario, shelf)
  if (rows.length) lines.push(rubricTable(rows))
  const ok = isClean && rows.every((row) => row.ok || row.warning)
  return { ok, text: [title, ...lines].join('\n'), scenario: parsed.scenario }
}

function diagnosticLine(diagnostic: Diagnostic): string {
  const { code, path, params } = diagnostic
  return `  ${blocks(diagnostic) ? '✗' : '!'} ${path || 'le fichier'} : ${say(code, params)} [${code}]`
}

function playLines(file: string, game: Game): string[] {
  if (!existsSync(file)) return [`  ✗ ${sayPlay('play.no-file')}`]
  const text = readFileSync(file, 'utf8')
  const place = jsonError(text)
  if (place) return [`  ✗ ${sayPlay('play.not-json', { ...place })}`]
  const read = v.safeParse(Playthroughs, JSON.parse(text))
  if (!read.success) {
    const [{ path, message }] = read.issues
    const where = path?.map(({ key }) => String(key)).join('.') ?? ''
    return [`  ✗ ${sayPlay('play.wrong-shape', { path: where, message })}`]
  }
  const { scenario, plays } = read.output
  const lines = plays.flatMap((play) => {
    const differences = playDifferences(game, play)
    const [first] = differences
    return first
      ? [`  ✗ partie « ${play.name} » : ${sayPlay(`play.${first.code}`, first.params)}`]
      : []
  })
  if (scenario !== game.scenario.id)
    lines.push(`  ✗ ${sayPlay('play.other-scenario', { id: scenario })}`)
  for (const id of endingsLeft(game, plays))
    lines.push(`  ✗ ${sayPlay('play.ending-left', { id })}`)
  return lines.length ? lines : [`  ✓ ${plays.length} parties écrites, toutes justes`]
}
