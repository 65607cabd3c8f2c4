import { encodeForm } from '../offers/form'
import { liveLinks } from '../offers/live-links'
import { pageLink } from '../offers/page-link'
import { campaignPairs, searchLink } from '../offers/search-link'
import { NEW_SEARCH, type Kind } from '../offers/search'
import type { Person } from './person'
import { PUSHES, type PushId } from './pushes'

/** Where a message leads outside the app. */
export type Destination = { campaign: string } & (
  | ({ about: 'search'; kind: Kind } & Pick<Person, 'trade' | 'town'>)
  | { about: 'cfa'; key: string }
  | { about: 'guide'; push: PushId }
)

/** Courses are rarer than jobs: La bonne alternance itself looks for them 60 km around. */
const COURSE_RADIUS = 60

/** The address of a destination, with the marks of the campaign. @returns undefined when a push has no guide. */
export function destinationUrl(to: Destination): string | undefined {
  const campaign = `relance-${to.campaign}`
  if (to.about === 'cfa') return pageLink.contact(to.key, campaign)
  if (to.about === 'guide') {
    const [way] = liveLinks([PUSHES[to.push].live], {}, campaign)
    return way && 'url' in way ? `${way.url}?${encodeForm(campaignPairs(campaign))}` : undefined
  }
  const { kind, trade, town: place } = to
  const radius = kind === 'courses' ? COURSE_RADIUS : NEW_SEARCH.radius
  return searchLink({ ...NEW_SEARCH, kind, radius, trade, place }, campaign)
}
