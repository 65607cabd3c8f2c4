/**
 * `npm run links`: every link the app can open, with its purpose, for a person to check by hand. The forms L1–L16 and
 * L23 are printed with an example. Prints nothing but links of the allow-list; exit code 1 when one is not in it.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { MOMENTS, type Guide } from '../core/offers/guide-list'
import { allowedHost } from '../core/offers/hosts'
import { liveLinks } from '../core/offers/live-links'
import { DIDASK, GUIDES, PAGES, SITES, pageLink } from '../core/offers/page-link'
import { NEW_SEARCH, type OfferSearch } from '../core/offers/search'
import { searchLink } from '../core/offers/search-link'
import { LIVE } from '../core/scenario'

const example: OfferSearch = {
  ...NEW_SEARCH,
  trade: { rome: 'D1102', label: 'Boulanger / Boulangère' },
  place: { code: '44109', name: 'Nantes', latitude: 47.22, longitude: -1.55 },
}
const search = (changes: Partial<OfferSearch>) => searchLink({ ...example, ...changes }, 'offres')
const TEXTS = `${fileURLToPath(new URL('../../', import.meta.url))}src/i18n/fr/`
const read = (name: string): unknown => JSON.parse(readFileSync(`${TEXTS}${name}.json`, 'utf8'))
const texts = read('guides') as {
  moment: Record<string, string>
  guide: Record<string, { title: string; text: string }>
}
const live = read('live') as { link: Record<string, string> }

let refused = 0

title('La bonne alternance : recherche')
show('L1', 'offres et entreprises près d’une ville', search({}))
show('L2', 'entreprises, candidature spontanée', search({ kind: 'companies' }))
show('L3', 'offres publiées seulement, les plus récentes', search({ kind: 'offers', sort: 'date' }))
show('L4', 'formations', search({ kind: 'courses', radius: 60 }))
show('L5', 'emploi avec sa formation', search({ kind: 'both' }))
show('L6', 'par diplôme (CAP et bac)', search({ levels: [3, 4] }))
show('L7', 'par contrat', search({ contract: 'apprenticeship' }))
show(
  'L8',
  'handicap, urgent, candidature simplifiée',
  search({ handi: true, urgent: true, simple: true }),
)
show(
  'L9',
  'début avant une date, les plus proches d’abord',
  search({ startsBefore: '2027-09-01', sort: 'proximity' }),
)

title('La bonne alternance : une fiche (exemples : il faut un vrai identifiant)')
show('L10', 'une offre', pageLink.offer('offres_emploi_lba', '0'.repeat(24), 'boulanger'))
show('L11', 'une entreprise', pageLink.company('0'.repeat(14), 'boulangerie'))
show('L12', 'une formation', pageLink.course('000000P00000#L01', 'cap boulanger'))
show('L13', 'demande de contact à un CFA', pageLink.contact('000000P00000#L01', 'offres'))
show('L14', 'formulaire de candidature', pageLink.apply('exemple'))
show('L15', 'page d’un métier', pageLink.landing('metier', 'patissier'))
show('L16', 'page d’une ville', pageLink.landing('ville', 'nantes'))
show('L16', 'page d’un diplôme', pageLink.landing('diplome', 'bts-mco'))

title('Pages fixes')
for (const name of Object.keys(PAGES) as (keyof typeof PAGES)[])
  show('L17, L19, L21', `La bonne alternance : ${name}`, pageLink.page(name))
for (const name of Object.keys(GUIDES) as (keyof typeof GUIDES)[])
  show('L18', `guide de La bonne alternance : ${name}`, pageLink.guide(name))
for (const name of Object.keys(DIDASK) as (keyof typeof DIDASK)[])
  show('L20', `module Didask : ${name}`, pageLink.didask(name))
for (const name of Object.keys(SITES) as (keyof typeof SITES)[])
  show('L22', `autre site : ${name}`, pageLink.site(name))
show('L23', 'fiche métier de France Travail', pageLink.trade('D1102'))

title('À la fin des modules')
for (const way of liveLinks(LIVE, example, 'module'))
  show(way.id, live.link[way.id] ?? '', 'url' in way ? way.url : `(dans l’appli) #${way.to}`)

for (const { id, guides } of MOMENTS) {
  title(`Guides : ${texts.moment[id]}`)
  for (const guide of guides) {
    const { title: name = '', text = '' } = texts.guide[guide.id] ?? {}
    show(guide.id, `${name} — ${text}`, addressOf(guide))
  }
}

console.log(
  refused ? `\n${refused} lien(s) hors de la liste permise.` : '\nTous dans la liste permise.',
)
process.exitCode = refused ? 1 : 0

function addressOf(guide: Guide): string {
  if ('url' in guide) return guide.url
  return 'sms' in guide ? `sms:${guide.sms}` : `tel:${guide.tel}`
}

function title(text: string): void {
  console.log(`\n── ${text}`)
}

function show(id: string, purpose: string, url: string): void {
  const isInside = /^(tel|sms):/.test(url) || url.startsWith('(')
  const isRefused = !isInside && !allowedHost(url)
  if (isRefused) refused += 1
  console.log(`${id.padEnd(18)} ${purpose}\n${' '.repeat(18)} ${isRefused ? 'REFUSÉ ' : ''}${url}`)
}
