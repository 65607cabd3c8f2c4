import { expect, test } from 'vitest'
import { bothForms, feminines } from './gender'

test('the complement of a label goes with both forms', () => {
  expect(bothForms("Agent / Agente d'accueil")).toEqual(["Agent d'accueil", "Agente d'accueil"])
  expect(bothForms('Chef boulanger / Cheffe boulangère')).toEqual([
    'Chef boulanger',
    'Cheffe boulangère',
  ])
})

test('a label with one form has one', () => {
  expect(bothForms('Fleuriste')).toEqual(['Fleuriste'])
})

test('a trade name can be searched in the feminine', () => {
  expect(feminines('coiffeur')).toEqual(['coiffeuse'])
  expect(feminines('animateur enfants')).toEqual(['animatrice enfants', 'animateuse enfants'])
  expect(feminines('boulanger')).toEqual(['boulangere'])
  expect(feminines('gardien')).toEqual(['gardienne'])
  expect(feminines('agent')).toEqual(['agente'])
  expect(feminines('fleuriste')).toEqual([])
})
