import type { LiveLink } from '../scenario'
import { pageLink } from './page-link'
import { searchLink } from './search-link'
import { NEW_SEARCH, type Kind, type OfferSearch } from './search'

/**
 * A way from a module to the real thing: `url` opens another site, `to` a screen of the app (to choose a trade first).
 */
export type LiveWay = { id: string } & ({ url: string } | { to: string })

const SEARCHES: Partial<Record<LiveLink, Kind>> = {
  courses: 'courses',
  'contact-cfa': 'courses',
  jobs: 'jobs',
  companies: 'companies',
}

/** Courses are rarer than jobs: La bonne alternance itself looks for them 60 km around. */
const COURSE_RADIUS = 60

/**
 * The links a module offers at its end, with the trade and place already known.
 * @param campaign the module, for the statistics of the destination
 * @param said the trade in the learner's own words: the search in the app begins with them, no other site gets them
 */
export function liveLinks(
  ids: readonly LiveLink[],
  known: Pick<OfferSearch, 'trade' | 'place'>,
  campaign: string,
  said?: string,
): LiveWay[] {
  return ids.flatMap((id): LiveWay[] => {
    const kind = SEARCHES[id]
    if (kind) return [searchWay(id, kind, known, campaign, said)]
    switch (id) {
      case 'interview-tips':
        return [
          { id, url: pageLink.guide('employer') },
          { id: 'interview-practice', url: pageLink.didask('interview') },
        ]
      case 'pay':
        return [{ id, url: pageLink.page('pay') }]
      case 'contract-guide':
        return [{ id, url: pageLink.guide('contract') }]
      case 'mentor-guide':
        return [{ id, url: pageLink.guide('mentor') }]
      case 'break-guide':
        return [{ id, url: pageLink.guide('break') }]
      default:
        return [{ id, to: '/metiers' }]
    }
  })
}

function searchWay(
  id: LiveLink,
  kind: Kind,
  known: Pick<OfferSearch, 'trade' | 'place'>,
  campaign: string,
  said: string | undefined,
): LiveWay {
  if (!known.trade) {
    const query = new URLSearchParams({ quoi: kind, ...(said ? { cherche: said } : {}) })
    return { id, to: `/offres?${query}` }
  }
  const radius = kind === 'courses' ? COURSE_RADIUS : NEW_SEARCH.radius
  return { id, url: searchLink({ ...NEW_SEARCH, ...known, kind, radius }, `${campaign}-${id}`) }
}
