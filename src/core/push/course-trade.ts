import { fold } from '../search/fold'
import type { Trades } from '../search/trades'

/** Names of diplomas, that say nothing of the trade. */
const DIPLOMA =
  /^((cap|capa|bep|bpa?|bac|pro|professionnel|baccalaureat|bts|btsa|but|mc|mention|complementaire|titre|tp|en|de|certificat|d|aptitude|professionnelle|brevet|technicien|superieur|cs|1|2|3|an|ans|1ere|2nde|seconde|premiere|apprentissage)\s)+/

/**
 * What to search offers with, for a course: its trade in ROME when the name of the course is also the name of a trade;
 * else its own words, without the diploma. A likeness is not enough: better a wide search than a wrong trade.
 */
export function tradeOfCourse(
  trades: Trades,
  course: string,
  rome: string,
): { rome: string; label: string } | undefined {
  const known = rome && trades.byCode(rome.toUpperCase())
  if (known) return known
  const words = fold(course)
  if (!words) return undefined
  const subject = words.replace(DIPLOMA, '')
  const found = trades.named(words) ?? trades.named(subject)
  if (found) return found
  return { rome: '', label: subject || words }
}
