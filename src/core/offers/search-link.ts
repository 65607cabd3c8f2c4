import { encodeForm, type Pair } from './form'
import { LBA } from './hosts'
import type { Kind, Level, OfferSearch } from './search'

/** The exact labels of the filter by diploma. */
const LEVEL_LABELS: Readonly<Record<Level, string>> = {
  3: 'CAP, BEP (Infrabac)',
  4: 'Bac, Bac Pro, BP (Bac)',
  5: 'BTS, DEUST (Bac+2)',
  6: 'Licence, BUT, Licence Pro (Bac+3)',
  7: 'Master, titre ingénieur, grande école (Bac+5)',
}

const KIND_PAIRS: Readonly<Record<Kind, readonly Pair[]>> = {
  jobs: [],
  offers: [['is_algo_company', false]],
  companies: [['is_algo_company', true]],
  courses: [['mode', 'formations']],
  both: [['mode', 'emplois_formation']],
}

const CONTRACTS = { apprenticeship: 'Apprentissage', professional: 'Professionnalisation' } as const

/** Longest text the search page takes. */
const LONGEST = 200

/**
 * L1 to L9: the search page of La bonne alternance, with its parameters of August 2026.
 * Nothing of the person is in it: a trade, a town centre, filters, and the screen it was opened from.
 * @param campaign where in the app: `offres`, or the module
 */
export function searchLink(search: OfferSearch, campaign: string): string {
  const { kind, trade, place, levels, contract } = search
  const pairs: Pair[] = [...KIND_PAIRS[kind]]
  if (trade) pairs.push(['q', trade.label.slice(0, LONGEST)], ['source', 'external_sites'])
  if (place && Number.isFinite(place.latitude) && Number.isFinite(place.longitude))
    pairs.push(
      ['lieu_label', place.name],
      ['latitude', place.latitude],
      ['longitude', place.longitude],
      ['radius', Math.min(200, Math.max(1, Math.round(search.radius)))],
    )
  for (const level of levels) pairs.push(['level', LEVEL_LABELS[level]])
  if (contract) pairs.push(['contract_type', CONTRACTS[contract]])
  if (search.handi) pairs.push(['handi', true])
  if (search.urgent) pairs.push(['urgent', true])
  if (search.simple) pairs.push(['smart_apply', true])
  if (/^\d{4}-\d{2}-\d{2}$/.test(search.startsBefore ?? ''))
    pairs.push(['start_date', search.startsBefore ?? ''])
  if (search.sort) pairs.push(['sort', search.sort])
  return `https://${LBA}/recherche?${encodeForm([...pairs, ...campaignPairs(campaign)])}`
}

/** Tells the destination that a link of this app was opened, and from where; not by whom. */
export function campaignPairs(campaign: string): Pair[] {
  return [
    ['utm_source', 'a-toi-de-jouer'],
    ['utm_medium', 'website'],
    ['utm_campaign', campaign],
  ]
}
