import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillMessage, isBalanced, unknownVariables, VARIABLES } from './fill-message'

test('variables take the words of the person', () => {
  expect(
    fillMessage('Bonjour {prénom}, appelle {cfa}.', { prénom: 'Léa', cfa: 'le CFA Ouest' }),
  ).toBe('Bonjour Léa, appelle le CFA Ouest.')
})

test('a missing first name leaves no hole', () => {
  expect(fillMessage('Bonjour {prénom}, ça va ?', {})).toBe('Bonjour, ça va ?')
})

test('a group without its value says the other words', () => {
  const text = 'Cherche [à {ville}|près de chez toi].'
  expect(fillMessage(text, { ville: 'Nantes' })).toBe('Cherche à Nantes.')
  expect(fillMessage(text, {})).toBe('Cherche près de chez toi.')
})

test('a line whose link is unknown goes away', () => {
  expect(fillMessage('Un\nÉcris au CFA : {lien_cfa}\nDeux', {})).toBe('Un\nDeux')
})

test('towns with an article are said as one says them', () => {
  expect(fillMessage('à {ville}, de {ville}', { ville: 'Le Mans' })).toBe('au Mans, du Mans')
  expect(fillMessage('à {ville}', { ville: 'Les Herbiers' })).toBe('aux Herbiers')
})

test('before a vowel « de » loses its own', () => {
  expect(fillMessage('près de {ville}, de {prénom}', { ville: 'Angers', prénom: 'Éva' })).toBe(
    'près d’Angers, d’Éva',
  )
  expect(fillMessage('de {ville}', { ville: 'Nantes' })).toBe('de Nantes')
})

test('names that do not exist and signs without their pair are told', () => {
  expect(unknownVariables('{prenom} {prénom} {toto}')).toEqual(['prenom', 'toto'])
  expect([isBalanced('[à {ville}|ici]'), isBalanced('[à {ville}'), isBalanced('{a')]).toEqual([
    true,
    false,
    false,
  ])
})

test('whatever is missing, no brace, no double space and no space before a comma is left', () => {
  const piece = fc.constantFrom(
    ...['Bonjour', ' ', ', ', '.', '\n', ' à ', '[à {ville}|ici]', '[{cfa}]'],
    ...VARIABLES.map((name) => `{${name}}`),
  )
  const value = fc.option(fc.string(), { nil: undefined })
  const values = fc.record(Object.fromEntries(VARIABLES.map((name) => [name, value])))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), values, (pieces, known) => {
      const text = fillMessage(pieces.join(''), known)
      expect(text).not.toMatch(/[{}[\]]| {2}| ,|\n{3}/)
    }),
  )
})
