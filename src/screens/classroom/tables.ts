import { answersOf, isJudged, runOf } from '../../core/class/answers'
import type { KeptResult } from '../../core/class/kept'
import type { Scenario } from '../../core/scenario'
import { t } from '../../i18n/i18n'

type Row = (string | number)[]

/** One line a pupil and module: what a teacher puts in a table of their own. */
export function freeTable(
  scenarios: readonly Scenario[],
  kept: readonly KeptResult[],
  words: (text: string) => string,
): Row[] {
  const names = [
    'name',
    'sentAt',
    'module',
    'plays',
    'first',
    'best',
    'bestChoices',
    'okChoices',
    'traps',
    'minutes',
  ]
  const rows = kept.flatMap(({ result }) =>
    scenarios.map((scenario): Row => {
      const first = runOf(result, scenario.id, 'first')
      const best = runOf(result, scenario.id, 'best')
      const judged = best ? answersOf(scenario, best).filter(({ step }) => isJudged(step)) : []
      const count = (quality: string) =>
        judged.filter(({ choice }) => choice.quality === quality).length
      const endingOf = (id: string | undefined) => {
        const step = scenario.steps.find((one) => one.id === id)
        return step?.kind === 'ending' ? words(step.title) : ''
      }
      const seconds = first?.moves.reduce((sum, made) => sum + (made.seconds ?? 0), 0) ?? 0
      return [
        result.name,
        new Date(result.sentAt).toISOString().slice(0, 16).replace('T', ' '),
        scenario.title,
        result.plays[scenario.id] ?? 0,
        endingOf(first?.ending),
        endingOf(best?.ending),
        count('best'),
        count('ok'),
        count('trap'),
        Math.round(seconds / 60),
      ]
    }),
  )
  return [names.map((name) => t(`classroom.table.${name}`)), ...rows]
}

/**
 * One line a pupil, as a grading worksheet of Moodle in French: the grade is the part of modules finished, on 100.
 * Moodle finds the pupil by the number in the first column, and refuses a file without a date column; an empty one says
 * that there was no grade before (mod/assign/feedback/offline/importgradeslib.php).
 */
export function moodleTable(scenarios: readonly Scenario[], kept: readonly KeptResult[]): Row[] {
  const names = ['moodleId', 'fullName', 'name', 'grade', 'moodleModified', 'feedback']
  const rows = kept.map(({ result, participant, fullName }): Row => {
    const done = scenarios.filter(({ id }) => result.plays[id]).length
    const all = scenarios.length
    const feedback = t('classroom.table.feedbackText', { done, all })
    const grade = Math.round((100 * done) / Math.max(1, all))
    return [
      participant ? `Participant ${participant}` : '',
      fullName ?? '',
      result.name,
      grade,
      '',
      feedback,
    ]
  })
  return [names.map((name) => t(`classroom.table.${name}`)), ...rows]
}
