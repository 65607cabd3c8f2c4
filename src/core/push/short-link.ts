import { KINDS, type Kind } from '../offers/search'
import { encodePart } from '../offers/form'
import { readCourseKey } from './course-key'
import { PUSH_IDS, type PushId } from './pushes'

/** What a short link stands for: a search of offers, the contact page of a CFA, or the guide of a push. */
export type ShortLink = { campaign: string } & (
  | { about: 'search'; kind: Kind; rome: string; words: string; town: string }
  | { about: 'cfa'; key: string }
  | { about: 'guide'; push: PushId }
)

/**
 * The end of an address of the app, short enough for a text message: `/o/jobs/D1102/44109/contact`.
 * A trade is a ROME code, else words; a town is an Insee code; `-` says none. Nothing of the person is in it.
 */
export function shortPath(link: ShortLink): string {
  if (link.about === 'guide') return `/g/${link.push}`
  if (link.about === 'cfa') return `/c/${encodePart(link.key)}/${link.campaign}`
  const what = link.rome || encodePart(link.words.replace(/\s+/g, '-')) || '-'
  return `/o/${link.kind}/${what}/${link.town || '-'}/${link.campaign}`
}

/**
 * Reads the parts of such an address.
 * @param about the first part
 * @param parts the others, decoded
 * @returns undefined for any other: an unknown kind, a broken key.
 */
export function readShortPath(about: string, parts: readonly string[]): ShortLink | undefined {
  const campaign = /^[a-z-]{1,20}$/.exec(parts.at(-1) ?? '')?.[0] ?? 'relance'
  if (about === 'g') {
    const push = PUSH_IDS.find((id) => id === parts[0])
    return push && { about: 'guide', push, campaign: push }
  }
  if (about === 'c') {
    const key = readCourseKey(parts[0] ?? '')
    return key ? { about: 'cfa', key, campaign } : undefined
  }
  const [asked, what = '', where = ''] = parts
  const kind = KINDS.find((one) => one === asked)
  if (about !== 'o' || !kind) return undefined
  const isRome = /^[A-N]\d{4}$/.test(what)
  return {
    about: 'search',
    kind,
    rome: isRome ? what : '',
    words: isRome || what === '-' ? '' : what.replace(/-/g, ' ').slice(0, 80),
    town: /^(\d{5}|2[AB]\d{3})$/.test(where) ? where : '',
    campaign,
  }
}
