import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fromCsv } from '../../build/data/csv'
import { servedData } from '../../build/data/served-data'
import { BATCH, candidatesFor, INTERESTS, RIASEC, type Answers } from './candidates'
import { tagsAt, type TradesFile } from './trades-file'

const file = JSON.parse(servedData()['trades.json']) as TradesFile
const labels = file.labels.split('\n')
const firstOf = (answers: Answers, count = BATCH) =>
  candidatesFor(file, answers)
    .slice(0, count)
    .map(({ label }) => label)

test('someone who likes cooking is shown the trades of the kitchen', () => {
  const shown = firstOf({ interests: { 27: 'yes', 14: 'yes' }, riasec: ['R'] })
  expect(shown).toContain('Commis / Commise de cuisine')
})

test('someone who likes animals and the open air is shown the trades of the farm', () => {
  const shown = firstOf({ interests: { 17: 'yes', 9: 'yes' }, riasec: ['R'] })
  expect(shown).toContain("Aide d'élevage agricole")
})

test('each candidate says which answers brought it up', () => {
  const answers: Answers = { interests: { 21: 'yes', 22: 'yes', 15: 'no' }, riasec: ['S'] }
  for (const { interests } of candidatesFor(file, answers).slice(0, 50)) {
    expect(interests.length).toBeGreaterThan(0)
    expect(interests.every((id) => answers.interests[id] === 'yes')).toBe(true)
  }
})

test('liking nothing gives no candidate', () => {
  expect(candidatesFor(file, { interests: { 1: 'no', 2: 'maybe' }, riasec: ['A'] })).toEqual([])
})

test('no door is closed: every trade that shares a liked interest is in the list, once', () => {
  const interests = fc.dictionary(
    fc.integer({ min: 1, max: INTERESTS }).map(String),
    fc.constantFrom('yes' as const, 'maybe' as const, 'no' as const),
  )
  const riasec = fc.uniqueArray(fc.constantFrom(...RIASEC), { maxLength: 2 })
  fc.assert(
    fc.property(fc.record({ interests, riasec }), (answers) => {
      const romes = candidatesFor(file, answers).map(({ rome }) => rome)
      expect(new Set(romes).size).toBe(romes.length)
      const liked = Object.keys(answers.interests)
        .filter((id) => answers.interests[Number(id)] === 'yes')
        .map((id) => String.fromCharCode(64 + Number(id)))
      const sharing = file.interests
        .split('\n')
        .filter((centres) => liked.some((sign) => centres.includes(sign)))
      expect(romes.length).toBe(sharing.length)
    }),
    { numRuns: 25 },
  )
})

test('the tags of a trade are those of ROME 4.0', () => {
  const row = labels.indexOf('Grutier / Grutière')
  expect(tagsAt(file, row).regulated).toBe(true)
  const count = (tag: 'ecological' | 'digital' | 'ageing' | 'regulated' | 'executive') =>
    labels.filter((_, index) => tagsAt(file, index)[tag]).length
  expect(count('ecological')).toBe(96 + 261)
  expect(count('digital')).toBe(170)
  expect(count('ageing')).toBe(70)
  expect(count('regulated')).toBe(241)
  expect(count('executive')).toBe(507)
})

test('every interest centre of ROME 4.0 has a card in plain words', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  const centres = fromCsv(read('../../build/data/interests.csv')).map(({ code = '' }) => code)
  const { interest } = JSON.parse(read('../../i18n/fr/trades.json')) as {
    interest: Record<string, string>
  }
  expect(centres).toHaveLength(INTERESTS)
  expect(centres.filter((code) => !interest[code])).toEqual([])
})
