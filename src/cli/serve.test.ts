import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { securityHeaders } from '../build/headers.mjs'
import { createStaticServer } from './serve.mjs'

type Server = Awaited<ReturnType<typeof createStaticServer>>

let folder: string
let server: Server
let mounted: Server

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'))
  const root = join(folder, 'dist')
  await mkdir(join(root, 'assets'), { recursive: true })
  await mkdir(join(root, '.vite'))
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(root, 'index.html'), '<!doctype html><p>accueil</p>')
  await writeFile(join(root, 'sw.js'), 'self')
  await writeFile(join(root, 'manifest.webmanifest'), '{}')
  await writeFile(join(root, 'assets', 'index-B1bxY_-0.js'), 'export {}\n'.repeat(500))
  await writeFile(join(root, '.vite', 'manifest.json'), '{}')
  server = await createStaticServer({ root })
  mounted = await createStaticServer({ root, base: '/ecole/jeu/' })
})

afterAll(async () => {
  await Promise.all([server.close(), mounted.close()])
  await rm(folder, { recursive: true })
})

const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init)

describe('a file', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ])('%s has its MIME type', async (path, type) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
  })

  it('is kept for ever when its name carries a hash, asked again otherwise', async () => {
    const hashed = await get('/assets/index-B1bxY_-0.js')
    expect(hashed.headers.get('cache-control')).toContain('immutable')
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache')
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache')
  })

  it.each(['br', 'gzip'])('travels in %s when the browser takes it', async (encoding) => {
    const response = await get('/assets/index-B1bxY_-0.js', {
      headers: { 'Accept-Encoding': encoding },
    })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(Number(response.headers.get('content-length'))).toBeLessThan(500)
    expect(await response.text()).toBe('export {}\n'.repeat(500))
  })

  it('is not sent again when the browser has it', async () => {
    const etag = (await get('/')).headers.get('etag') ?? ''
    const again = await get('/', { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
  })

  it('sends only its headers on HEAD', async () => {
    const response = await get('/', { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })
})

describe('every answer', () => {
  it.each(['/', '/missing.js', '/assets/missing-12345678.js'])(
    '%s carries the strict headers',
    async (path) => {
      const { headers } = await get(path)
      for (const [name, value] of Object.entries(securityHeaders)) {
        expect(headers.get(name)).toBe(value)
      }
    },
  )

  it('allows nothing inline, evaluated or foreign', () => {
    const policy = securityHeaders['Content-Security-Policy']
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types vue sw push")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })
})

describe('a refusal', () => {
  it.each(['/missing', '/offers/paris', '/assets/old-12345678.js', '/.vite/manifest.json', '/%'])(
    '%s is a real 404, never index.html',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.text()).toBe('404\n')
    },
  )

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/secret.txt%00.html',
  ])('%s leads nowhere outside the site', async (path) => {
    // A raw socket: fetch would tidy the path before sending it.
    expect(await raw(path)).toMatch(/^HTTP\/1\.1 404 /)
  })

  it('refuses to write', async () => {
    const response = await get('/', { method: 'POST' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })
})

describe('a site mounted under a path', () => {
  it('answers there and nowhere else', async () => {
    expect(mounted.url).toMatch(/\/ecole\/jeu\/$/)
    expect((await fetch(mounted.url)).status).toBe(200)
    expect((await fetch(new URL('sw.js', mounted.url))).status).toBe(200)
    expect((await fetch(new URL('/sw.js', mounted.url))).status).toBe(404)
  })

  it('adds the slash that relative addresses need', async () => {
    const response = await fetch(new URL('/ecole/jeu?x=1', mounted.url), { redirect: 'manual' })
    expect(response.status).toBe(308)
    expect(response.headers.get('location')).toBe('/ecole/jeu/?x=1')
  })
})

function raw(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    })
    socket.on('data', (bytes) => (answer += bytes.toString()))
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}
