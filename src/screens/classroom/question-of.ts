import type { DecisionReport } from '../../core/class/report'
import type { Scenario } from '../../core/scenario'
import { withFrenchSpaces } from '../../core/text'
import { t } from '../../i18n/i18n'

/** The question to ask a class about a decision: about what it believed, else about what divides it. */
export function questionOf(
  decision: DecisionReport,
  scenario: Scenario,
  words: (text: string) => string,
): string {
  return withFrenchSpaces(asked(decision, scenario, words))
}

function asked(
  { step, choices }: DecisionReport,
  scenario: Scenario,
  words: (text: string) => string,
): string {
  if (step.sensitive) return t('classroom.report.askOpen')
  const byCount = [...choices].sort((a, b) => b.count - a.count)
  const trap = byCount.find(({ choice, count }) => choice.quality === 'trap' && count > 0)?.choice
  const belief = scenario.misconceptions.find(({ id }) => id === trap?.misconception)?.belief
  if (belief) return t('classroom.report.askBelief', { belief: words(belief) })
  if (trap) return t('classroom.report.askTrap', { trap: bare(words(trap.text)) })
  const [one, other] = byCount
  return t('classroom.report.askSplit', {
    one: bare(words(one?.choice.text ?? '')),
    other: bare(words(other?.choice.text ?? '')),
  })
}

/** A sentence without its own quotation marks: it is put between others. */
function bare(text: string): string {
  return text.replace(/^«\s*|\s*»$/gu, '')
}
