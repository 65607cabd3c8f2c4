import { expect, test } from 'vitest'
import { moduleOf } from '../../../tests/modules'
import { saidTrade } from './said-trade'

test.each([
  ['allo-le-cfa', 'formation'],
  ['mon-entretien', 'metier'],
])('%s knows the trade by what was written under « %s »', (module, id) => {
  expect(saidTrade(moduleOf(module), { prenom: 'Sam', [id]: ' un CAP cuisine ' })).toBe(
    'un CAP cuisine',
  )
})

test('nothing is known before it was written', () => {
  expect(saidTrade(moduleOf('allo-le-cfa'), { prenom: 'Sam', formation: '  ' })).toBeUndefined()
})

test('a module that asks for no trade knows none', () => {
  expect(saidTrade(moduleOf('mes-45-premiers-jours'), { proche: 'Lina' })).toBeUndefined()
})
