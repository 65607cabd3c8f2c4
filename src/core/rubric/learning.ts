import type { Choice, StepOf } from '../scenario'
import type { Material } from './material'
import type { Plays } from './plays'
import { extremes, roadsIn } from './roads'
import { percent, type Detail, type Row } from './row'
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

const ABSOLUTE =
  /(?<!\p{L})(?:toujours|jamais|tous|toutes|tout le temps|rien|aucun|aucune|forcément|obligatoirement|absolument|personne)(?!\p{L})/iu

/** L5: options of like length; the best is the longest in 40 % at most; absolute words on both sides. */
export function optionsAlike({ scenario, count, read }: Material): Row {
  const all = decisions(scenario.steps)
  const details: Detail[] = []
  let longestBest = 0
  let ratio = 1
  for (const step of all) {
    const lengths = step.choices.map(({ text }) => count(text))
    const longest = Math.max(...lengths)
    const here = longest / Math.max(1, Math.min(...lengths))
    ratio = Math.max(ratio, here)
    const path = `steps[${scenario.steps.indexOf(step)}]`
    if (here > 1.6)
      details.push({
        code: 'uneven',
        path,
        params: { id: step.id, lengths: lengths.join(', '), ratio: here.toFixed(1) },
      })
    const longests = step.choices.filter((_, i) => lengths[i] === longest)
    if (longests.length === 1 && longests[0]?.quality === 'best') {
      longestBest += 1
      details.push({ code: 'best-is-longest', path, params: { id: step.id } })
    }
  }
  const share = percent(longestBest, all.length)
  const absolute = all.flatMap((step) =>
    step.choices.flatMap((choice) => {
      const word = ABSOLUTE.exec(read(choice.text))?.[0]
      return word ? [{ step, choice, word }] : []
    }),
  )
  const shareOf = (isTrap: boolean) => {
    const isIn = ({ quality }: Choice) => (quality === 'trap') === isTrap
    const some = all.flatMap(({ choices }) => choices).filter(isIn)
    return percent(absolute.filter(({ choice }) => isIn(choice)).length, some.length)
  }
  const gap = Math.abs(shareOf(true) - shareOf(false))
  if (gap > 20)
    for (const { step, choice, word } of absolute)
      details.push({
        code: 'absolute',
        path: `steps[${scenario.steps.indexOf(step)}]`,
        params: { step: step.id, id: choice.id, word },
      })
  return {
    row: 'L5',
    value: `${ratio.toFixed(1)} ; ${share} % ; ${gap}`,
    threshold: '≤ 1.6 ; ≤ 40 % ; ≤ 20',
    ok: ratio <= 1.6 && share <= 40 && gap <= 20,
    details: share <= 40 ? details.filter(({ code }) => code !== 'best-is-longest') : details,
  }
}

/** L7: at least half of the decisions have a defensible middle (`ok`). */
export function defensibleMiddle({ scenario }: Material): Row {
  const all = decisions(scenario.steps)
  const middle = all.filter(({ choices }) => choices.some(({ quality }) => quality === 'ok'))
  const share = percent(middle.length, all.length)
  return { row: 'L7', value: `${share} %`, threshold: '≥ 50 %', ok: share >= 50, details: [] }
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

type Problem = Pick<Detail, 'code' | 'params'>

function eachChoice(
  { steps }: Material['scenario'],
  problem: (choice: Choice, step: StepOf<'decision'>) => Problem | undefined,
): { all: number; details: Detail[] } {
  let all = 0
  const details = steps.flatMap((step, s) => {
    if (step.kind !== 'decision') return []
    return step.choices.flatMap((choice, c): Detail[] => {
      all += 1
      const found = problem(choice, step)
      if (!found) return []
      const params = { step: step.id, id: choice.id, ...found.params }
      return [{ code: found.code, path: `steps[${s}].choices[${c}]`, params }]
    })
  })
  return { all, details }
}
