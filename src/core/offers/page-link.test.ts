import { expect, test } from 'vitest'
import { allowedHost } from './hosts'
import { DIDASK, GUIDES, PAGES, SITES, pageLink } from './page-link'

const H = 'https://labonnealternance.apprentissage.beta.gouv.fr'

/** Each name of a list, and its link. */
function linksOf<Name extends string>(
  names: Readonly<Record<Name, string>>,
  link: (name: Name) => string,
) {
  return Object.fromEntries((Object.keys(names) as Name[]).map((name) => [name, link(name)]))
}

test('L10: one offer', () => {
  const id = '64f0c0ffee64f0c0ffee64f0'
  expect(pageLink.offer('offres_emploi_lba', id, 'Boulanger·ère !')).toBe(
    `${H}/emploi/offres_emploi_lba/${id}/boulanger-ere`,
  )
})

test('L10: one offer of a partner', () => {
  const id = '64f0c0ffee64f0c0ffee64f0'
  expect(pageLink.offer('offres_emploi_partenaires', id, 'Serveur')).toBe(
    `${H}/emploi/offres_emploi_partenaires/${id}/serveur`,
  )
})

test('L11: one company', () => {
  expect(pageLink.company('12345678901234', '')).toBe(
    `${H}/emploi/recruteurs_lba/12345678901234/fiche`,
  )
})

test('L12: the sign # of a course key is encoded', () => {
  expect(pageLink.course('088281P01313#L01', 'CAP boulanger')).toBe(
    `${H}/formation/088281P01313%23L01/cap-boulanger`,
  )
})

test('L13: contact request to a CFA', () => {
  expect(pageLink.contact('088281P01313#L01', 'allo-le-cfa')).toBe(
    `${H}/rdva?cleMinistereEducatif=088281P01313%23L01&referrer=lba` +
      '&utm_source=a-toi-de-jouer&utm_medium=website&utm_campaign=allo-le-cfa',
  )
})

test('L14: the application form names its caller', () => {
  expect(pageLink.apply('partners_1 2')).toBe(
    `${H}/postuler?caller=a-toi-de-jouer&recipient_id=partners_1+2`,
  )
})

test('L15, L16: landing pages', () => {
  expect(pageLink.landing('metier', 'patissier')).toBe(`${H}/alternance/metier/patissier`)
  expect(pageLink.landing('ville', 'nantes')).toBe(`${H}/alternance/ville/nantes`)
  expect(pageLink.landing('diplome', 'bts-mco')).toBe(`${H}/alternance/diplome/bts-mco`)
})

test('L17, L19, L21: pages without parameter', () => {
  expect(linksOf(PAGES, pageLink.page)).toEqual({
    home: `${H}/`,
    trades: `${H}/alternance/metiers`,
    towns: `${H}/alternance/villes`,
    diplomas: `${H}/alternance/diplomes`,
    pay: `${H}/salaire-alternant`,
    faq: `${H}/faq`,
    barometer: `${H}/barometre`,
    contact: `${H}/contact`,
    about: `${H}/a-propos`,
  })
})

test('L18: guides', () => {
  expect(linksOf(GUIDES, pageLink.guide)).toEqual({
    project: `${H}/guide-alternant/preparer-son-projet-en-alternance`,
    support: `${H}/guide-alternant/se-faire-accompagner`,
    courses: `${H}/guide-alternant/a-propos-des-formations`,
    employer: `${H}/guide-alternant/conseils-et-astuces-pour-trouver-un-employeur`,
    contract: `${H}/guide-alternant/comment-signer-un-contrat-en-alternance`,
    pay: `${H}/guide-alternant/comprendre-la-remuneration`,
    mentor: `${H}/guide-alternant/role-et-missions-du-maitre-d-apprentissage-ou-tuteur`,
    break: `${H}/guide-alternant/la-rupture-de-contrat`,
    aids: `${H}/guide-alternant/les-aides-financieres-et-materielles`,
    discover: `${H}/guide/decouvrir-l-alternance`,
    handicap: `${H}/guide/apprentissage-et-handicap`,
    risks: `${H}/guide/prevention-des-risques-professionnels-pour-les-apprentis`,
  })
})

test('L20: the four Didask modules', () => {
  const didask = 'https://dinum.didask.com/courses/demonstration'
  expect(linksOf(DIDASK, pageLink.didask)).toEqual({
    course: `${didask}/60abc18c075edf000065c987`,
    employer: `${didask}/60d21bf5be76560000ae916e`,
    interview: `${didask}/60d1adbb877dae00003f0eac`,
    joining: `${didask}/6283bd5ad9c7ae00003ede91`,
  })
})

test('L22: the sites that La bonne alternance sends to', () => {
  expect(linksOf(SITES, pageLink.site)).toMatchObject({
    diagoriente: 'https://diagoriente.fr/',
    immersion: 'https://immersion-facile.beta.gouv.fr/',
    missions: 'https://www.unml.info/les-missions-locales/annuaire/',
    futurpro: 'https://futurpro.inserjeunes.beta.gouv.fr/',
  })
})

test('L23: the trade at France Travail', () => {
  expect(pageLink.trade('D1102')).toBe(
    'https://candidat.francetravail.fr/metierscope/fiche-metier/D1102',
  )
})

test('every fixed link leads to an allowed host', () => {
  const urls = [
    ...Object.values(linksOf(SITES, pageLink.site)),
    ...Object.values(linksOf(GUIDES, pageLink.guide)),
    ...Object.values(linksOf(DIDASK, pageLink.didask)),
    ...Object.values(linksOf(PAGES, pageLink.page)),
    pageLink.trade('D1102'),
  ]
  expect(urls.filter((url) => !allowedHost(url))).toEqual([])
})

test('text cannot leave its part of the path', () => {
  expect(pageLink.landing('metier', '../../evil?x#y')).toBe(
    `${H}/alternance/metier/..%2F..%2Fevil%3Fx%23y`,
  )
})
