import { describe, expect, it } from 'vitest'
import { kandelMoles } from './readability'

const dialogue = `Bonjour, je m'appelle Inès. Je cherche un CAP cuisine. Qui peut m'aider ?
  Bonjour Inès. Vous avez quel âge ? J'ai seize ans. Vous avez déjà un patron ? Pas encore. Je cherche.
  D'accord. Venez mardi à dix heures. Mardi à dix heures, c'est noté. Merci, madame.`

const prose = `L'orientation professionnelle constitue une étape déterminante de la construction du projet
  personnel des élèves, dont l'accompagnement nécessite une mobilisation coordonnée de l'ensemble des
  intervenants institutionnels, conformément aux dispositions réglementaires applicables.`

describe('the ease of reading of Kandel and Moles', () => {
  it('is above 80 for a simple dialogue', () => {
    expect(kandelMoles([dialogue])).toBeGreaterThan(80)
  })

  it('is under 40 for administrative prose', () => {
    expect(kandelMoles([prose])).toBeLessThan(40)
  })

  it('follows its formula: 207 − 1.015 × words a sentence − 73.6 × syllables a word', () => {
    // Four words, one sentence, five syllables: je, par-le, un, peu.
    expect(kandelMoles(['Tu demandes un peu.'])).toBeCloseTo(207 - 1.015 * 4 - 73.6 * (5 / 4), 5)
  })
})
