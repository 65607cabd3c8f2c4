import { describe, expect, it } from 'vitest'
import { goingOn } from './going-on'

describe('a text of the learner inside a sentence', () => {
  it.each([
    ['J’aime ', 'J’aime réparer un vélo', 'réparer un vélo'],
    ['J’aime ', "j'aime réparer un vélo", 'réparer un vélo'],
    ['Bonjour, je m’appelle ', 'Je m’appelle Sam', 'Sam'],
    ['Je cherche un ', 'un CAP cuisine', 'CAP cuisine'],
  ])('does not say its beginning twice: %s+ %s', (before, own, read) => {
    expect(goingOn(before, own)).toBe(read)
  })

  it.each([
    ['Je cherche ', 'Un CAP cuisine', 'un CAP cuisine'],
    ['J’aime ', 'Réparer un vélo', 'réparer un vélo'],
    ['Je suis en ', 'L’année de 3e', 'l’année de 3e'],
  ])('loses the capital of a keyboard: %s+ %s', (before, own, read) => {
    expect(goingOn(before, own)).toBe(read)
  })

  it.each([
    ['Bonjour, je m’appelle ', 'Camille'],
    ['Bonjour, je m’appelle ', 'Xavier de Roubaix'],
    ['Je cherche ', 'CAP cuisine'],
    ['Je cherche ', 'UN CAP CUISINE'],
    ['Je suis en ', 'L’ANNÉE DE 3E'],
    ['Je l’ai vu de près. ', 'Près de chez moi, au garage'],
    ['Un proche : ', 'Un proche de confiance'],
    ['', 'Un CAP cuisine'],
    ['J’aime ', 'J’aime'],
  ])('is left as it is: %s+ %s', (before, own) => {
    expect(goingOn(before, own)).toBe(own)
  })
})
