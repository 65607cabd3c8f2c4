import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { servedData } from './served-data'

const served = servedData()

test('the served files are the ones their sources make: run `npm run data` after a change', () => {
  for (const [name, text] of Object.entries(served))
    expect(
      readFileSync(new URL(`../../data/offers/${name}`, import.meta.url), 'utf8') === text,
    ).toBe(true)
})

test('the communes weigh at most 450 kB and the trades 60 kB, compressed', () => {
  expect(brotliCompressSync(served['communes.json']).length).toBeLessThanOrEqual(450_000)
  expect(brotliCompressSync(served['trades.json']).length).toBeLessThanOrEqual(60_000)
}, 60_000)

test('all but 35 of the 34,969 communes of the official list have a position', () => {
  const { names } = JSON.parse(served['communes.json']) as { names: string }
  expect(names.split('\n')).toHaveLength(34_969 - 35)
})

test('the 1,584 trades of ROME 4.0 are there', () => {
  const { labels } = JSON.parse(served['trades.json']) as { labels: string }
  expect(labels.split('\n')).toHaveLength(1_584)
})
