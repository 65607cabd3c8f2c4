import { hexToBytes } from '@noble/hashes/utils.js'
import { readAssignment, type Assignment } from '../src/core/class/assignment'
import { resultToken } from '../src/core/class/envelope'
import { resultOf } from '../src/core/class/hand-in'
import { finishedRun, games, MORNING } from './class-play'

/** Reads the link of an assignment, as a pupil's app does. */
function assignmentIn(link: string): Assignment {
  const token = new URL(link).hash.split('d=')[1] ?? ''
  const read = readAssignment(
    token,
    games.map(({ scenario }) => scenario),
  )
  if ('trouble' in read) throw new Error(`The link is ${read.trouble}.`)
  return read.assignment
}

/**
 * The link a pupil hands in, made outside the browser.
 * @param number of the pupil, who goes by it
 * @param luck from 0 to 99: how often the best answer is given
 * @param again whether every module was played a second time, better
 */
export function handedInLink(
  link: string,
  number: number,
  { luck = (number * 37) % 100, later = 0, name = String(number), again = false } = {},
): string {
  const assignment = assignmentIn(link)
  const asked = assignment.modules
  const played = asked.flatMap(({ module }, place) => {
    const game = games.find(({ scenario }) => scenario.id === module)
    if (!game) return []
    const first = finishedRun(game, number * 100 + place, luck)
    return again ? [first, finishedRun(game, number * 100 + place + 50, 100)] : [first]
  })
  const progress = asked.map((assigned) => ({
    assigned,
    finished: played.map(({ run }) => run).filter((run) => run.scenario === assigned.module),
  }))
  const result = resultOf(assignment, progress, played, games, {
    member: number.toString(16).padStart(10, '0'),
    name,
    sentAt: MORNING + number * 60_000 + later,
    shared: new Set(),
  })
  const { key } = assignment
  const chance = hexToBytes(number.toString(16).padStart(64, '5'))
  const token = resultToken(result, games, key ? { key, chance } : undefined)
  return `${link.split('#')[0]}#/classe?r=${token}`
}
