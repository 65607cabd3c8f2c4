import { liveLinks } from '../offers/live-links'
import { pageLink } from '../offers/page-link'
import type { Person } from './person'
import type { Push } from './pushes'
import { shortPath } from './short-link'

/** How a message travels: the links of a text message are short, those of an e-mail lead straight there. */
export type Channel = 'sms' | 'email'

export interface PersonLinks {
  module: string
  offers: string
  /** Contact page of the CFA, when the key of the course is known. */
  cfa?: string
}

const SEARCHED = { 'contact-cfa': 'courses', jobs: 'jobs', companies: 'companies' } as const

/**
 * The links of a message. They hold a module, a trade, a town and the campaign: nothing of the person.
 * @param base folder of the app, with its last `/`
 */
export function personLinks(
  person: Pick<Person, 'trade' | 'town' | 'cfaKey'>,
  push: Push,
  channel: Channel,
  base: string,
): PersonLinks {
  const marks = `?utm_source=${channel}&utm_campaign=${push.id}`
  const inApp = (path: string) => `${base}${marks}#${path}`
  const module = inApp(`/jouer/${push.module}`)
  const cfa = cfaLink(person, push, channel, base)
  return { module, offers: offersLink(person, push, channel, base, inApp), cfa }
}

function cfaLink(
  { cfaKey: key }: Pick<Person, 'cfaKey'>,
  push: Push,
  channel: Channel,
  base: string,
): string | undefined {
  if (!key) return undefined
  if (channel === 'email') return pageLink.contact(key, `relance-${push.id}`)
  return `${base}#${shortPath({ about: 'cfa', key, campaign: push.id })}`
}

function offersLink(
  { trade, town }: Pick<Person, 'trade' | 'town'>,
  push: Push,
  channel: Channel,
  base: string,
  inApp: (path: string) => string,
): string {
  const kind = push.live in SEARCHED ? SEARCHED[push.live as keyof typeof SEARCHED] : undefined
  const isShort = channel === 'sms' && kind && (trade ?? town)
  if (isShort)
    return `${base}#${shortPath({
      about: 'search',
      kind,
      rome: trade?.rome ?? '',
      words: trade?.label ?? '',
      town: town?.code ?? '',
      campaign: push.id,
    })}`
  const [way] = liveLinks([push.live], { trade, place: town }, `relance-${push.id}`)
  return way && 'url' in way ? way.url : inApp(way?.to ?? '/offres')
}
