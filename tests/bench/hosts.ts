import { chromium } from '@playwright/test'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  cacheControl,
  headersOf,
  securityHeaders,
  TRANSPORT_SECURITY,
} from '../../src/build/headers.mjs'
import { findChromium } from '../../src/cli/chromium.mjs'

/**
 * `npm run bench:hosts`: the files of docs/hosting on the servers they are for, on this machine alone. Only the name,
 * the root and the certificate are replaced, as each file asks; each answer is compared with the one list of headers,
 * and the built app is opened in a browser.
 */
const home = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(home, 'dist')
const hosting = (name: string) => readFileSync(join(home, 'docs/hosting', name), 'utf8')

interface Host {
  program: string
  /** Writes what the server needs into a folder, and gives the words that start it there. */
  prepare: (folder: string, port: number) => string[]
}

const HOSTS: Record<string, Host> = {
  nginx: {
    program: 'nginx',
    prepare(folder, port) {
      const site = hosting('nginx.conf')
        .replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
        .replace('/srv/a-toi-de-jouer', join(folder, 'dist'))
      writeFileSync(join(folder, 'site.conf'), site)
      const http = ['access_log off;', 'include /etc/nginx/mime.types;']
        .concat(
          ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
            (name) => `${name}_temp_path ${folder}/${name};`,
          ),
        )
        .concat(`include ${folder}/site.conf;`)
      writeFileSync(
        join(folder, 'nginx.conf'),
        `user root; daemon off; pid ${folder}/pid; error_log ${folder}/log;\nevents {}\nhttp { ${http.join('\n')} }\n`,
      )
      return ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'log')]
    },
  },
  Caddy: {
    program: 'caddy',
    prepare(folder, port) {
      const site = hosting('Caddyfile')
        .replace('example.org {', `http://127.0.0.1:${port} {`)
        .replace('/srv/a-toi-de-jouer', join(folder, 'dist'))
      writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`)
      return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
    },
  },
  Apache: {
    program: 'apache2',
    prepare(folder, port) {
      writeFileSync(join(folder, 'dist/.htaccess'), hosting('.htaccess'))
      const parts = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'deflate', 'filter']
      const modules = parts.map(
        (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
      )
      writeFileSync(
        join(folder, 'apache.conf'),
        `${modules.join('\n')}
ServerRoot ${folder}
ServerName 127.0.0.1
User www-data
Group www-data
PidFile ${folder}/pid
ErrorLog ${folder}/log
Listen 127.0.0.1:${port}
TypesConfig /etc/mime.types
DocumentRoot ${folder}/dist
<Directory ${folder}/dist>
  AllowOverride FileInfo Options Indexes
  Require all granted
</Directory>
<Files ".ht*">
  Require all denied
</Files>
`,
      )
      return ['-f', join(folder, 'apache.conf'), '-DFOREGROUND']
    },
  },
}

const TYPES: Record<string, RegExp> = {
  '.js': /^(text|application)\/javascript/,
  '.css': /^text\/css/,
  '.html': /^text\/html/,
  '.json': /^application\/json/,
  '.svg': /^image\/svg\+xml/,
  '.png': /^image\/png/,
  '.woff2': /^font\/woff2/,
  '.webmanifest': /^application\/manifest\+json/,
}

const browser = await chromium.launch({ executablePath: findChromium() })
let wrong = 0
let tried = 0
console.log('| server | version | answers compared | faults |')
console.log('|---|---|---|---|')
for (const [name, host] of Object.entries(HOSTS)) {
  const version = versionOf(host.program)
  if (!version) {
    console.log(`| ${name} | not on this machine | — | — |`)
    continue
  }
  tried += 1
  const { faults, answers } = await tryHost(host)
  wrong += faults.length
  console.log(`| ${name} | ${version} | ${answers} | ${faults.length || 'none'} |`)
  for (const fault of faults) console.log(`  ${fault}`)
}
await browser.close()
if (wrong || !tried) process.exitCode = 1

async function tryHost({ program, prepare }: Host): Promise<{ faults: string[]; answers: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'atdj-host-'))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'dist'))
  cpSync(dist, join(folder, 'dist'), { recursive: true })
  const port = await freePort()
  const server = spawn(program, prepare(folder, port), { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (text) => (said += String(text)))
  const url = `http://127.0.0.1:${port}/`
  try {
    if (!(await answers(url, server))) return { faults: [`does not start: ${said}`], answers: 0 }
    const compared = await compareHeaders(url)
    return { faults: [...compared.faults, ...(await openApp(url))], answers: compared.answers }
  } finally {
    server.kill('SIGTERM')
    if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve))
    rmSync(folder, { recursive: true })
  }
}

/** Every file, the folder itself, and what must not be there. */
async function compareHeaders(url: string): Promise<{ faults: string[]; answers: number }> {
  const faults: string[] = []
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
  for (const path of ['', ...paths]) {
    const answer = await fetch(url + path)
    await answer.arrayBuffer()
    const file = path || 'index.html'
    const wanted: Record<string, string> = {
      ...headersOf(file),
      'Strict-Transport-Security': TRANSPORT_SECURITY,
      'Cache-Control': cacheControl(file),
    }
    if (answer.status !== 200) faults.push(`/${path}: ${answer.status}`)
    for (const [name, value] of Object.entries(wanted))
      if (answer.headers.get(name) !== value)
        faults.push(`/${path}: ${name} is ${answer.headers.get(name)}`)
    for (const name of Object.keys(securityHeaders))
      if (!(name in wanted) && answer.headers.has(name)) faults.push(`/${path}: ${name} too many`)
    const type = answer.headers.get('Content-Type') ?? ''
    const right = Object.entries(TYPES).find(([end]) => file.endsWith(end))?.[1]
    if (right && !right.test(type)) faults.push(`/${path}: type ${type}`)
  }
  const missing = [
    'nothing.js',
    'assets/index-00000000.js',
    'assets/',
    '.htaccess',
    '../etc/passwd',
    'jouer/x',
  ]
  for (const path of missing) {
    const answer = await fetch(url + path)
    const body = await answer.text()
    if (answer.status < 400 || body.includes('<script'))
      faults.push(`/${path}: ${answer.status}, not a refusal`)
    for (const [name, value] of Object.entries(securityHeaders))
      if (answer.headers.get(name) !== value) faults.push(`/${path}: refusal without ${name}`)
    if (/immutable/.test(answer.headers.get('Cache-Control') ?? ''))
      faults.push(`/${path}: a refusal kept for ever`)
  }
  return { faults, answers: paths.length + 1 + missing.length }
}

/** The app under these headers: a first visit, ready offline, then without the network. */
async function openApp(url: string): Promise<string[]> {
  const faults: string[] = []
  const context = await browser.newContext({ locale: 'fr-FR' })
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('request', (request) => {
    if (/^http/.test(request.url()) && !request.url().startsWith(url))
      faults.push(`asks ${request.url()}`)
  })
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`Refused by the policy: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  const page = await context.newPage()
  try {
    await page.goto(url)
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready
      while (active?.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 20))
    })
    await context.setOffline(true)
    for (const route of ['/', '/jouer/allo-le-cfa', '/carnet', '/offres', '/reglages', '/classe']) {
      const tab = await context.newPage()
      await tab.goto(`${url}#${route}`)
      await tab.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
      await tab.close()
    }
  } catch (error) {
    faults.push(String(error))
  }
  await context.close()
  return faults
}

async function answers(url: string, server: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 100 && server.exitCode === null; tries++) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function versionOf(program: string): string | undefined {
  for (const word of ['-v', 'version'])
    try {
      const said = execFileSync('sh', ['-c', `${program} ${word} 2>&1`], { encoding: 'utf8' })
      const version = /\d+\.\d+(\.\d+)?/.exec(said)?.[0]
      if (version) return version
    } catch {
      // Not this word, or not this program.
    }
  return undefined
}
