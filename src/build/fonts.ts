import { readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

/**
 * Cuts the fonts of the first screen down to the letters of French and the weights in use.
 * Run by hand with `npm run fonts` when a font package is updated; the results are committed.
 * Letters left out fall back to the device's own font.
 */
const LETTERS = [
  range(0x20, 0x7e),
  range(0xa0, 0xff),
  'ŒœŸŠšŽžığşŞİ',
  '‘’“”„–—…•‹›€\u202f\u2009→←↑↓×−≤≥',
].join('')

const FONTS = [
  {
    from: '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
    to: 'bricolage-grotesque-700.woff2',
    wght: 700,
  },
  {
    from: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    to: 'atkinson-hyperlegible-next-400-700.woff2',
    wght: { min: 400, max: 700 },
  },
]

for (const { from, to, wght } of FONTS) {
  const source = await readFile(new URL(`../../node_modules/${from}`, import.meta.url))
  const cut = await subsetFont(source, LETTERS, {
    targetFormat: 'woff2',
    variationAxes: { wght },
  })
  await writeFile(new URL(`../ui/fonts/${to}`, import.meta.url), cut)
  console.log(`${to}: ${source.length} -> ${cut.length} bytes`)
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join(
    '',
  )
}
