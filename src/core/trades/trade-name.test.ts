import { expect, test } from 'vitest'
import { tradeName } from './trade-name'

const label = "Agent / Agente d'accueil"

test('a trade is named in the form chosen in the settings', () => {
  expect(tradeName(label, 'f')).toBe('Agente d’accueil')
  expect(tradeName(label, 'm')).toBe('Agent d’accueil')
  expect(tradeName(label, 'n')).toBe('Agent / Agente d’accueil')
  expect(tradeName('Fleuriste', 'f')).toBe('Fleuriste')
})
