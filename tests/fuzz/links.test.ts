import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { toCsv } from '../../src/core/csv'
import { allowedHost, LBA } from '../../src/core/offers/hosts'
import { HOSTILE, settings } from './mutated'

const sound = [
  `https://${LBA}/recherche`,
  'https://www.onisep.fr/',
  'https://www.service-public.gouv.fr/a?b#c',
]
const part = fc.constantFrom(
  ...HOSTILE,
  ...[
    '@',
    ':',
    '//',
    '\\',
    '%2f',
    '。',
    '．',
    '@example.org',
    ':8080',
    '.example.org',
    'xn--',
    '\t',
    '\n',
    ' ',
  ],
  ...['http:', 'data:text/html,x', 'blob:', 'ｗｗｗ', 'É', '#@', '?@', '/..//'],
)
const address = fc
  .tuple(
    fc.constantFrom(...sound),
    fc.array(fc.tuple(fc.nat(60), part), { minLength: 1, maxLength: 3 }),
  )
  .map(([url, changes]) =>
    changes.reduce((text, [at, what]) => text.slice(0, at) + what + text.slice(at + (at % 3)), url),
  )

it(
  'an address that is let through leads over https to the very host that was named',
  { timeout: 300_000 },
  () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl(), fc.string()), (url) => {
        const host = allowedHost(url)
        if (host === undefined) return
        const read = new URL(url)
        expect([read.protocol, read.host, read.username, read.password]).toEqual([
          'https:',
          host,
          '',
          '',
        ])
        expect(
          sound.some((one) => new URL(one).host === host) || /\.(fr|info|org|com)$/.test(host),
        ).toBe(true)
      }),
      settings,
    )
  },
)

it('a cell of a table never begins a formula, and says what it said', { timeout: 300_000 }, () => {
  const cell = fc.oneof(
    fc.string(),
    fc
      .tuple(
        fc.constantFrom(...'=+-@|%＝＋－＠', '\t', '\r', '\n', '\0', ' ', '"', ';'),
        fc.string(),
      )
      .map(([first, rest]) => first + rest),
    fc.constantFrom(...HOSTILE),
  )
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => ['head', ...cells]),
      fc.constantFrom(';' as const, ',' as const),
      (row, separator) => {
        const text = toCsv([row], { separator, mark: false })
        const [read = []] = Papa.parse<string[]>(text, {
          delimiter: separator,
          newline: '\r\n',
        }).data
        expect(read).toHaveLength(row.length)
        for (const [index, value] of read.entries()) {
          expect(value).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]/u)
          expect([row[index], `'${row[index]}`]).toContain(value)
        }
      },
    ),
    settings,
  )
})
