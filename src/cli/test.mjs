// npm test: every check, in order, to the end. The last line counts them all.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './chromium.mjs'
import { installPackages } from './install.mjs'
import { run } from './run.mjs'
import { countPlaywright, countVitest } from './test-counts.mjs'
import { ensureVoices } from './voices.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const reports = mkdtempSync(join(tmpdir(), 'a-toi-de-jouer-'))

/** @type {{ name: string, passed: number, failed: number }[]} */
const results = []

if (await installPackages()) {
  for (const name of ['format:check', 'lint', 'typecheck', 'unused']) await check(name)
  await unit()
  for (const name of ['scenarios', 'build', 'size']) await check(name)
  await journeys()
} else {
  results.push({ name: 'npm ci', passed: 0, failed: 1 })
}
rmSync(reports, { recursive: true, force: true })

console.log('')
for (const { name, passed, failed } of results) {
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(14)} ${passed} passed, ${failed} failed`,
  )
}
const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failed, 0)
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)

/**
 * One script of package.json, one result.
 * @param {string} name
 */
async function check(name) {
  title(name)
  const ok = (await run('npm', ['run', '--silent', name])) === 0
  results.push({ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 })
}

async function unit() {
  title('unit')
  const report = join(reports, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('npm', ['run', '--silent', 'unit', '--', ...reporters])
  results.push({ name: 'unit', ...countVitest(readReport(report), code) })
}

async function journeys() {
  title('journeys')
  const missing = await ensureChromium()
  if (missing) {
    console.error(missing)
    results.push({ name: 'journeys', passed: 0, failed: 1 })
    return
  }
  // Without a voice, only the journeys that listen fail, and say why.
  await ensureVoices()
  const report = join(reports, 'journeys.json')
  const code = await run('npm', ['run', '--silent', 'journeys', '--', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  results.push({ name: 'journeys', ...countPlaywright(readReport(report), code) })
}

/** @param {string} name */
function title(name) {
  console.log(`\n— ${name}`)
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
