import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ManifestTransform } from 'workbox-build'

/** Gives each precached file its sha384, so that a damaged or swapped answer is never installed. */
export function precacheIntegrity(root: string): ManifestTransform {
  return async (entries) => ({
    manifest: await Promise.all(
      entries.map(async (entry) => ({ ...entry, integrity: await sha384(join(root, entry.url)) })),
    ),
    warnings: [],
  })
}

async function sha384(file: string): Promise<string> {
  const bytes = await readFile(file)
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`
}
