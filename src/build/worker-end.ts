import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Adds our own lines to the service worker once it is made: `importScripts` of another file is refused under
 * Trusted Types.
 * @param dist the folder of the build
 * @param file what to add
 */
export function workerEnd(dist: string, file: URL): Plugin {
  return {
    name: 'worker-end',
    apply: 'build',
    enforce: 'post',
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        await appendFile(join(dist, 'sw.js'), `\n{\n${await readFile(file, 'utf8')}}\n`)
      },
    },
  }
}
