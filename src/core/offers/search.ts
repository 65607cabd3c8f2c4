import type { Place } from '../search/places'
import type { Trade } from '../search/trades'

/** What is looked for: everything, published offers, companies to write to first, courses, a job with its course. */
export const KINDS = ['jobs', 'offers', 'companies', 'courses', 'both'] as const
export type Kind = (typeof KINDS)[number]

/** Kilometres around the town. */
export const RADII = [10, 20, 30, 60, 100] as const

/** European levels of a diploma aimed at: 3 = CAP, 4 = Bac, 5 = BTS, 6 = Licence, 7 = Master. */
export const LEVELS = [3, 4, 5, 6, 7] as const
export type Level = (typeof LEVELS)[number]

export const SORTS = ['proximity', 'date', 'applications', 'start_date'] as const
type Sort = (typeof SORTS)[number]

/** A search as the device keeps it: never an address of a page, never the address of a person. */
export interface OfferSearch {
  kind: Kind
  trade?: Trade
  place?: Place
  /** Kilometres, 1 to 200; used when there is a place. */
  radius: number
  levels: Level[]
  contract?: 'apprenticeship' | 'professional'
  /** Companies committed to people with a disability. */
  handi: boolean
  /** Offers that are urgent, or answered inside La bonne alternance. */
  urgent: boolean
  simple: boolean
  /** `YYYY-MM-DD` */
  startsBefore?: string
  sort?: Sort
}

/** What a new device looks for. */
export const NEW_SEARCH: OfferSearch = {
  kind: 'jobs',
  radius: 30,
  levels: [],
  handi: false,
  urgent: false,
  simple: false,
}

/** The same search always has the same name, whatever the order in which it was made. */
export function searchName(search: OfferSearch): string {
  const { kind, trade, place, radius, levels, contract, handi, urgent, simple } = search
  const filters = [contract, handi && 'h', urgent && 'u', simple && 's', search.startsBefore]
  return [kind, trade?.rome, place?.code, radius, [...levels].sort().join(''), ...filters]
    .map((part) => part || '')
    .join('/')
}
