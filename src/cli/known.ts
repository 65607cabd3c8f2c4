import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { FactsFile, type Fact } from '../core/fact'

/** Reads `facts.json` of a folder of modules, by id. Throws when it is not in its format: nothing works without it. */
export function readFacts(folder: string): ReadonlyMap<string, Fact> {
  const { facts } = v.parse(FactsFile, JSON.parse(readFileSync(`${folder}facts.json`, 'utf8')))
  return new Map(facts.map((fact) => [fact.id, fact]))
}
