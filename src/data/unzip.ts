import { strFromU8, unzipSync } from 'fflate'

/** One text of an archive. */
export interface TextFile {
  path: string
  text: string
}

/** Files of a whole school, not more; bytes that a result with long sentences never reaches. */
const MOST_FILES = 2000
const MOST_BYTES = 300_000

/**
 * The texts of a zip such as Moodle makes of submissions. Files that are no text, or too long, are passed over.
 * @returns undefined when it is not a zip.
 */
export function textsInZip(bytes: Uint8Array): TextFile[] | undefined {
  let count = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        /\.(txt|html?|csv)$/i.test(name) && originalSize <= MOST_BYTES && ++count <= MOST_FILES,
    })
    return Object.entries(files).map(([path, content]) => ({ path, text: strFromU8(content) }))
  } catch {
    return undefined
  }
}
