import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * Says which build this is: `import.meta.env.VITE_VERSION` for the page, and a file `version.json` by which
 * an old page learns that the host has another build. A build is named after its entry file, whose name holds
 * a hash of all it loads: the same sources give the same name.
 */
export function version(): Plugin {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { version: number } = JSON.parse(manifest) as { version: string }
  return {
    name: 'version',
    config: () => ({ define: { 'import.meta.env.VITE_VERSION': JSON.stringify(number) } }),
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
      const build = entry?.fileName.split('/').at(-1)
      if (!build) this.error('The build has no entry file to be named after.')
      const source = `${JSON.stringify({ version: number, build })}\n`
      this.emitFile({ type: 'asset', fileName: 'version.json', source })
    },
  }
}
