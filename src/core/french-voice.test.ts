import { describe, expect, it } from 'vitest'
import { frenchVoice, type Voice } from './french-voice'

const voice = (lang: string, others: Partial<Voice> = {}): Voice => ({
  lang,
  localService: true,
  default: false,
  ...others,
})

describe('the French voice', () => {
  it('never sends the words to a server', () => {
    expect(frenchVoice([voice('fr-FR', { localService: false })])).toBeUndefined()
  })

  it('speaks French', () => {
    expect(frenchVoice([voice('en-US', { default: true }), voice('fy-NL')])).toBeUndefined()
  })

  it('is found under the name that Android gives', () => {
    expect(frenchVoice([voice('fr_FR')])?.lang).toBe('fr_FR')
  })

  it('is the one that the user has chosen', () => {
    const chosen = voice('fr-CA', { default: true })
    expect(frenchVoice([voice('fr-FR'), chosen])).toBe(chosen)
  })

  it('is one of France when none is chosen', () => {
    expect(frenchVoice([voice('fr-CA'), voice('fr-FR')])?.lang).toBe('fr-FR')
  })

  it('is any other French one when there is none of France', () => {
    expect(frenchVoice([voice('fr')])?.lang).toBe('fr')
  })
})
