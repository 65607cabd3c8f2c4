import { hexToBytes } from '@noble/hashes/utils.js'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { finishedRun, games, handedIn, MORNING } from '../../../tests/class-play'
import { decision, ending, smallModule } from '../../../tests/modules'
import { compile } from '../compile'
import { CODE_BYTES, codeLinks, joinParts } from './code-links'
import { addressOf, publicKeyText, readResult, resultToken } from './envelope'
import { tokensIn } from './tokens-in'

const PAGE = 'https://jouer.mon-lycee-des-metiers.fr/#/classe'
const secret = hexToBytes('8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb')
const to = { key: publicKeyText(secret), chance: hexToBytes('0f'.repeat(32)) }
const result = handedIn([finishedRun(games[0] ?? compile(smallModule([ending()])), 3)])

/** A run of 25 decisions, as long as the brief asks. */
const long = compile(
  smallModule([
    ...Array.from({ length: 25 }, (_, i) =>
      decision(`d${i}`, i < 24 ? `d${i + 1}` : 'end', { a: {}, b: {}, c: {} }),
    ),
    ending(),
  ]),
)
const longRun = finishedRun(long, 7)
const longResult = {
  ...result,
  plays: { small: 2 },
  runs: [
    {
      module: 'small',
      version: '1.0.0',
      level: longRun.run.level,
      variant: longRun.run.variant,
      seed: 7,
      attempt: 1,
      startedAt: MORNING,
      moves: longRun.records.map(({ step, pick }) => ({ step, pick, seconds: 12 })),
      ending: 'end',
    },
  ],
}

describe('the token of a result', () => {
  it('tells its assignment to anybody, and the rest when it is not sealed', () => {
    const token = resultToken(result, games)
    expect(addressOf(token)).toEqual({ assignment: 'a1b2c3d4e5f6', sealed: false })
    expect(readResult(token, games)).toHaveProperty('result.name', 'Renard 12')
  })

  it('sealed to the teacher is read with their key only', () => {
    const token = resultToken(result, games, to)
    expect(addressOf(token)).toEqual({ assignment: 'a1b2c3d4e5f6', sealed: true })
    expect(readResult(token, games)).toEqual({ trouble: 'no-key' })
    expect(readResult(token, games, [to.chance])).toEqual({ trouble: 'no-key' })
    expect(readResult(token, games, [to.chance, secret])).toHaveProperty('result.runs.length', 1)
  })

  it('with 25 decisions fits one code of 300 bytes at level M, sealed, address and check code included', () => {
    for (const token of [resultToken(longResult, [long]), resultToken(longResult, [long], to)]) {
      const links = codeLinks(PAGE, token) ?? []
      expect(links).toHaveLength(1)
      expect(links[0]?.length).toBeLessThanOrEqual(CODE_BYTES)
      expect(encode(links[0] ?? '', { ecc: 'M' }).version).toBeLessThanOrEqual(13)
    }
  })

  it('of five modules, two runs each, goes in four codes at most, each within the same size', () => {
    const runs = games.flatMap((game, i) => [
      finishedRun(game, i, 5),
      finishedRun(game, i + 20, 99),
    ])
    const token = resultToken(handedIn(runs), games, to)
    const links = codeLinks(PAGE, token) ?? []
    expect(links.length).toBeGreaterThan(1)
    expect(links.length).toBeLessThanOrEqual(4)
    for (const link of links) expect(link.length).toBeLessThanOrEqual(CODE_BYTES)
  })
})

describe('a result in several codes', () => {
  const runs = games.map((game, i) => finishedRun(game, i))
  const token = resultToken(handedIn(runs), games, to)
  const links = codeLinks(PAGE, token) ?? []

  it('is whole once every code was seen, in any order, some twice', () => {
    const seen = tokensIn([...links, ...links].reverse().join('\n')).parts
    expect(joinParts(seen)).toBe(token)
  })

  it('is not whole while one code is missing', () => {
    expect(joinParts(tokensIn(links.slice(1).join(' ')).parts)).toBeUndefined()
  })
})

describe('results in a text', () => {
  const token = resultToken(result, games)

  it('are found in links, in lines of a file, and among other words', () => {
    const text = `Bonjour Madame,\nvoici : ${PAGE}?r=${token}. Merci !\n\nr=${token}\n`
    expect(tokensIn(text).results).toEqual([token])
  })

  it('are found many at once', () => {
    const others = Array.from({ length: 35 }, (_, i) => `${PAGE}?r=1.${'A'.repeat(20)}${i}`)
    expect(tokensIn(others.join('\n')).results).toHaveLength(35)
  })

  it('are none in a text that has none', () => {
    expect(tokensIn('Bonjour, r = 12. La racine carrée r=x')).toEqual({ results: [], parts: [] })
  })
})
