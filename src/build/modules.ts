import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { Art } from '../core/art'
import { check } from '../core/check'
import { blocks } from '../core/diagnostics'
import type { Fact } from '../core/fact'
import type { ModuleSummary, Pack } from '../core/pack'
import { parse } from '../core/parse'
import type { Scenario } from '../core/scenario'
import { termFinder, type Term } from '../core/spans'
import { withFrenchSpaces } from '../core/text'
import { drawArt } from './art'

const FOLDER = new URL('../../scenarios/', import.meta.url)
const LIST = 'virtual:modules'
const SUMMARIES = 'virtual:module-summaries'
const FACES = 'virtual:module-faces'
const ONE = 'virtual:module/'
const ART = 'virtual:module-art/'

/** The passages in the order of the journey: the order of the home screen. */
const JOURNEY: Scenario['passage'][] = ['cfa', 'company', 'interview', 'joining', 'explore']

/**
 * Makes the modules of `scenarios/` importable: `virtual:modules` says how to load each,
 * `virtual:module-summaries` lists them in the order of the journey, `virtual:module-faces` draws one person of each, `virtual:module/<slug>` is the text of
 * one pack, `virtual:module-art/<slug>` its drawings. The door of shipped modules is here:
 * a module with a blocking diagnostic stops the build, so the page need not parse it again.
 */
export function modules({ gallery = false } = {}): Plugin {
  return {
    name: 'modules',
    resolveId: (id) =>
      [LIST, SUMMARIES, FACES].includes(id) || id.startsWith(ONE) || id.startsWith(ART)
        ? `\0${id}`
        : undefined,
    async load(id) {
      if (id === `\0${LIST}`) return listCode(await shippedSlugs(gallery))
      if (id === `\0${SUMMARIES}`) return summariesCode(await shippedSlugs(gallery))
      if (id === `\0${FACES}`) return facesCode(await shippedSlugs(gallery))
      if (id.startsWith(`\0${ART}`)) return artCode(id.slice(ART.length + 1))
      if (!id.startsWith(`\0${ONE}`)) return undefined
      const slug = id.slice(ONE.length + 1)
      for (const file of ['facts.json', 'glossary.json', `${slug}/scenario.json`])
        this.addWatchFile(fileURLToPath(new URL(file, FOLDER)))
      return `export default ${JSON.stringify(JSON.stringify(await packOf(slug)))}`
    },
  }
}

/** The pack of one module, complete. @param slug a folder of `scenarios/` @throws when the module has a blocking diagnostic. */
export async function packOf(slug: string): Promise<Pack> {
  const [{ facts }, { terms }] = await Promise.all([
    readJson('facts.json') as Promise<{ facts: Fact[] }>,
    readJson('glossary.json') as Promise<{ terms: Term[] }>,
  ])
  const scenario = await scenarioOf(slug)
  const used = new Set(scenario.facts)
  return {
    scenario,
    facts: facts.filter((fact) => used.has(fact.id)),
    terms: termsIn(JSON.stringify(scenario), terms),
  }
}

async function scenarioOf(slug: string): Promise<Scenario> {
  const parsed = parse(await readFile(new URL(`${slug}/scenario.json`, FOLDER), 'utf8'))
  const diagnostics = parsed.ok ? check(parsed.scenario) : parsed.diagnostics
  const blocking = diagnostics.filter(blocks)
  if (!parsed.ok || blocking.length)
    throw new Error(`scenarios/${slug} is refused: ${JSON.stringify(blocking, null, 2)}`)
  return named(parsed.scenario)
}

/** Names are shown in many places that fill no text: they get their unbreakable spaces here, once. */
function named(scenario: Scenario): Scenario {
  return {
    ...scenario,
    title: withFrenchSpaces(scenario.title),
    summary: withFrenchSpaces(scenario.summary),
    levels: scenario.levels.map((level) => ({
      ...level,
      label: withFrenchSpaces(level.label),
      summary: withFrenchSpaces(level.summary),
    })),
    variants: scenario.variants.map((variant) => ({
      ...variant,
      label: withFrenchSpaces(variant.label),
    })),
  }
}

function listCode(slugs: string[]): string {
  const entries = slugs.map(
    (slug) =>
      `${JSON.stringify(slug)}: { load: () => import('${ONE}${slug}'), loadArt: () => import('${ART}${slug}') }`,
  )
  return `export default { ${entries.join(', ')} }`
}

async function summariesCode(slugs: string[]): Promise<string> {
  const summaries = await Promise.all(slugs.map(summaryOf))
  summaries.sort((a, b) => JOURNEY.indexOf(a.passage) - JOURNEY.indexOf(b.passage))
  return `export default ${JSON.stringify(summaries)}`
}

async function artCode(slug: string): Promise<string> {
  const art = JSON.stringify(drawArt(await scenarioOf(slug)))
  return `export default JSON.parse(${JSON.stringify(art)})`
}

async function facesCode(slugs: string[]): Promise<string> {
  const faces = await Promise.all(slugs.map(faceOf))
  return `export default ${JSON.stringify(Object.fromEntries(slugs.map((slug, i) => [slug, faces[i]])))}`
}

async function faceOf(slug: string): Promise<Art> {
  const scenario = await scenarioOf(slug)
  return drawArt({ ...scenario, cast: scenario.cast.slice(0, 1), steps: [] })
}

async function summaryOf(slug: string): Promise<ModuleSummary> {
  const scenario = await scenarioOf(slug)
  const { id, version, title, passage, summary, minutes, levels, steps } = scenario
  const endings = steps.filter((step) => step.kind === 'ending')
  return {
    id,
    version,
    title: withFrenchSpaces(title),
    passage,
    summary: withFrenchSpaces(summary),
    minutes,
    endings: endings.map((ending) => ({ id: ending.id, rank: ending.rank })),
    levels: levels.map((level) => ({
      id: level.id,
      label: withFrenchSpaces(level.label),
      summary: withFrenchSpaces(level.summary),
    })),
  }
}

async function shippedSlugs(gallery: boolean): Promise<string[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && (gallery || !entry.name.startsWith('_')))
    .map((entry) => entry.name)
    .sort()
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(name, FOLDER), 'utf8'))
}

function termsIn(text: string, terms: readonly Term[]): Term[] {
  return terms.filter((term) => {
    const { pattern, idOf } = termFinder([term])
    return [...text.matchAll(pattern ?? /(?!)/g)].some(([form]) => idOf(form) === term.id)
  })
}
