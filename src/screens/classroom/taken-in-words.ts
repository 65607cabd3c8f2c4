import { t } from '../../i18n/i18n'
import type { Taken } from '../../stores/collect'

/** What became of a result, as a sentence. @param titleOf the title of a module */
export function takenInWords(news: Taken, titleOf: (module: string) => string): string {
  switch (news.kind) {
    case 'part':
      return t('classroom.taken.part', { have: news.have, count: news.count })
    case 'nothing':
      return withFile(news.from, t('classroom.taken.nothing'))
    case 'refused': {
      const { reason, module = '', version, here, from } = news
      const what = t(`classroom.taken.refused.${reason}`, {
        module: titleOf(module),
        version,
        here,
      })
      return withFile(from, what)
    }
    default:
      return t(`classroom.taken.${news.kind}`, { name: news.name })
  }
}

/** News told one by one when there are few, counted when there are many: a voice reads them out. */
export function newsInWords(news: readonly Taken[], titleOf: (module: string) => string): string {
  if (news.length <= 3) return news.map((one) => takenInWords(one, titleOf)).join(' · ')
  const count = (...kinds: Taken['kind'][]) =>
    news.filter(({ kind }) => kinds.includes(kind)).length
  const counts = {
    newsReceived: count('new', 'replaced', 'part'),
    newsKnown: count('same', 'older'),
    newsRefused: count('refused'),
    newsNothing: count('nothing'),
  }
  return Object.entries(counts)
    .filter(([, many]) => many > 0)
    .map(([name, many]) => t(`classroom.collect.${name}`, { count: many }))
    .join(' · ')
}

function withFile(from: string | undefined, what: string): string {
  return from ? t('classroom.taken.from', { from, what }) : what
}
