import type { Choice } from '../scenario'
import type { Material } from './material'
import { percent, type Detail, type Row } from './row'
import { decisions } from './structure'

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
