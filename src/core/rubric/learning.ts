import { eachChoice } from './each-choice'
import type { Material } from './material'
import type { Plays } from './plays'
import { extremes, roadsIn } from './roads'
import type { Detail, Row } from './row'
import { decisions } from './structure'

/** L1: three to five objectives, each practised twice at least on every complete path (conditions ignored). */
export function objectivesPractised({ scenario, graph, settings }: Material): Row {
  const least = scenario.objectives.map(({ id }) =>
    Math.min(
      ...settings.map(
        (setting) =>
          extremes(graph, roadsIn(graph, setting), scenario.start, (step) =>
            'objectives' in step && step.objectives?.includes(id) ? 1 : 0,
          ).least,
      ),
    ),
  )
  const count = scenario.objectives.length
  const fewest = Math.min(...least)
  return {
    row: 'L1',
    value: `${count} ; ${fewest}`,
    threshold: '3–5 ; ≥ 2',
    ok: count >= 3 && count <= 5 && fewest >= 2,
    details: scenario.objectives.flatMap(({ id }, i): Detail[] =>
      (least[i] ?? 0) >= 2
        ? []
        : [{ code: 'practised', path: `objectives[${i}]`, params: { id, count: least[i] ?? 0 } }],
    ),
  }
}

/** L2: three to six misconceptions, each behind a trap, refuted in words, and recalled by a card. */
export function misconceptionsRefuted({ scenario }: Material): Row {
  const traps = decisions(scenario.steps)
    .flatMap(({ choices }) => choices)
    .filter(({ quality }) => quality === 'trap')
  const recalled = new Set(scenario.after.cards.flatMap(({ about }) => about))
  const details = scenario.misconceptions.flatMap(({ id, truth }, i): Detail[] => {
    const found: string[] = []
    if (!traps.some(({ misconception }) => misconception === id)) found.push('belief-without-trap')
    if (!/c['’]est faux/iu.test(truth)) found.push('belief-not-refuted')
    if (!recalled.has(id)) found.push('belief-without-card')
    return found.map((code) => ({ code, path: `misconceptions[${i}]`, params: { id } }))
  })
  const count = scenario.misconceptions.length
  return {
    row: 'L2',
    value: `${count} ; ${details.length}`,
    threshold: '3–6 ; 0',
    ok: count >= 3 && count <= 6 && details.length === 0,
    details,
  }
}

/** L8: two causes at least from the learner's own choices on every path; each ending says what to retry. */
export function endingsExplained({ scenario, graph, settings }: Material): Row {
  const least = Math.min(
    ...settings.map(
      (setting) =>
        extremes(graph, roadsIn(graph, setting), scenario.start, (step, choice) =>
          step.kind === 'decision' && step.choices[choice ?? -1]?.cause ? 1 : 0,
        ).least,
    ),
  )
  const { details } = eachChoice(scenario, (choice, step) =>
    choice.cause || step.cold ? undefined : { code: 'no-cause', params: {} },
  )
  return {
    row: 'L8',
    value: String(least),
    threshold: '≥ 2',
    ok: least >= 2,
    details: least >= 2 ? [] : details,
  }
}

/** L9: an example, poor then good, before the third decision at the first level; each rule tied to two decisions. */
export function examplesAndRules({ scenario }: Material, plays: Plays): Row {
  const details = scenario.rules.flatMap(({ id }, i): Detail[] => {
    const count = decisions(scenario.steps).filter(({ choices }) =>
      choices.some(({ rule }) => rule === id),
    ).length
    return count >= 2 ? [] : [{ code: 'rule-once', path: `rules[${i}]`, params: { id, count } }]
  })
  if (plays.withoutExample)
    details.push({ code: 'late-example', path: '', params: { count: plays.withoutExample } })
  const count = scenario.rules.length
  return {
    row: 'L9',
    value: `${plays.withoutExample} ; ${count} ; ${details.length}`,
    threshold: '0 ; 3–4 ; 0',
    ok: count >= 3 && count <= 4 && details.length === 0,
    details,
  }
}
