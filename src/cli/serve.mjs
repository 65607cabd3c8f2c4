// Serves the built site exactly as a good host should: strict headers, real 404, compressed once.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { cacheControl, headersOf } from '../build/headers.mjs'

/** @type {Record<string, string>} */
const mimeTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.m4a': 'audio/mp4',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
}

/** From this many bytes on, the best compression would keep the first visitor waiting for more than a second. */
const LARGE = 500_000

const compressors = {
  br: (/** @type {Buffer} */ bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_QUALITY]: bytes.length < LARGE ? 11 : 9,
      },
    }),
  gzip: promisify(gzip),
}

/**
 * @typedef {object} StoredFile
 * @property {number} modified
 * @property {Buffer} bytes
 * @property {string} etag
 * @property {Partial<Record<'br' | 'gzip', Promise<Buffer>>>} compressed
 */

/**
 * Starts serving the folder `root`. Port 0 takes any free port; `base` is the path the site is mounted under.
 * @param {{ root: string, port?: number, host?: string, base?: string }} options
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function createStaticServer({ root, port = 0, host = '127.0.0.1', base = '/' }) {
  /** @type {Map<string, StoredFile>} */
  const files = new Map()

  const server = createServer((request, response) => {
    answer(request, response).catch((/** @type {unknown} */ error) => {
      console.error(error)
      refuse(response, 500)
    })
  })

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    setHeaders(response, headersOf())
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return refuse(response, 405)
    }
    const target = sitePath(request.url ?? '/', base)
    if (target === undefined) return refuse(response, 404)
    const file = await load(files, root, target)
    if (file === 'folder') {
      const address = new URL(request.url ?? '/', 'http://site')
      response.setHeader('Location', `${address.pathname.replace(/^\/+/, '/')}/${address.search}`)
      return refuse(response, 308)
    }
    if (file === undefined) return refuse(response, 404)

    for (const name of Object.keys(headersOf())) response.removeHeader(name)
    setHeaders(response, headersOf(target))
    response.setHeader('Content-Type', mimeTypes[extname(target)] ?? 'application/octet-stream')
    response.setHeader('Cache-Control', cacheControl(target))
    response.setHeader('ETag', file.etag)
    response.setHeader('Vary', 'Accept-Encoding')
    if (request.headers['if-none-match'] === file.etag) {
      response.writeHead(304).end()
      return
    }
    const encoding = encodingFor(target, request.headers['accept-encoding'])
    const body = encoding
      ? await (file.compressed[encoding] ??= compressors[encoding](file.bytes))
      : file.bytes
    if (encoding) response.setHeader('Content-Encoding', encoding)
    response.setHeader('Content-Length', body.length)
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : body)
  }

  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(undefined))
  })
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://${host === '0.0.0.0' ? 'localhost' : host}:${address.port}${base}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {Readonly<Record<string, string>>} headers
 */
function setHeaders(response, headers) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

/**
 * The path of the wanted file inside the site, or undefined when no file may be there.
 * @param {string} requestUrl
 * @param {string} base
 */
function sitePath(requestUrl, base) {
  let path
  try {
    // Not `new URL`: it would fold `..` away before we can refuse it.
    path = decodeURIComponent(requestUrl.split(/[?#]/)[0] ?? '')
  } catch {
    return undefined
  }
  if (!path.startsWith(base)) return `${path}/` === base ? '' : undefined
  const parts = path.slice(base.length).split('/')
  // Empty is a doubled slash, a dot begins `.`, `..` and hidden files.
  const plain = parts.every(
    (part, i) => (part !== '' || i === parts.length - 1) && !/^\.|[\\\0]/.test(part),
  )
  if (!plain) return undefined
  return path.endsWith('/')
    ? `${parts.slice(0, -1).join('/')}/index.html`.replace(/^\//, '')
    : parts.join('/')
}

/**
 * @param {Map<string, StoredFile>} files
 * @param {string} root
 * @param {string} path
 * @returns {Promise<StoredFile | 'folder' | undefined>}
 */
async function load(files, root, path) {
  const place = join(root, path)
  const info = await stat(place).catch(() => undefined)
  if (info?.isDirectory()) return 'folder'
  if (!info?.isFile()) return undefined
  const known = files.get(path)
  if (known?.modified === info.mtimeMs) return known
  const bytes = await readFile(place)
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const file = { modified: info.mtimeMs, bytes, etag, compressed: {} }
  files.set(path, file)
  return file
}

/**
 * @param {string} path
 * @param {string | string[] | undefined} accepted
 */
function encodingFor(path, accepted) {
  if (!/\.(css|html|js|json|mjs|svg|txt|wasm|webmanifest)$/.test(path)) return undefined
  const names = String(accepted ?? '').split(/\s*,\s*/)
  return /** @type {const} */ (['br', 'gzip']).find((name) => names.includes(name))
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 */
function refuse(response, status) {
  if (response.headersSent) return void response.destroy()
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Cache-Control', 'no-cache')
  response.writeHead(status).end(`${status}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4173' },
      host: { type: 'string', default: '127.0.0.1' },
      base: { type: 'string', default: '/' },
    },
  })
  const root = fileURLToPath(new URL('../../dist', import.meta.url))
  const { url } = await createStaticServer({ ...values, root, port: Number(values.port) })
  console.log(url)
}
