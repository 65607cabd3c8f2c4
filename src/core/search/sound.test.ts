import { expect, test } from 'vitest'
import { fold } from './fold'
import { sound } from './sound'

const alike = (one: string, other: string) => {
  expect(sound(fold(one))).toBe(sound(fold(other)))
}

test('words written as they are heard have the same key', () => {
  alike('kuisinier', 'cuisinier')
  alike('esteticiene', 'esthéticienne')
  alike('garajiste', 'garagiste')
  alike('photografe', 'photographe')
  alike('chofeur', 'chauffeur')
  alike('plonbier', 'plombier')
  alike('kimper', 'Quimper')
  alike('lion', 'Lyon')
})

test('a plural or a mute ending changes nothing', () => {
  alike('fleuristes', 'fleuriste')
  alike('renne', 'Rennes')
  alike('jeux video', 'jeu vidéo')
})

test('several lines keep their number', () => {
  expect(sound('nantes\nlilles\n').split('\n')).toHaveLength(3)
})

test('different trades keep different keys', () => {
  expect(sound('boucher')).not.toBe(sound('boulanger'))
  expect(sound('macon')).not.toBe(sound('mason'))
})
