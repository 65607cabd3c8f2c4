import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { FactsFile, type Fact } from '../core/fact'
import type { Term } from '../core/spans'

const Terms = v.object({
  terms: v.array(
    v.object({
      id: v.string(),
      term: v.string(),
      forms: v.array(v.string()),
      definition: v.string(),
    }),
  ),
})

/** What the modules of a folder share: `facts.json` by id, and the words of `glossary.json`. */
export interface Known {
  facts: ReadonlyMap<string, Fact>
  terms: readonly Term[]
}

/** Reads the shared files of a folder of modules. Throws when one is not in its format: nothing works without it. */
export function readKnown(folder: string): Known {
  const json = (name: string): unknown => JSON.parse(readFileSync(`${folder}${name}`, 'utf8'))
  const { facts } = v.parse(FactsFile, json('facts.json'))
  const { terms } = v.parse(Terms, json('glossary.json'))
  return { facts: new Map(facts.map((fact) => [fact.id, fact])), terms }
}
