import { expect, it } from 'vitest'
import { moduleOf, shippedModules } from '../../tests/modules'
import { clause } from './clause'

it.each([
  ['Si je tombe sur un répondeur,', 'je tombe sur un répondeur'],
  ['S’il pleut', 'il pleut'],
  ['Sinon je rentre.', 'Sinon je rentre'],
  ['Six heures du matin', 'Six heures du matin'],
  ['S’ouvrir aux autres', 'S’ouvrir aux autres'],
  ['Alors, je rappelle', 'je rappelle'],
  ['je demande : « Je peux reprendre ? »', 'je demande : « Je peux reprendre ? »'],
  ['  ', ''],
])('« %s » is the half « %s »', (text, half) => {
  expect(clause(text)).toBe(half)
  expect(clause(half)).toBe(half)
})

it.each(shippedModules)('%s: no template says its own « si » or ends on a comma', (slug) => {
  for (const plan of moduleOf(slug).after.plans)
    for (const text of [clause(plan.if), clause(plan.then)]) {
      expect(text).not.toMatch(/^(si|alors) |[,.]$/i)
      expect(text).not.toBe('')
    }
})
