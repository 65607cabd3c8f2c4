import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKnown } from './known'
import { reportModule } from './module-report'

const scenarios = fileURLToPath(new URL('../../scenarios/', import.meta.url))
const shelf = { ...readKnown(scenarios), common: undefined, today: '2026-11-23', plays: 50 }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'module-'))
  cpSync(`${scenarios}_gallery`, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const report = () => reportModule(folder, '_gallery', shelf)
const write = (name: string, value: unknown) =>
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))

describe('the report of a module', () => {
  it('is good for the gallery, which is not measured', () => {
    expect(report()).toMatchObject({ ok: true })
    expect(report().text).not.toContain('R1')
  })

  it('says in French where a file stops being JSON', () => {
    write('scenario.json', '{\n  "format": 1\n  "id": "x"\n}')
    expect(report()).toMatchObject({
      ok: false,
      text: expect.stringContaining('ligne 3, colonne 3') as string,
    })
  })

  it('says that the folder or its playthroughs are missing', () => {
    rmSync(join(folder, 'playthroughs.json'))
    expect(report().text).toContain('Il manque le fichier playthroughs.json')
    rmSync(join(folder, 'scenario.json'))
    expect(report().text).toContain('Il manque scenario.json')
  })

  it('says which playthrough does not hold, and which ending none reaches', () => {
    const play = {
      name: 'Perdu',
      level: 'n1',
      variant: 'calme',
      seed: 1,
      picks: ['devant:partir'],
      ending: 'fin_jour',
    }
    write('playthroughs.json', { scenario: '_gallery', plays: [play] })
    const { ok, text } = report()
    expect(ok).toBe(false)
    expect(text).toContain('partie « Perdu » : « devant:partir » est impossible')
    expect(text).toContain("aucune partie écrite n'arrive à la fin « fin_non »")
  })

  it('measures a module that is not an example', () => {
    const { ok, text } = reportModule(folder, 'gallery', shelf)
    expect(ok).toBe(false)
    expect(text).toContain('✗ S1')
  })
})
