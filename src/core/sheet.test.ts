import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moduleOf, shippedModules, smallModule, ending } from '../../tests/modules'
import { blanksOf, lineText, sheetOf, type Sheet, type SheetPiece } from './sheet'
import { plain, withFrenchSpaces, type Filling } from './text'

const filling: Filling = {
  texts: { prenom: 'Camille', preuve: 'J’ai  aidé en cuisine.' },
  agreement: 'f',
  factValue: (id) => (id === 'f63' ? '08 06 00 01 26' : undefined),
}

function page(lines: string[], script: string[] = [], words = {}): Sheet {
  const small = smallModule([ending()])
  const after = {
    ...small.after,
    sheet: { title: 'My page', sections: [{ heading: 'I note', lines }] },
    script: script.map((text) => ({ label: 'Hello', text })),
  }
  return sheetOf({ after }, filling, words)
}
const linesOf = (sheet: Sheet) => sheet.sections[0]?.lines ?? []
const fieldsOf = (pieces: readonly SheetPiece[]) => pieces.flatMap(({ field }) => field ?? [])

describe('a sheet', () => {
  it('holds the learner’s own sentences of the story', () => {
    const [line] = linesOf(page(['Bonjour, je m’appelle {prenom|……}. {preuve|……}']))
    expect(lineText(line ?? [])).toBe('Bonjour, je m’appelle Camille. J’ai aidé en cuisine.')
    expect(fieldsOf(line ?? [])).toEqual(['memory:prenom', 'memory:preuve'])
  })

  it('does not say twice how a sentence begins', () => {
    const [line] = linesOf(
      page(['Je m’appelle {prenom|……}.'], [], { 'memory:prenom': 'Je m’appelle Sam' }),
    )
    expect(lineText(line ?? [])).toBe('Je m’appelle Sam.')
  })

  it('has one full stop where a sentence fills a blank at the end of a line', () => {
    const blank = fieldsOf(linesOf(page(['Bonjour, c’est ……. Merci.'], []))[0] ?? [])[0] ?? ''
    const [line] = linesOf(page(['Bonjour, c’est ……. Merci.'], [], { [blank]: 'Sam, de Lens.' }))
    expect(lineText(line ?? [])).toBe('Bonjour, c’est Sam, de Lens. Merci.')
  })

  it('puts the full stop that a learner left out before the next sentence, outside their words', () => {
    const words = { 'memory:mot': 'Un jour, j’ai aidé' }
    const [line] = linesOf(page(['{mot|……} Je voudrais apprendre.'], [], words))
    expect(lineText(line ?? [])).toBe('Un jour, j’ai aidé. Je voudrais apprendre.')
    expect(line?.[0]).toEqual({ text: 'Un jour, j’ai aidé', field: 'memory:mot' })
  })

  it('shows the hint of a sentence that was not written, as a blank when it has dots', () => {
    const [hint, whole] = linesOf(page(['{mot|Merci pour ……}', '{demande|Je voudrais finir.}']))
    expect(hint).toEqual([{ text: 'Merci pour ……', field: 'memory:mot', blank: true }])
    expect(whole).toEqual([{ text: 'Je voudrais finir.', field: 'memory:demande' }])
  })

  it('puts what is written on the sheet before the words of the story', () => {
    const sheet = page(['{prenom|……} et {mot|……}'], [], {
      'memory:prenom': ' Sami ',
      'memory:mot': 'Merci.',
    })
    expect(lineText(linesOf(sheet)[0] ?? [])).toBe('Sami et Merci.')
  })

  it('goes back to the words of the story when a field is emptied', () => {
    const sheet = page(['{prenom|……}'], [], { 'memory:prenom': '  ' })
    expect(lineText(linesOf(sheet)[0] ?? [])).toBe('Camille')
  })

  it('names each blank after the words before it, and numbers those that come twice', () => {
    const lines = linesOf(
      page(['Jour et heure : ……', '…… vu le …… à rappeler le ……', '…… vu le ……']),
    )
    expect(lines.map(fieldsOf)).toEqual([
      ['blank:jour-et-heure'],
      ['blank:i-note', 'blank:vu-le', 'blank:à-rappeler-le'],
      ['blank:i-note#2', 'blank:vu-le#2'],
    ])
  })

  it('asks once for what the sheet and the script both need', () => {
    const sheet = page(
      ['Bonjour, {prenom|……}. Je cherche un …… pour septembre.'],
      ['Bonjour, {prenom|……}. Je cherche un …… en apprentissage.'],
      { 'blank:je-cherche-un': 'CAP cuisine' },
    )
    expect(lineText(sheet.script[0]?.pieces ?? [])).toBe(
      'Bonjour, Camille. Je cherche un CAP cuisine en apprentissage.',
    )
    expect(blanksOf(sheet)).toBe(0)
  })

  it('reads facts, agreement and bold marks as any text of the module', () => {
    const [line] = linesOf(page(['**Droit :** {fact:f63}. {f:prête|m:prêt|n:au point} !']))
    expect(lineText(line ?? [])).toMatch(/^Droit\u00a0: 08\s06\s00\s01\s26\. prête\u202f!$/)
  })

  it('drops what was not picked in the story, and leaves no run of spaces', () => {
    expect(lineText(linesOf(page(['Ce qui compte : {un} {deux} {prenom}']))[0] ?? [])).toBe(
      'Ce qui compte\u00a0: Camille',
    )
  })

  it('drops the full stop of a sentence that goes on', () => {
    const words = { 'memory:prenom': 'un CAP cuisine.' }
    expect(lineText(linesOf(page(['Je cherche {prenom|……} ici.'], [], words))[0] ?? [])).toBe(
      'Je cherche un CAP cuisine ici.',
    )
    expect(lineText(linesOf(page(['{prenom|……}. {prenom|……} Merci.'], [], words))[0] ?? [])).toBe(
      'un CAP cuisine. un CAP cuisine. Merci.',
    )
  })

  it('never reads the learner’s words as marks', () => {
    const words = { 'memory:prenom': '{fact:f63} ……' }
    const [line] = linesOf(page(['{prenom|……}'], [], words))
    expect(line).toEqual([{ text: '{fact:f63} ……', field: 'memory:prenom' }])
  })
})

describe.each(shippedModules)('the sheet of %s', (slug) => {
  const scenario = moduleOf(slug)
  const memory = scenario.memory.flatMap((one) => (one.kind === 'text' ? [one.id] : []))

  it('has no token left, and each blank can be filled', () => {
    const empty = sheetOf(scenario, { ...filling, texts: {} }, {})
    const pieces = [
      ...empty.sections.flatMap(({ lines }) => lines),
      ...empty.script.map((one) => one.pieces),
    ].flat()
    expect(pieces.filter(({ text }) => /[{}*|]/.test(text))).toEqual([])
    const words = Object.fromEntries(fieldsOf(pieces).map((field) => [field, 'mot']))
    expect(blanksOf(empty)).toBeGreaterThan(0)
    expect(blanksOf(sheetOf(scenario, { ...filling, texts: {} }, words))).toBe(0)
  })

  it('shows each sentence of the story as it was written, but for the capital of a keyboard', () => {
    fc.assert(
      fc.property(fc.constantFrom(...memory), fc.string({ minLength: 1 }), (id, text) => {
        const written = withFrenchSpaces(plain(text.trim()))
        fc.pre(written !== '' && !written.endsWith('.'))
        const shown = fieldTexts(sheetOf(scenario, { ...filling, texts: { [id]: text } }, {}))
        expect([undefined, fromSmall(written)]).toContain(fromSmall(shown.get(`memory:${id}`)))
      }),
    )
  })
})

function fromSmall(text: string | undefined): string | undefined {
  return text && text.charAt(0).toLowerCase() + text.slice(1)
}

function fieldTexts(sheet: Sheet): Map<string, string> {
  const pieces = [
    ...sheet.sections.flatMap(({ lines }) => lines),
    ...sheet.script.map((s) => s.pieces),
  ]
  return new Map(
    pieces.flat().flatMap(({ field, text }) => (field ? [[field, text] as const] : [])),
  )
}
