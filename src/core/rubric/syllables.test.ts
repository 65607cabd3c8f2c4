import { describe, expect, it } from 'vitest'
import { syllables } from './syllables'

const counted: Record<number, string> = {
  1: "je les bien hier rien huit nuit oui puis trois août vie joue quand quatre vient eau œil cœur jeune jeunes c'est j'ai parlent trouvent cherchent peuvent",
  2: "école question métier apprend client argent souvent content moment nuage jouer voyage payer pays pigeon guider as-tu d'accord l'école accueil peut-être naïf demande famille œuvrer actif muet",
  3: "maintenant apprenti entreprise employeur téléphone oublier ouvrier formation réunir accueillir arrivée étudiant travailler rendez-vous aujourd'hui répéter océan atelier actuel italien",
  4: 'réaliser menuiserie situation habituel évidemment mécanicien',
}

describe('the syllables of a French word', () => {
  it.each(
    Object.entries(counted).flatMap(([count, list]) =>
      list.split(' ').map((word) => [word, Number(count)] as const),
    ),
  )('of « %s » are %i', (word, count) => {
    expect(syllables(word)).toBe(count)
  })

  it('are one for each digit', () => {
    expect(syllables('45')).toBe(2)
  })
})
