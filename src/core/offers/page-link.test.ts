import { expect, test } from 'vitest'
import { allowedHost } from './hosts'
import { DIDASK, GUIDES, PAGES, SITES, pageLink } from './page-link'

const H = 'https://labonnealternance.apprentissage.beta.gouv.fr'

test('L10: one offer', () => {
  const id = '64f0c0ffee64f0c0ffee64f0'
  expect(pageLink.offer('offres_emploi_lba', id, 'Boulanger·ère !')).toBe(
    `${H}/emploi/offres_emploi_lba/${id}/boulanger-ere`,
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
  expect(pageLink.page('trades')).toBe(`${H}/alternance/metiers`)
  expect(pageLink.page('pay')).toBe(`${H}/salaire-alternant`)
  expect(pageLink.page('home')).toBe(`${H}/`)
})

test('L18: guides', () => {
  expect(pageLink.guide('break')).toBe(`${H}/guide-alternant/la-rupture-de-contrat`)
})

test('L20: Didask modules', () => {
  expect(pageLink.didask('course')).toBe(
    'https://dinum.didask.com/courses/demonstration/60abc18c075edf000065c987',
  )
})

test('L23: the trade at France Travail', () => {
  expect(pageLink.trade('D1102')).toBe(
    'https://candidat.francetravail.fr/metierscope/fiche-metier/D1102',
  )
})

test('every fixed link, L22 included, leads to an allowed host', () => {
  const urls = [
    ...Object.values(SITES),
    ...Object.keys(GUIDES).map((name) => pageLink.guide(name as keyof typeof GUIDES)),
    ...Object.keys(DIDASK).map((name) => pageLink.didask(name as keyof typeof DIDASK)),
    ...Object.keys(PAGES).map((name) => pageLink.page(name as keyof typeof PAGES)),
    pageLink.trade('D1102'),
  ]
  expect(urls.filter((url) => !allowedHost(url))).toEqual([])
})

test('text cannot leave its part of the path', () => {
  expect(pageLink.landing('metier', '../../evil?x#y')).toBe(
    `${H}/alternance/metier/..%2F..%2Fevil%3Fx%23y`,
  )
})
