import { readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

/**
 * Cuts the fonts of the first screen down to the letters of French and the weights in use.
 * Run by hand with `npm run fonts` when a font package is updated; the results are committed.
 * Letters left out fall back to the device's own font.
 */
const LETTERS = [
  range(0x20, 0x7e),
  'ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸŒÆàâäçèéêëîïôöùûüÿœæñóíáú',
  '\u00a0«»·°’‘“”–—…•€\u202f→←×−',
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
  {
    from: '@fontsource-variable/lexend/files/lexend-latin-wght-normal.woff2',
    to: 'lexend-400-700.woff2',
    wght: { min: 400, max: 700 },
  },
  ...[400, 700].map((weight) => ({
    from: `@fontsource/opendyslexic/files/opendyslexic-latin-${weight}-normal.woff2`,
    to: `readdyslexic-${weight}.woff2`,
    wght: undefined,
  })),
]

/** Its licence reserves this name for the whole font: what we cut down bears another, of the same length. */
const RESERVED = { from: 'OpenDyslexic', to: 'ReadDyslexic' }

for (const { from, to, wght } of FONTS) {
  const source = await readFile(new URL(`../../node_modules/${from}`, import.meta.url))
  const variation = wght === undefined ? {} : { variationAxes: { wght } }
  const plain = await subsetFont(source, LETTERS, { targetFormat: 'sfnt', ...variation })
  const cut = await subsetFont(renamed(plain), LETTERS, { targetFormat: 'woff2' })
  await writeFile(new URL(`../ui/fonts/${to}`, import.meta.url), cut)
  console.log(`${to}: ${source.length} -> ${cut.length} bytes`)
}

/** The font with its reserved name replaced, wherever it is written in one or two bytes a letter. */
function renamed(font: Buffer): Buffer {
  const result = Buffer.from(font)
  for (const spell of [oneByte, twoBytes]) {
    const name = spell(RESERVED.from)
    for (let at = result.indexOf(name); at >= 0; at = result.indexOf(name, at))
      spell(RESERVED.to).copy(result, at)
  }
  return result
}

function oneByte(name: string): Buffer {
  return Buffer.from(name, 'latin1')
}

function twoBytes(name: string): Buffer {
  return Buffer.from(name, 'utf16le').swap16()
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join(
    '',
  )
}
