import { eachChoice, type Problem } from './each-choice'
import type { Material } from './material'
import { percent, type Row } from './row'

/** L3: every choice is explained in 8 to 40 words, and says what to try when it is not the best. */
export function choicesExplained({ scenario, count }: Material): Row {
  const { all, details } = eachChoice(scenario, (choice): Problem | undefined => {
    const words = count(choice.why)
    if (words < 8 || words > 40) return { code: 'why-length', params: { count: words } }
    return choice.quality !== 'best' && !choice.next ? { code: 'no-next', params: {} } : undefined
  })
  const share = percent(all - details.length, all)
  return { row: 'L3', value: `${share} %`, threshold: '100 %', ok: details.length === 0, details }
}

/** Words that judge the person instead of the act, and « c'est faux » said of anything but a belief. */
const JUDGING =
  /\b(?:tu es|tu n['’]es|t['’]es) (?:pas )?(?:nul|nulle|bête|idiot|idiote|menteur|menteuse|paresseux|paresseuse|mauvais|mauvaise|faible|incapable|impoli|impolie|malpoli|malpolie|ridicule|lâche|égoïste|timide|capable|sérieux|sérieuse)\b|stupide|n['’]importe quoi|tu devrais avoir honte|(?<!pas )(?:c['’]est )?(?<!pas )ta faute|tu es comme ça|tu ne sais rien|tu as échoué|mauvaise réponse/iu

/** L4: notes speak of the act, never of the person; « c'est faux » is only said about a belief. */
export function notesOnTheAct({ scenario, read }: Material): Row {
  const { details } = eachChoice(scenario, (choice): Problem | undefined => {
    const note = `${read(choice.why)} ${read(choice.next ?? '')}`
    const word = JUDGING.exec(note)?.[0]
    if (word) return { code: 'judging', params: { word } }
    return /c['’]est faux/iu.test(note) && !choice.misconception
      ? { code: 'false-without-belief', params: {} }
      : undefined
  })
  return {
    row: 'L4',
    value: String(details.length),
    threshold: '0',
    ok: details.length === 0,
    details,
  }
}
