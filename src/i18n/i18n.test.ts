import { beforeAll, describe, expect, it } from 'vitest'
import { firstTexts, firstWords } from './first-words'
import { loadTexts, t } from './i18n'

const PARAMS = { text: 'Bonjour', host: 'example.org', date: 'mardi', label: 'Confiance' }

/** Every key of the first texts, as it is asked for. */
function keysOf(texts: object, before = ''): string[] {
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value, `${before}${name}.`)
      : [`${before}${name}`],
  )
}
const keys = keysOf(firstTexts)

describe('the words of the first screen', () => {
  it('are there before any other text', () => {
    expect(t('play.back')).toBe('Revenir')
    expect(t('common.opens', PARAMS)).toBe('S’ouvre sur example.org')
  })

  it('have no plural, which only i18next knows', () => {
    expect(keys.filter((key) => /_(zero|one|two|few|many|other)$/.test(key))).toEqual([])
  })

  it('give an unknown key back, even one that every object has', () => {
    expect(firstWords('play.nowhere', {})).toBe('play.nowhere')
    expect(firstWords('play.constructor.name', {})).toBe('play.constructor.name')
    expect(firstWords('play', {})).toBe('play')
  })

  describe('once i18next is there', () => {
    const before = keys.map((key) => t(key, PARAMS))
    beforeAll(() => loadTexts('pwa'))

    it('read the same', () => {
      expect(keys.map((key) => t(key, PARAMS))).toEqual(before)
    })

    it('stand beside the texts of a later screen', () => {
      expect(t('pwa.offline')).toBe('Hors ligne')
    })
  })

  it('refuse a screen that has no text', async () => {
    await expect(loadTexts('nowhere')).rejects.toThrow('There is no text file fr/nowhere.json.')
  })
})
