import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { headersOf, securityHeaders } from './headers.mjs'
import { hostingFiles } from './hosting-files'

const files = hostingFiles()
const paths = [
  'index.html',
  'sw.js',
  'assets/list-worker-B1bxY_-0.js',
  'assets/sw-B1bxY_-0.js',
  'assets/index-B1bxY_-0.js',
  'assets/answer-B1bxY_-0.css',
  'manifest.webmanifest',
  'icons/icon.svg',
]
const isWhole = (path: string) => 'Content-Security-Policy' in headersOf(path)

it.each(Object.keys(files))('docs/hosting/%s is what the one list of headers makes', (name) => {
  const kept = readFileSync(new URL(`../../docs/hosting/${name}`, import.meta.url), 'utf8')
  expect(kept).toBe(files[name])
})

describe.each(Object.entries(files))('%s', (_, text) => {
  it('holds every header, with its value', () => {
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(text).toContain(name)
      expect(text).toContain(value)
    }
  })

  it('asks for https from then on, for at least a year', () => {
    expect(Number(/Strict-Transport-Security:? "?max-age=(\d+)/.exec(text)?.[1])).toBeGreaterThan(
      31_535_999,
    )
  })

  it('allows nothing unsafe', () => {
    expect(text).not.toContain('unsafe-')
  })
})

/** The pattern by which a file tells pages and workers from the rest. */
const patterns: [string, RegExp, (path: string) => string][] = [
  ['nginx.conf', /"~\*(.+)" "default-src/, (path) => `200/jeu/${path}`],
  ['Caddyfile', /@page path_regexp \(\?i\)(.+)/, (path) => `/jeu/${path}`],
  ['.htaccess', /<FilesMatch "\(\?i\)(.+)">/, (path) => path.split('/').at(-1) ?? ''],
]

it.each(patterns)('%s gives the policy to the same paths as our server', (name, where, seen) => {
  const source = where.exec(files[name] ?? '')?.[1]
  const pattern = new RegExp(source ?? '$^', 'i')
  for (const path of paths) expect(pattern.test(seen(path)), path).toBe(isWhole(path))
})
