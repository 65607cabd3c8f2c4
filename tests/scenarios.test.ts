import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { readCommonWords } from '../src/cli/common-words'
import { readKnown } from '../src/cli/known'
import { check } from '../src/core/check'
import { compile } from '../src/core/compile'
import { parse } from '../src/core/parse'
import { endingsLeft, playDifferences, Playthroughs } from '../src/core/playthrough'
import { rubric } from '../src/core/rubric'
import { moduleOf, shippedModules } from './modules'

const folder = fileURLToPath(new URL('../scenarios/', import.meta.url))
const known = readKnown(folder)
const shelf = {
  ...known,
  common: readCommonWords(),
  // The day of the last check of a fact: whether facts are still fresh is asked by `npm run scenarios`.
  today: [...known.facts.values()]
    .map(({ checkedOn }) => checkedOn)
    .reduce((a, b) => (a > b ? a : b)),
  // `npm run scenarios` plays 10,000.
  plays: 3000,
}
const slugs = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe.each(slugs)('the module %s', (slug) => {
  const text = readFileSync(`${folder}${slug}/scenario.json`, 'utf8')
  const { scenario: named, plays } = v.parse(
    Playthroughs,
    JSON.parse(readFileSync(`${folder}${slug}/playthroughs.json`, 'utf8')),
  )

  it('parses, bears the name of its folder, and nothing in it is wrong', () => {
    const parsed = parse(text)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics, null, 1))
    expect([parsed.scenario.id, named]).toEqual([slug, slug])
    expect(check(parsed.scenario, known.facts)).toEqual([])
  })

  it('plays as its playthroughs say, to each of its endings', () => {
    const game = compile(moduleOf(slug))
    const differences = plays.map((play) => [play.name, playDifferences(game, play)])
    expect(differences).toEqual(plays.map(({ name }) => [name, []]))
    expect(endingsLeft(game, plays)).toEqual([])
  })
})

describe.each(shippedModules)('the shipped module %s', (slug) => {
  it('meets every row of the rubric', { timeout: 30_000 }, () => {
    const rows = rubric(moduleOf(slug), shelf)
    expect(rows.filter(({ ok, warning }) => !ok && !warning)).toEqual([])
  })
})
