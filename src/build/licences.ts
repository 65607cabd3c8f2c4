import { readFileSync } from 'node:fs'

/** A package whose code or pictures reach the user, and its licence. */
interface Shipped {
  name: string
  version: string
  licence: string
}

/** Licences under which a package may be shipped: they ask for their notice, and nothing of our own text. */
export const ALLOWED_LICENCES: readonly string[] = [
  '(MIT OR Apache-2.0)',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
]

/** Needed to build only, but what they hold is in the built site: drawings, icons, fonts, service worker. */
const HELD = [
  '@dicebear/core',
  '@dicebear/open-peeps',
  '@fontsource-variable/atkinson-hyperlegible-next',
  '@fontsource-variable/bricolage-grotesque',
  '@fontsource-variable/lexend',
  '@fontsource/opendyslexic',
  '@iconify-json/ph',
  'workbox-build',
]

interface Manifest {
  dependencies: Record<string, string>
}
interface Lock {
  packages: Record<
    string,
    { version?: string; license?: string; dependencies?: Record<string, string> }
  >
}

/**
 * Every package that may reach the user, in the order of names: the dependencies, and all that they need.
 * What the lockfile marks for building only is not among them.
 */
export function shippedPackages(): Shipped[] {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))
  const { dependencies } = read('package.json') as Manifest
  const { packages } = read('package-lock.json') as Lock
  const found = new Map<string, Shipped>()
  const waiting = [...Object.keys(dependencies), ...HELD]
  for (const name of waiting) {
    const entry = packages[`node_modules/${name}`]
    if (found.has(name) || !entry) continue
    const { version = '', license = 'unknown' } = entry
    found.set(name, { name, version, licence: license })
    if (Object.hasOwn(dependencies, name)) waiting.push(...Object.keys(entry.dependencies ?? {}))
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The list as a page of docs. */
export function licenceTable(): string {
  const rows = shippedPackages().map(
    ({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`,
  )
  return `# Licences of what the app is made of

Made by \`npm run hosting\` from the lockfile. The code of the app is under MIT (\`LICENSE\`), its texts under the licence of \`LICENSE-content.md\`.

<!-- prettier-ignore -->
| package | version | licence |
|---|---|---|
${rows.join('\n')}
`
}
