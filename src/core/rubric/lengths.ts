import type { Material } from './material'
import type { Plays } from './plays'
import { known } from './roads'
import { mean, type Detail, type Row } from './row'

/**
 * R3, in words: a line 25 (35 blocks), an option 4 to 16, between two gestures 90 and 55 on average, the debrief 180,
 * a whole play with its notes 1,400. Stretches and whole plays are the longest met in the random plays.
 */
export function textLengths(material: Material, plays: Plays): Row {
  const { texts, scenario, graph, count } = material
  const details: Detail[] = []
  let longestLine = 0
  for (const { path, text, part } of texts) {
    const length = count(text)
    if (part === 'line') {
      longestLine = Math.max(longestLine, length)
      if (length > 25) details.push({ code: 'long-line', path, params: { count: length } })
    }
    if (part === 'choice' && (length < 4 || length > 16))
      details.push({ code: 'option-length', path, params: { count: length } })
  }
  const stretches = [...plays.stretches]
  for (const [id, length] of stretches)
    if (length > 90)
      details.push({
        code: 'long-stretch',
        path: `steps[${graph.indexOf.get(id) ?? 0}]`,
        params: { id, count: length },
      })
  const average = mean(stretches.map(([, length]) => length))
  const longest = Math.max(0, ...stretches.map(([, length]) => length))

  const debrief = Math.max(0, ...scenario.steps.map((step) => debriefWords(material, step)))
  if (debrief > 180) details.push({ code: 'long-debrief', path: '', params: { count: debrief } })
  if (plays.mostWords > 1400)
    details.push({ code: 'long-play', path: '', params: { count: plays.mostWords } })
  const options = texts.filter(({ part }) => part === 'choice').map(({ text }) => count(text))
  return {
    row: 'R3',
    value: `${longestLine} ; ${Math.min(...options)}–${Math.max(...options)} ; ${longest}, ${average.toFixed(0)} ; ${debrief} ; ${plays.mostWords}`,
    threshold: '≤ 25 (35) ; 4–16 ; ≤ 90, ≤ 55 ; ≤ 180 ; ≤ 1400',
    ok:
      longestLine <= 35 &&
      Math.min(...options) >= 4 &&
      Math.max(...options) <= 16 &&
      longest <= 90 &&
      average <= 55 &&
      debrief <= 180 &&
      plays.mostWords <= 1400,
    details,
  }
}

/** The words of the debrief of an ending: its text, two causes, what to retry, the closed question and one note. */
function debriefWords(material: Material, step: Material['scenario']['steps'][number]) {
  if (step.kind !== 'ending') return 0
  const { scenario, count, settings } = material
  const causes = scenario.steps
    .flatMap((other) => (other.kind === 'decision' ? other.choices : []))
    .map(({ cause }) => count(cause))
    .sort((a, b) => b - a)
  const { question, reasons } = scenario.after.reflection
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)
  return sum([
    count(step.title),
    count(step.summary),
    count(step.retry.text),
    Math.max(
      ...settings.map((setting) =>
        sum(
          step.lines
            .filter(({ when }) => known(when, setting) !== false)
            .map(({ text }) => count(text)),
        ),
      ),
    ),
    sum(causes.slice(0, 2)),
    count(question),
    sum(reasons.map(({ text }) => count(text))),
    Math.max(...reasons.map(({ note }) => count(note))),
  ])
}
