import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openBackup } from '../../src/core/backup/backup-file'
import { readPack } from '../../src/core/backup/pack-door'
import { readClassFile } from '../../src/core/class/class-file'
import { parse } from '../../src/core/parse'
import { readTable } from '../../src/data/push/read-table'

const deep = '['.repeat(50_000) + ']'.repeat(50_000)
const deepObject = '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)
const huge = `{"title":"${'x'.repeat(1_200_000)}"}`
const wide = `{"steps":[${'{},'.repeat(40_000)}{}]}`
const proto = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
const TEXTS = { deep, deepObject, huge, wide, proto, empty: '', nothing: 'null', number: '1e999' }

describe.each(Object.entries(TEXTS))('a text that is %s', (_, text) => {
  it.each([
    ['module', () => parse(text).ok],
    ['pack', () => readPack(text) !== undefined],
    ['backup', () => openBackup(text, 1).ok],
    ['class file', () => !('trouble' in readClassFile(text))],
  ])('is refused as a %s within two seconds', (_door, taken) => {
    const began = performance.now()
    expect(taken()).toBe(false)
    expect(performance.now() - began).toBeLessThan(2000)
    expect('polluted' in {}).toBe(false)
  })
})

it('a value that holds itself is refused as a module', () => {
  const loop: Record<string, unknown> = { format: 1 }
  loop['itself'] = loop
  expect(parse(loop).ok).toBe(false)
})

it(
  'a zip of zeros is refused as a list, without filling the memory',
  { timeout: 60_000 },
  async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(100_000_000) })
    const began = performance.now()
    const before = process.memoryUsage().rss
    await expect(readTable(Uint8Array.from(bomb))).rejects.toThrow()
    expect(performance.now() - began).toBeLessThan(5000)
    expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000)
  },
)
