import { encodeForm, encodePart } from './form'
import { LBA } from './hosts'
import { campaignPairs } from './search-link'

/** Guide pages of La bonne alternance for those who learn (L18). */
export const GUIDES = {
  project: 'guide-alternant/preparer-son-projet-en-alternance',
  support: 'guide-alternant/se-faire-accompagner',
  courses: 'guide-alternant/a-propos-des-formations',
  employer: 'guide-alternant/conseils-et-astuces-pour-trouver-un-employeur',
  contract: 'guide-alternant/comment-signer-un-contrat-en-alternance',
  pay: 'guide-alternant/comprendre-la-remuneration',
  mentor: 'guide-alternant/role-et-missions-du-maitre-d-apprentissage-ou-tuteur',
  break: 'guide-alternant/la-rupture-de-contrat',
  aids: 'guide-alternant/les-aides-financieres-et-materielles',
  discover: 'guide/decouvrir-l-alternance',
  handicap: 'guide/apprentissage-et-handicap',
  risks: 'guide/prevention-des-risques-professionnels-pour-les-apprentis',
} as const

/** The four Didask modules that La bonne alternance links to (L20). */
export const DIDASK = {
  course: '60abc18c075edf000065c987',
  employer: '60d21bf5be76560000ae916e',
  interview: '60d1adbb877dae00003f0eac',
  joining: '6283bd5ad9c7ae00003ede91',
} as const

/** Pages of La bonne alternance without parameter (L17, L19, L21). */
export const PAGES = {
  home: '',
  trades: 'alternance/metiers',
  towns: 'alternance/villes',
  diplomas: 'alternance/diplomes',
  pay: 'salaire-alternant',
  faq: 'faq',
  barometer: 'barometre',
  contact: 'contact',
  about: 'a-propos',
} as const

/** Other public or associated sites, as La bonne alternance links them (L22), with Onisep and the help sites. */
export const SITES = {
  diagoriente: 'https://diagoriente.fr/',
  immersion: 'https://immersion-facile.beta.gouv.fr/',
  missions: 'https://www.unml.info/les-missions-locales/annuaire/',
  futurpro: 'https://futurpro.inserjeunes.beta.gouv.fr/',
  onisep: 'https://www.onisep.fr/',
  metierscope: 'https://candidat.francetravail.fr/metierscope/',
  parcoursup: 'https://www.parcoursup.gouv.fr/',
  mediator: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F31633',
  work: 'https://code.travail.gouv.fr/',
  aids: 'https://mes-aides.1jeune1solution.beta.gouv.fr/',
  discrimination: 'https://www.antidiscriminations.fr/',
} as const

export const pageLink = {
  /** L10. @param id 24 hexadecimal digits */
  offer: (from: 'offres_emploi_lba' | 'offres_emploi_partenaires', id: string, title: string) =>
    lba(`emploi/${from}/${encodePart(id)}/${slug(title)}`),
  /** L11. @param siret 14 digits */
  company: (siret: string, name: string) =>
    lba(`emploi/recruteurs_lba/${encodePart(siret)}/${slug(name)}`),
  /** L12. @param key « clé ministère éducatif », which holds a `#` */
  course: (key: string, title: string) => lba(`formation/${encodePart(key)}/${slug(title)}`),
  /** L13: contact request to a CFA; an unknown key gives an error page. */
  contact: (key: string, campaign: string) =>
    `${lba('rdva')}?${encodeForm([['cleMinistereEducatif', key], ['referrer', 'lba'], ...campaignPairs(campaign)])}`,
  /** L14: the application form alone. @param recipient from the API of La bonne alternance */
  apply: (recipient: string) =>
    `${lba('postuler')}?${encodeForm([
      ['caller', 'a-toi-de-jouer'],
      ['recipient_id', recipient],
    ])}`,
  /** L15, L16: an editorial page. */
  landing: (about: 'metier' | 'ville' | 'diplome', name: string) =>
    lba(`alternance/${about}/${encodePart(name)}`),
  /** L17, L19, L21 */
  page: (name: keyof typeof PAGES) => lba(PAGES[name]),
  /** L18 */
  guide: (name: keyof typeof GUIDES) => lba(GUIDES[name]),
  /** L20 */
  didask: (name: keyof typeof DIDASK) =>
    `https://dinum.didask.com/courses/demonstration/${DIDASK[name]}`,
  /** L22 */
  site: (name: keyof typeof SITES) => SITES[name],
  /** L23: the trade at France Travail. @param rome a letter and four digits */
  trade: (rome: string) =>
    `https://candidat.francetravail.fr/metierscope/fiche-metier/${encodePart(rome)}`,
} as const

function lba(path: string): string {
  return `https://${LBA}/${path}`
}

/** Any words will do at the end of these addresses: they are there for people. */
function slug(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return words?.join('-') ?? 'fiche'
}
