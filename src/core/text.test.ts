import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fill, headline, plain, tokens, withFrenchSpaces, type Filling } from './text'

const filling: Filling = {
  texts: { prenom: 'Inès', vide: '  ' },
  agreement: 'f',
  factValue: (id) => (id === 'f01' ? '16 ans' : undefined),
}

describe('the words between braces', () => {
  it('become what the learner wrote, or what stands in for it', () => {
    expect(fill('Bonjour {prenom|toi}.', filling)).toBe('Bonjour Inès.')
    expect(fill('Bonjour {nom|toi}.', filling)).toBe('Bonjour toi.')
    expect(fill('Bonjour {vide|toi}.', filling)).toBe('Bonjour toi.')
    expect(fill('Bonjour{nom}.', filling)).toBe('Bonjour.')
  })

  it.each([
    ['« {preuve} » : je garde.', 'J’ai aidé.', '« J’ai aidé » : je garde.'],
    ['Je cherche {preuve} en apprentissage.', 'un CAP.', 'Je cherche un CAP en apprentissage.'],
    ['{preuve|Rien.} On peut l’écrire ?', 'Finir tôt', 'Finir tôt. On peut l’écrire ?'],
    ['Je l’ai vu. {preuve|J’ai aidé.}', 'J’ai servi', 'Je l’ai vu. J’ai servi.'],
    [
      'Vos mots : {preuve} {preuve} Ils vont servir.',
      'Dehors.',
      'Vos mots : Dehors. Dehors. Ils vont servir.',
    ],
    ['Bonjour {preuve|Alex}', 'Inès', 'Bonjour Inès'],
    ['{preuve|Rien.}', 'J’ai ri !', 'J’ai ri !'],
  ])('take or leave the full stop of the learner: %s', (text, preuve, read) => {
    expect(fill(text, { ...filling, texts: { preuve } }).replace(/[\u00a0\u202f]/g, ' ')).toBe(read)
  })

  it('become the value of a fact', () => {
    expect(fill('Dès {fact:f01}.', filling)).toBe('Dès 16 ans.')
    expect(fill('Dès {fact:f02}.', filling)).toBe('Dès .')
  })

  it.each([
    ['f', 'prête'],
    ['m', 'prêt'],
    ['n', 'au point'],
  ] as const)('agree with the learner: %s', (agreement, word) => {
    const text = 'Tu es {f:prête|m:prêt|n:au point}.'
    expect(fill(text, { ...filling, agreement })).toBe(`Tu es ${word}.`)
  })

  it('written by the learner stay words: nothing is filled twice', () => {
    const texts = { prenom: '{fact:f01} {f:a|m:b|n:c}' }
    expect(fill('{prenom}', { ...filling, texts })).toBe('{fact:f01} {f:a|m:b|n:c}')
  })

  it('that mean nothing are reported, and shown as they are', () => {
    expect(tokens('a {b c} {fact:} { } }{')).toEqual([
      { kind: 'words', text: 'a ' },
      { kind: 'error', text: '{b c}' },
      { kind: 'words', text: ' ' },
      { kind: 'error', text: '{fact:}' },
      { kind: 'words', text: ' ' },
      { kind: 'error', text: '{ }' },
      { kind: 'words', text: ' ' },
      { kind: 'error', text: '}' },
      { kind: 'error', text: '{' },
    ])
    expect(fill('a {b c}', filling)).toBe('a {b c}')
  })

  it('never break on any text, and leave a text without braces whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => tokens(text)).not.toThrow()
        if (!/[{}]/.test(text)) expect(tokens(text)).toEqual(text ? [{ kind: 'words', text }] : [])
      }),
    )
  })
})

describe('French spaces', () => {
  it('are narrow before ; ! ? and wide before : and inside « »', () => {
    expect(withFrenchSpaces('Oui ! Non ? Un ; deux : « trois »')).toBe(
      'Oui\u202f! Non\u202f? Un\u202f; deux\u00a0: «\u00a0trois\u00a0»',
    )
  })

  it('hold numbers together with what follows', () => {
    expect(withFrenchSpaces('01 23 45 67 89')).toBe('01\u00a023\u00a045\u00a067\u00a089')
    expect(withFrenchSpaces('1 250 € à 10 h')).toBe('1\u00a0250\u00a0€ à 10\u00a0h')
  })

  it('change no letter, and change nothing the second time', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = withFrenchSpaces(text)
        expect(once.replace(/[\u00a0\u202f]/g, ' ')).toBe(text.replace(/[\u00a0\u202f]/g, ' '))
        expect(withFrenchSpaces(once)).toBe(once)
      }),
    )
  })
})

describe('a note', () => {
  it('is cut after a short first sentence', () => {
    expect(headline('C’est clair. Elle sait quoi te répondre.')).toEqual({
      title: 'C’est clair.',
      rest: 'Elle sait quoi te répondre.',
    })
    expect(headline('Bravo\u202f! Continue.')).toEqual({ title: 'Bravo\u202f!', rest: 'Continue.' })
  })

  it('is left whole when its first sentence is long', () => {
    const long = `${'mot '.repeat(30)}fin. Suite.`
    expect(headline(long)).toEqual({ title: '', rest: long })
  })

  it('is not cut inside a number, nor when it has no end', () => {
    expect(headline('Il gagne 4.5 fois plus')).toEqual({
      title: 'Il gagne 4.5 fois plus',
      rest: '',
    })
  })
})

it('a plain text has no mark left', () => {
  expect(plain('Dis **ton nom** d’abord.')).toBe('Dis ton nom d’abord.')
})

it('a sentence of the learner stands inside another without its full stop', () => {
  const filling = {
    texts: { job: ' un CAP cuisine. ' },
    agreement: 'n' as const,
    factValue: () => '',
  }
  expect(fill('Vous visez {job}.', filling)).toBe('Vous visez un CAP cuisine.')
})

it('a sentence of the learner does not begin again what the text has said', () => {
  const filling = {
    texts: { like: 'J’aime réparer.' },
    agreement: 'n' as const,
    factValue: () => '',
  }
  expect(fill('J’aime {like}.', filling)).toBe('J’aime réparer.')
})
