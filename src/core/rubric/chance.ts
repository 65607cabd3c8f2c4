import type { Material } from './material'
import type { Plays } from './plays'
import { percent, type Row } from './row'

/** S4: four to six endings of three ranks at least, each reached by 3 to 60 % of the random plays. */
export function endingsReached({ scenario }: Material, plays: Plays): Row {
  const endings = scenario.steps.filter((step) => step.kind === 'ending')
  const ranks = new Set(endings.map(({ rank }) => rank)).size
  const shares = endings.map(({ id }) => ({
    id,
    share: (100 * (plays.endings.get(id) ?? 0)) / plays.count,
  }))
  const low = Math.min(...shares.map(({ share }) => share))
  const high = Math.max(...shares.map(({ share }) => share))
  return {
    row: 'S4',
    value: `${endings.length} ; ${ranks} ; ${low.toFixed(1)}–${high.toFixed(1)} %`,
    threshold: '4–6 ; ≥ 3 ; 3–60 %',
    ok: endings.length >= 4 && endings.length <= 6 && ranks >= 3 && low >= 3 && high <= 60,
    details: shares.map(({ id, share }) => ({
      code: 'ending-share',
      path: '',
      params: { id, share: share.toFixed(1) },
    })),
  }
}

/** S3: every random play comes to an ending. The soundness of the graph is the work of `check`. */
export function playsEnd(_material: Material, plays: Plays): Row {
  return {
    row: 'S3',
    value: String(plays.unfinished),
    threshold: '0',
    ok: plays.unfinished === 0,
    details: [],
  }
}

/** S6: the best ending is rare at random, and never reached by always taking the longest or the first answer. */
export function notGuessable({ scenario }: Material, plays: Plays): Row {
  const endings = scenario.steps.filter((step) => step.kind === 'ending')
  const top = Math.max(...endings.map(({ rank }) => rank))
  const best = endings.filter(({ rank }) => rank === top).map(({ id }) => id)
  const random = percent(
    best.reduce((sum, id) => sum + (plays.endings.get(id) ?? 0), 0),
    plays.count,
  )
  const caught = (['byLongest', 'byFirst'] as const).flatMap((bot) =>
    best
      .filter((id) => plays[bot].has(id))
      .map((id) => ({
        code: bot === 'byLongest' ? 'longest-wins' : 'first-wins',
        path: '',
        params: { id },
      })),
  )
  return {
    row: 'S6',
    value: `${random} % ; ${caught.length}`,
    threshold: '≤ 15 % ; 0',
    ok: random <= 15 && caught.length === 0,
    details: caught,
  }
}
