// npm run size: weighs dist against the budgets of the design. Brotli, as a good host sends it.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { firstLoad } from './first-load.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'dist')
const kB = 1000

const shell = [...firstLoad(dist)]
const weights = [
  { name: 'page before its first choice', bytes: sum(shell.map(brotli)), most: 110 * kB },
  {
    name: '  of which JavaScript',
    bytes: sum(shell.filter((path) => path.endsWith('.js')).map(brotli)),
    most: 75 * kB,
  },
  { name: 'everything precached', bytes: sum(precached().map(brotli)), most: 2000 * kB },
  ...modules().map((path) => ({ name: path, bytes: brotli(join('..', path)), most: 60 * kB })),
]

let failed = false
for (const { name, bytes, most } of weights) {
  const over = bytes > most
  failed ||= over
  const figure = (bytes / kB).toFixed(1).padStart(8)
  console.log(`${over ? 'OVER' : 'ok  '} ${figure} kB of ${String(most / kB).padStart(5)}  ${name}`)
}
process.exitCode = failed ? 1 : 0

function precached() {
  const urls = [...read('sw.js').matchAll(/url:"([^"]+)"/g)].map(([, url]) => url ?? '')
  if (urls.length === 0) throw new Error('dist/sw.js lists no precached file')
  return urls
}

function modules() {
  const folder = join(root, 'scenarios')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('scenario.json'))
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => join('scenarios', path))
}

/** @param {string} path */
function brotli(path) {
  return brotliCompressSync(readFileSync(join(dist, path))).length
}

/** @param {string} path */
function read(path) {
  return readFileSync(join(dist, path), 'utf8')
}

/** @param {number[]} list */
function sum(list) {
  return list.reduce((total, value) => total + value, 0)
}
