import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import texts from '../i18n/fr/rubric.json'
import { rubricTable } from './rubric-table'

const folder = new URL('../core/rubric/', import.meta.url)
const source = readdirSync(folder)
  .filter((name) => !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')

describe('the rubric table', () => {
  it('has a title for every row of the code', () => {
    const rows = [...source.matchAll(/row: '(\w+)'/g)].map(([, row]) => row)
    expect(Object.keys(texts.row).sort()).toEqual([...new Set(rows)].sort())
  })

  it('has a sentence for every finding of the code, and no other', () => {
    const said = Object.keys(texts.detail)
    const codes = [...source.matchAll(/code: '([a-z-]+)'/g)].map(([, code]) => code)
    expect(codes.filter((code) => !said.includes(code ?? ''))).toEqual([])
    expect(said.filter((code) => !source.includes(`'${code}'`))).toEqual([])
  })

  it('shows what is wrong under a row that is not green, and nothing under one that is', () => {
    const details = [{ code: 'long-line', path: 'steps[0].lines[0].text', params: { count: 30 } }]
    const row = { row: 'R3', value: '30', threshold: '≤ 25', details }
    expect(rubricTable([{ ...row, ok: false }])).toContain('✗ R3')
    expect(rubricTable([{ ...row, ok: false }])).toContain(
      'steps[0].lines[0].text : réplique de 30 mots',
    )
    expect(rubricTable([{ ...row, ok: true }])).not.toContain('réplique de 30 mots')
  })
})
