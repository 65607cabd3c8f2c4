import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceContent } from '../../../tests/device-content'
import { MOST_BYTES, openBackup, writeBackup, type DeviceContent } from './backup-file'
import { canonical } from './canonical'

const head = { app: '0.1.0', madeAt: '2026-11-23T17:41:00.000Z' }
const pack = '{"scenario":{"id":"small","version":"1.0.0"}}'
const content = deviceContent(pack, { runs: 2, records: 3, contacts: 3 })
const text = writeBackup({ ...head, content })

/** How many damaged files are tried; `MUTATIONS=10000 npx vitest run backup-file` is the figure of the goal. */
const MUTATIONS = Number(process.env['MUTATIONS'] ?? 500)
const PATIENCE = 10_000 + MUTATIONS * 20

function refusal(file: string): string | undefined {
  const opened = openBackup(file, 1)
  return opened.ok ? undefined : opened.refusal
}

describe('a backup', () => {
  it('gives back what was written, word for word', () => {
    const opened = openBackup(text, 1)
    expect(opened).toEqual({ ok: true, backup: { ...head, content } })
    if (opened.ok) expect(writeBackup(opened.backup)).toBe(text)
  })

  it(
    'gives back any content byte for byte',
    () => {
      const value = fc.jsonValue({ depthSize: 'small' })
      const rows = fc.array(fc.record({ id: fc.string({ unit: 'binary' }), value }), {
        maxLength: 4,
      })
      const anyContent = fc.record({
        epoch: fc.constant(1),
        settings: fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.string()),
        tables: fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), rows),
      })
      fc.assert(
        fc.property(anyContent, (any) => {
          const made: DeviceContent = any
          fc.pre(!/"(__proto__|constructor|prototype)":/.test(canonical(made)))
          const written = writeBackup({ ...head, content: made })
          const opened = openBackup(written, 1)
          expect(opened.ok && canonical(opened.backup.content)).toBe(canonical(made))
          expect(opened.ok && writeBackup(opened.backup)).toBe(written)
        }),
        { numRuns: MUTATIONS / 5 },
      )
    },
    PATIENCE,
  )

  it('can be read by a person: one row a line, how many of each before', () => {
    expect(text).toContain('"format": "a-toi-de-jouer/backup"')
    expect(text).toContain('"contacts":3')
    const line = text.split('\n').find((one) => one.includes('Garage Martin'))
    expect(JSON.parse(line?.replace(/,$/, '') ?? '')).toMatchObject({ name: 'Garage Martin 1' })
  })

  it('is the same text whatever the order of the tables', () => {
    const tables = Object.fromEntries(Object.entries(content.tables).reverse())
    expect(writeBackup({ ...head, content: { ...content, tables } })).toBe(text)
  })

  it('still opens after an editor has laid it out again', () => {
    const laidOut = `\ufeff${JSON.stringify(JSON.parse(text), null, 4)}\r\n`
    expect(refusal(laidOut)).toBeUndefined()
  })
})

describe('a file that is refused whole', () => {
  const { counts } = JSON.parse(text) as { counts: object }
  const changed = (change: object) => JSON.stringify({ ...(JSON.parse(text) as object), ...change })

  it.each([
    ['cut anywhere', text.slice(0, text.length - 40), 'not-json'],
    ['empty', '', 'not-json'],
    ['another kind of JSON', '{"format":1}', 'not-a-backup'],
    ['a list', '[]', 'not-a-backup'],
    ['of a later form', changed({ version: 2 }), 'newer'],
    ['of a later epoch', changed({ epoch: 2 }), 'newer'],
    ['without its counts', changed({ counts: {} }), 'damaged'],
    ['with another count', changed({ counts: { ...counts, runs: 9 } }), 'damaged'],
    ['with a count too many', changed({ counts: { ...counts, dreams: 0 } }), 'damaged'],
    ['with another hash', changed({ sha256: '0'.repeat(64) }), 'damaged'],
    ['with a table that is no list', changed({ tables: { runs: {} } }), 'damaged'],
    ['with other settings', changed({ settings: { theme: 'light' } }), 'damaged'],
    ['too deep', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'unsafe'],
    ['with a key of JavaScript itself', `{"a":{"__proto__":1}}`, 'unsafe'],
    ['too large', ' '.repeat(MOST_BYTES + 1), 'too-big'],
  ])('%s', (_, file, why) => expect(refusal(file)).toBe(why))

  it(
    'is any file cut short',
    () => {
      const end = text.trimEnd().length
      fc.assert(
        fc.property(fc.nat(end - 1), (length) => {
          expect(refusal(text.slice(0, length))).toBe('not-json')
        }),
        { numRuns: MUTATIONS },
      )
    },
    PATIENCE,
  )

  it(
    'is any file of which a sign of the content changed; nothing is ever thrown',
    () => {
      const start = text.indexOf('"settings"')
      const mutation = fc.record({
        at: fc.integer({ min: start, max: text.length - 1 }),
        cut: fc.nat(3),
        put: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 3 }),
          fc.constantFrom('"', '{', ']', '9', '\\u0000', '\u202e', 'null', '-', '1e400'),
        ),
      })
      fc.assert(
        fc.property(mutation, ({ at, cut, put }) => {
          const damaged = text.slice(0, at) + put + text.slice(at + cut)
          const opened = openBackup(damaged, 1)
          if (opened.ok) expect(canonical(opened.backup.content)).toBe(canonical(content))
        }),
        { numRuns: MUTATIONS },
      )
    },
    PATIENCE,
  )
})
