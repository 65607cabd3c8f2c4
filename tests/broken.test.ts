import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from '../src/core/check'
import { CODES, type Diagnostic } from '../src/core/diagnostics'
import type { Limits } from '../src/core/limits'
import { parse } from '../src/core/parse'

const folder = new URL('broken/', import.meta.url)

/** Limits so low that a small file passes them. */
const LOW: Record<string, Partial<Limits>> = {
  'too-big': { bytes: 1000 },
  'too-many-values': { values: 100 },
  'too-many-steps': { steps: 3 },
}

const facts = new Map([
  ['f_duree', { value: 'de 6 mois à 3 ans' }],
  ['f_aide', { value: '39 28' }],
  ['f_lieu', {}],
])

function diagnose(name: string): Diagnostic[] {
  const parsed = parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'), LOW[name])
  return parsed.ok ? check(parsed.scenario, facts) : parsed.diagnostics
}

describe('the broken modules', () => {
  it('start from a module where nothing is wrong', () => {
    expect(diagnose('_base')).toEqual([])
  })

  it('show every code there is', () => {
    const files = readdirSync(folder).map((file) => file.replace('.json', ''))
    expect(files.filter((file) => file !== '_base').sort()).toEqual([...CODES].sort())
  })

  it.each(CODES)('%s is found, once, and nothing else', (code) => {
    expect(diagnose(code).map((diagnostic) => diagnostic.code)).toEqual([code])
  })

  it('are all shown at their place', () => {
    const places = CODES.map((code) => `${code}: ${diagnose(code)[0]?.path}`)
    expect(places).toMatchSnapshot()
  })
})
