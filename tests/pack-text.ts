import { readFileSync } from 'node:fs'
import { FactsFile } from '../src/core/fact'
import * as v from 'valibot'
import { moduleOf } from './modules'

/** The text of a module's pack as a run is pinned to it, without its glossary. @param slug a folder of `scenarios/` */
export function packTextOf(slug: string): string {
  const scenario = moduleOf(slug)
  const file: unknown = JSON.parse(
    readFileSync(new URL('../scenarios/facts.json', import.meta.url), 'utf8'),
  )
  const facts = v.parse(FactsFile, file).facts.filter(({ id }) => scenario.facts.includes(id))
  return JSON.stringify({ scenario, facts, terms: [] })
}
