import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { toCsv } from '../../core/csv'
import { readTable, readText, TableTrouble } from './read-table'
import { writeXlsx } from './write-xlsx'

const bytes = (...numbers: number[]) => new Uint8Array(numbers)
const utf8 = (text: string) => new Uint8Array(new TextEncoder().encode(text))

/** French Windows: the letters of the tests have the same number as in Unicode. */
const windows = (text: string) => Uint8Array.from([...text], (sign) => sign.charCodeAt(0))

test.each([';', ',', '\t'])('a file cut by « %s » is read', async (separator) => {
  const text =
    ['nom', 'prénom', 'mél'].join(separator) + '\r\n' + ['Le Goff', 'Léa', 'a@b.fr'].join(separator)
  expect(await readTable(utf8(text))).toMatchObject({
    headers: ['nom', 'prénom', 'mél'],
    rows: [['Le Goff', 'Léa', 'a@b.fr']],
    separator,
    encoding: 'UTF-8',
  })
})

test('accents of French Windows are read', async () => {
  expect(await readTable(windows('prénom;ville\nÉloïse;Nîmes'))).toMatchObject({
    headers: ['prénom', 'ville'],
    rows: [['Éloïse', 'Nîmes']],
    encoding: 'Windows-1252',
  })
})

test('a title above the names of the columns is left aside, and lines keep their numbers', () => {
  const text = 'Export du 12 mai;;\n;;\nNom;Prénom;Mail\nLe Goff;Léa;lea@exemple.fr'
  expect(readText(text)).toMatchObject({
    headers: ['Nom', 'Prénom', 'Mail'],
    rows: [['Le Goff', 'Léa', 'lea@exemple.fr']],
    firstLine: 4,
  })
})

test.each([',', '\t', ';'])(
  'a title without « %s » does not hide that it cuts the lines',
  (cut) => {
    const lines = [
      'Export du 12 mai',
      '',
      'Nom|Mail',
      'Le Goff|lea@exemple.fr',
      'Petit|tom@exemple.fr',
    ]
    expect(readText(lines.join('\n').replaceAll('|', cut))).toMatchObject({
      headers: ['Nom', 'Mail'],
      separator: cut,
    })
  },
)

test('the mark of UTF-8 is not part of the first name', async () => {
  expect((await readTable(utf8('\uFEFFnom;ville\na;b'))).headers).toEqual(['nom', 'ville'])
})

test('a comma inside quotes is no separator', () => {
  expect(readText('nom;adresse\nLéa;"1, rue, des, Lilas"').rows).toEqual([
    ['Léa', '1, rue, des, Lilas'],
  ])
})

test.each([
  [bytes(), 'empty'],
  [utf8('\n\n  \n'), 'empty'],
  [utf8('nom;ville'), 'no-rows'],
  [bytes(0x50, 0x4b, 0x03, 0x04, 1, 2, 3), 'broken'],
  [bytes(0xd0, 0xcf, 0x11, 0xe0, 0), 'old-excel'],
])('a file that is no list is refused with its reason (%#)', async (file, fault) => {
  await expect(readTable(file)).rejects.toMatchObject({ fault })
  await expect(readTable(file)).rejects.toBeInstanceOf(TableTrouble)
})

const cell = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('=1+1', '+33612345678', '-2', '@SUM(A1)', '\t=1', 'é;"à"', '=HYPERLINK("x")'),
  )
  .filter((text) => !/[\0\r]/.test(text) && !text.startsWith("'"))
const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 })

test('what is written as CSV is read back the same, and no cell is a formula', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const text = toCsv([['un', 'deux'], ...list])
      const cells = Papa.parse<string[]>(text.slice(1), { delimiter: ';' }).data.flat()
      for (const one of cells) expect(one).not.toMatch(/^[=+\-@\t]/)
      const kept = [...list]
      while (kept.at(-1)?.every((part) => !part.trim())) kept.pop()
      if (kept.length) expect(readText(text).rows).toEqual(kept)
    }),
  )
})

test('what is written as XLSX is read back the same, as text', async () => {
  const plain = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => /^[^\0-\x1f]*$/.test(text) && text.trim() === text && !text.startsWith("'"))
  const some = fc.array(
    fc.tuple(plain, fc.constantFrom('=1+1', '0612345678', '@x', '+1', 'valueOf')),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  await fc.assert(
    fc.asyncProperty(some, async (list) => {
      const blob = await writeXlsx(['un', 'deux'], list)
      const bytes = new Uint8Array(await blob.arrayBuffer())
      for (const part of Object.values(unzipSync(bytes)))
        expect(strFromU8(part)).not.toMatch(/<f[ >/]/)
      expect((await readTable(bytes)).rows).toEqual(list)
    }),
    { numRuns: 20 },
  )
})
