import { describe, expect, it } from 'vitest'
import { hostBuild, ownBuild } from './build'

const answering = (body: string, init?: ResponseInit) => () =>
  Promise.resolve(new Response(body, init))

describe('the build of the page', () => {
  it('is named after its entry file', () => {
    const page = document.createElement('div')
    const entry = document.createElement('script')
    entry.type = 'module'
    entry.setAttribute('src', './assets/index-Ab3_-9zQ.js')
    page.append(document.createElement('script'), entry)
    expect(ownBuild(page)).toBe('index-Ab3_-9zQ.js')
  })

  it('is unknown while developing', () => {
    expect(ownBuild(document.createElement('div'))).toBeUndefined()
  })
})

describe('the build of the host', () => {
  it('is read past every cache', async () => {
    let asked: RequestInit | undefined
    let address = ''
    const fetching: typeof fetch = (at, init) => {
      asked = init
      address = String(at instanceof Request ? at.url : at)
      return answering('{"version":"0.1.0","build":"index-1.js"}')()
    }
    expect(await hostBuild(fetching)).toBe('index-1.js')
    expect(asked).toMatchObject({ cache: 'no-store', redirect: 'error' })
    expect(address).toBe(new URL('version.json', document.baseURI).href)
  })

  it.each([
    ['a sign-in page of the network', answering('<html></html>')],
    ['something else', answering('{"build":1}')],
    ['nothing', answering('null')],
    ['a refusal', answering('{"build":"index-1.js"}', { status: 403 })],
    ['no network', () => Promise.reject(new TypeError('offline'))],
  ])('is unknown when the answer is %s', async (_, fetching) => {
    expect(await hostBuild(fetching)).toBeUndefined()
  })
})
