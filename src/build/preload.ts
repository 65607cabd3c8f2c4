import type { Plugin } from 'vite'

/** What one needs of a built chunk. */
interface Chunk {
  type: string
  fileName: string
  facadeModuleId?: string | null
  moduleIds?: string[]
  imports?: string[]
  viteMetadata?: { importedCss: Set<string> }
}

/** Where index.html waits for the list: before boot.js, after the charset. */
const PLACE = '<meta name="preload" content="" />'

/**
 * Tells public/boot.js which files a screen will ask for, so that the browser fetches them while
 * the main script is still on its way: one round trip less before the first choice.
 * The list stands in `<meta name="preload">` as JSON: `{ "home": […], "modules": { slug: […] }, "kept": […] }`;
 * `kept` is what reads the runs of a device that holds some.
 */
export function preload(): Plugin {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle) as Chunk[]
        const entry = new Set(
          chunks.filter((chunk) => html.includes(chunk.fileName)).map((chunk) => chunk.fileName),
        )
        const filesOf = (end: string) =>
          chunks
            .filter(({ moduleIds }) => moduleIds?.some((id) => id.endsWith(end)))
            .flatMap((chunk) => [...needed(chunk, bundle)])
            .filter((file) => !entry.has(file))
        const modules = Object.fromEntries(
          chunks.flatMap((chunk) => {
            const slug = /virtual:module\/(.+)$/.exec(chunk.facadeModuleId ?? '')?.[1]
            return slug ? [[slug, [chunk.fileName]]] : []
          }),
        )
        const home = [
          '/screens/home/HomeScreen.vue',
          '/i18n/fr/home.json',
          '/i18n/later-texts.ts',
          '/i18next.js',
        ].flatMap(filesOf)
        const kept = filesOf('/data/keep.ts')
        const content = JSON.stringify({ home, modules, kept })
        return html.replace(PLACE, `<meta name='preload' content='${content}' />`)
      },
    },
  }
}

function needed(chunk: Chunk, bundle: object, found = new Set<string>()): Set<string> {
  found.add(chunk.fileName)
  for (const css of chunk.viteMetadata?.importedCss ?? []) found.add(css)
  for (const file of chunk.imports ?? []) {
    const next = (bundle as Record<string, Chunk | undefined>)[file]
    if (next && !found.has(file)) needed(next, bundle, found)
  }
  return found
}
