import { createServer, request as ask, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** How a network deceives: a portal's page with status 200, a refusal, a body cut short, a redirect, a silence. */
export const LIES = ['portal', 'missing', 'cut', 'redirect', 'silence'] as const
type Lie = (typeof LIES)[number]

const PORTAL = '<!doctype html><title>Portail</title><h1>Connectez-vous au wifi</h1>'

/** A network between the browser and a host. */
export interface Network {
  url: string
  /** From now on, this file of the site does not come as it is. */
  lieAbout: (path: string, lie: Lie) => void
  heal: () => void
  /** Nothing answers any more. */
  cut: () => void
  /** How many times a file that does not come was asked for. */
  asked: () => number
  close: () => Promise<void>
}

/** @param host address of the site, with a slash at its end */
export async function openNetwork(host: string): Promise<Network> {
  let lie: { path: string; kind: Lie } | undefined
  let isCut = false
  let asked = 0
  const sockets = new Set<Socket>()
  const silent = new Set<ServerResponse>()

  const server = createServer((incoming, answer) => {
    if (isCut) return void incoming.socket.destroy()
    const path = decodeURIComponent((incoming.url ?? '/').split('?')[0] ?? '').slice(1)
    const kind = lie && lie.path === (path || 'index.html') ? lie.kind : undefined
    if (kind) asked += 1
    if (kind === 'portal')
      return void answer.writeHead(200, { 'Content-Type': 'text/html' }).end(PORTAL)
    if (kind === 'missing') return void answer.writeHead(404).end('404')
    if (kind === 'redirect') return void answer.writeHead(302, { Location: '/portail' }).end()
    if (kind === 'silence') return void silent.add(answer)
    if (path === 'portail')
      return void answer.writeHead(200, { 'Content-Type': 'text/html' }).end(PORTAL)
    const { method, headers } = incoming
    const going = ask(
      host + path,
      { method, headers: { ...headers, host: new URL(host).host } },
      (real) => {
        answer.writeHead(real.statusCode ?? 502, real.headers)
        if (kind !== 'cut') return void real.pipe(answer)
        real.once('data', (bytes: Buffer) => {
          answer.write(bytes.subarray(0, bytes.length / 2), () => incoming.socket.destroy())
        })
      },
    )
    going.on('error', () => incoming.socket.destroy())
    incoming.pipe(going)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const drop = () => {
    for (const answer of silent) answer.destroy()
    silent.clear()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    lieAbout: (path, kind) => {
      lie = { path, kind }
      asked = 0
    },
    heal: () => {
      lie = undefined
      drop()
    },
    cut: () => {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
