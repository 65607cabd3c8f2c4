import type { Material } from './material'
import type { Plays } from './plays'
import type { Detail, Row } from './row'

/** Words a weak reader reads in a minute; seconds for a decision and for a card. */
const WORDS_A_MINUTE = 120
const DECISION = 8
const CARD = 12

/** Minutes the announced duration may differ by. */
const SLACK = 3

/**
 * D1: words / 120 + 8 s a decision + 12 s a card. A first play (first level, notes and examples read) takes 8 to 15
 * minutes, a replay (other levels, without them nor cards) 4 to 8; means of the random plays.
 */
export function duration({ scenario }: Material, { first, replay }: Plays): Row {
  const cards = scenario.after.cards.length * CARD
  const minutes = ({ words, decisions }: Plays['first'], more = 0) =>
    words / WORDS_A_MINUTE + (decisions * DECISION + more) / 60
  const firstMinutes = minutes(first, cards)
  const replayMinutes = replay && minutes(replay)
  const details: Detail[] = []
  const compare = (key: 'first' | 'replay', measured: number | undefined) => {
    const announced = scenario.minutes[key]
    if (measured !== undefined && Math.abs(announced - measured) > SLACK)
      details.push({
        code: 'minutes',
        path: `minutes.${key}`,
        params: { announced, measured: measured.toFixed(1) },
      })
  }
  compare('first', firstMinutes)
  compare('replay', replayMinutes)
  const isReplayFine = replayMinutes === undefined || (replayMinutes >= 4 && replayMinutes <= 8)
  return {
    row: 'D1',
    value: `${firstMinutes.toFixed(1)} ; ${replayMinutes?.toFixed(1) ?? '–'} min`,
    threshold: '8–15 ; 4–8 min',
    ok: firstMinutes >= 8 && firstMinutes <= 15 && isReplayFine && details.length === 0,
    details,
  }
}
