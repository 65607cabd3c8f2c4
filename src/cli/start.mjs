// npm start: from a fresh checkout to the app in a browser, with nothing but Node.
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { installPackages } from './install.mjs'
import { run } from './run.mjs'
import { createStaticServer } from './serve.mjs'

const repository = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(repository)

const { values } = parseArgs({ options: { port: { type: 'string' } } })
const port = Number(values.port ?? 4173)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  stop(`--port ${values.port} : un nombre entre 0 et 65535 / a number between 0 and 65535.`)
}

if (!(await installPackages())) stop('npm ci a échoué / npm ci failed.')
if ((await run('npm', ['run', '--silent', 'build'])) !== 0) {
  stop('La construction a échoué / the build failed.')
}

const server = await serve()
console.log(`\n  À toi de jouer`)
console.log(`\n  Sur cet ordinateur / on this computer : http://localhost:${server.port}/`)
const lan = lanAddress()
if (lan) {
  const address = `http://${lan}:${server.port}/`
  const { renderUnicodeCompact } = await import('uqr')
  console.log(`  Sur un téléphone du même réseau / on a phone here : ${address}\n`)
  console.log(renderUnicodeCompact(address, { border: 2 }))
  console.log(
    '\n  Le mode hors ligne demande https ou localhost / offline needs https or localhost.',
  )
}
console.log('  Ctrl+C pour arrêter / to stop.\n')

/** The port asked for, else the first free one from 4173 on. */
async function serve() {
  const last = values.port === undefined ? port + 20 : port
  for (let candidate = port; ; candidate++) {
    try {
      return await createStaticServer({ root: 'dist', host: '0.0.0.0', port: candidate })
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!busy) throw error
      if (candidate === last) stop(`Le port ${candidate} est occupé / port ${candidate} is taken.`)
    }
  }
}

function lanAddress() {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(`\n  ${sentence}\n`)
  process.exit(1)
}
