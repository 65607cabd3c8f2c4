// @vitest-environment node -- the modules of the test are read from the disk
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { games } from '../../tests/class-play'
import { handedInLink } from '../../tests/handed-in-link'
import { assignmentToken, type Assignment } from '../core/class/assignment'
import { codeLinks } from '../core/class/code-links'
import { classesIn } from '../data/classes'
import { db } from '../data/db'
import { useCollect } from './collect'

const school = 'c'.repeat(32)
const assignment: Assignment = {
  id: 'a1b2c3d4e5f6',
  title: 'Avant le forum',
  word: '',
  modules: [{ module: games[0]!.scenario.id, variants: [] }],
  stepBack: true,
}
const linkOf = (asked: Assignment) => `https://jouer.fr/#/devoir?d=${assignmentToken(asked)}`
const link = linkOf(assignment)

let collect: ReturnType<typeof useCollect>

beforeEach(async () => {
  setActivePinia(createPinia())
  await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()))
  await give(assignment)
  collect = useCollect()
})
afterEach(() => vi.restoreAllMocks())

const give = (asked: Assignment) =>
  classesIn().give({ id: asked.id, class: school, at: 1, assignment: asked })
const kept = () => db.results.toArray()
const kindsOf = async (...texts: string[]) =>
  (await collect.take(...texts.map((text) => ({ text })))).map(({ kind }) => kind)

describe('a result', () => {
  it('counts once, is replaced by a later one, and not by an earlier one', async () => {
    const first = handedInLink(link, 1)
    expect(await kindsOf(first)).toEqual(['new'])
    expect(await kindsOf(first)).toEqual(['same'])
    expect(await kindsOf(handedInLink(link, 1, { later: 5000, luck: 100 }))).toEqual(['replaced'])
    expect(await kindsOf(first)).toEqual(['older'])
    expect(await kept()).toHaveLength(1)
  })

  it('of two pupils at once makes two', async () => {
    await Promise.all([kindsOf(handedInLink(link, 1)), kindsOf(handedInLink(link, 2))])
    expect(await kept()).toHaveLength(2)
  })

  it('in several codes is whole once all were seen, in any order', async () => {
    const all = {
      ...assignment,
      id: 'f6e5d4c3b2a1',
      modules: games.map(({ scenario }) => ({ module: scenario.id, variants: [] })),
    }
    await give(all)
    const [page = '', token = ''] = handedInLink(linkOf(all), 7, { again: true }).split('?r=')
    const codes = codeLinks(page, token) ?? []
    expect(codes.length).toBeGreaterThan(1)
    const news = []
    for (const code of codes.reverse()) news.push(...(await kindsOf(code)))
    expect(news).toEqual([...codes.slice(1).map(() => 'part'), 'new'])
    expect((await kept())[0]?.result.runs.length).toBeGreaterThan(games.length)
  })

  it('of another module than asked is refused', async () => {
    const other = { ...assignment, modules: [{ module: games[1]!.scenario.id, variants: [] }] }
    const [news] = await collect.take({ text: handedInLink(linkOf(other), 1) })
    expect(news).toMatchObject({ kind: 'refused', reason: 'outside' })
    expect(await kept()).toEqual([])
  })

  it('of an assignment that is not here is refused', async () => {
    const [news] = await collect.take({
      text: handedInLink(linkOf({ ...assignment, id: '0'.repeat(12) }), 1),
    })
    expect(news).toMatchObject({ kind: 'refused', reason: 'not-mine' })
  })

  it('is not said to be kept when the memory refuses it', async () => {
    vi.spyOn(db.results, 'bulkPut').mockRejectedValue(
      new DOMException('full', 'QuotaExceededError'),
    )
    const [news] = await collect.take({ text: handedInLink(link, 1) })
    expect(news).toMatchObject({ kind: 'refused', reason: 'storage' })
  })
})

describe('the camera', () => {
  it('tells a code once, however long it is held', async () => {
    const code = handedInLink(link, 1)
    expect(await collect.takeCode(code)).toHaveLength(1)
    expect(await collect.takeCode(code)).toEqual([])
  })

  it('passes over a code that is not a result', async () => {
    expect(await collect.takeCode('https://example.org/')).toMatchObject([{ kind: 'nothing' }])
    expect(collect.taken).toEqual([])
  })
})
