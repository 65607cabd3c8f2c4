import type { Kind } from '../offers/search'
import type { LiveLink } from '../scenario'
import { destinationUrl, type Destination } from './destination'
import type { Person } from './person'
import type { Push } from './pushes'
import { shortPath, type ShortLink } from './short-link'

/** How a message travels: the links of a text message are short, those of an e-mail lead straight there. */
export type Channel = 'sms' | 'email'

export interface PersonLinks {
  module: string
  offers: string
  /** Contact page of the CFA, when the key of the course is known. */
  cfa?: string
}

const SEARCHED: Partial<Record<LiveLink, Kind>> = {
  'contact-cfa': 'courses',
  jobs: 'jobs',
  companies: 'companies',
}

/**
 * The links of a message. They hold a module, a trade, a town and the campaign: nothing of the person.
 * @param base folder of the app, with its last `/`
 * @param short the links to other sites pass through the app, in a third of their length
 */
export function personLinks(
  { trade, town, cfaKey: key }: Pick<Person, 'trade' | 'town' | 'cfaKey'>,
  push: Push,
  channel: Channel,
  base: string,
  short = channel === 'sms',
): PersonLinks {
  const campaign = push.id
  const inApp = (path: string) => `${base}?utm_source=${channel}&utm_campaign=${campaign}#${path}`
  const outside = (to: Destination) => {
    const url = destinationUrl(to)
    return url && short ? `${base}#${shortPath(shortened(to))}` : url
  }
  const kind = SEARCHED[push.live]
  const offers = !kind
    ? (outside({ about: 'guide', push: push.id, campaign }) ?? inApp('/metiers'))
    : trade || town
      ? outside({ about: 'search', kind, trade, town, campaign })
      : inApp(`/offres?quoi=${kind}`)
  return {
    module: inApp(`/jouer/${push.module}`),
    offers: offers ?? inApp('/offres'),
    cfa: key && outside({ about: 'cfa', key, campaign }),
  }
}

function shortened(to: Destination): ShortLink {
  if (to.about !== 'search') return to
  const { about, kind, trade, town, campaign } = to
  const [rome, words] = [trade?.rome ?? '', trade?.label ?? '']
  return { about, kind, rome, words, town: town?.code ?? '', campaign }
}
