import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import en from '../i18n/en/diagnostics.json'
import fr from '../i18n/fr/diagnostics.json'
import { at, blocks, CODES, SEVERITIES } from './diagnostics'

const languages = { fr, en }

describe('a diagnostic', () => {
  it.each(Object.keys(languages))(
    'has a sentence for every code, and no other, in %s',
    (language) => {
      const said = Object.keys(languages[language as 'fr' | 'en'])
      expect(said.sort()).toEqual([...CODES, 'type', 'use'].sort())
    },
  )

  it('says the same things in both languages', () => {
    const params = (sentence: string) => [...new Set(sentence.match(/\{\{\w+\}\}/g))].sort()
    for (const code of CODES) expect([code, params(en[code])]).toEqual([code, params(fr[code])])
  })

  it('quotes what an author wrote without running it', async () => {
    const i18n = createInstance()
    await i18n.init({
      lng: 'fr',
      resources: { fr: { translation: { diagnostics: fr } } },
      interpolation: { escapeValue: false },
    })
    const key = '$t(diagnostics.type.text) {{code}}'
    expect(i18n.t('diagnostics.unknown-key', { key })).toContain(`« ${key} »`)
  })

  it('blocks a module when it is an error, not when it is a warning', () => {
    expect(CODES.filter((code) => blocks({ code, path: '', params: {} }))).toEqual(
      CODES.filter((code) => SEVERITIES[code] === 'error'),
    )
  })

  it('names its place as JavaScript does', () => {
    expect(at(at(at('', 'steps'), 3), 'to')).toBe('steps[3].to')
  })

  it('names an odd key between brackets', () => {
    expect(at('cast[0]', 'le nom')).toBe('cast[0]["le nom"]')
  })
})
