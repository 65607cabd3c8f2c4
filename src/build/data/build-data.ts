/** `npm run data`: makes the files of `src/data/offers/` from the sources of this folder (see docs/data.md). */
import { writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { servedData } from './served-data'

for (const [name, text] of Object.entries(servedData())) {
  writeFileSync(new URL(`../../data/offers/${name}`, import.meta.url), text)
  console.log(
    `${name}: ${text.length} characters, ${brotliCompressSync(text).length} bytes in brotli`,
  )
}
