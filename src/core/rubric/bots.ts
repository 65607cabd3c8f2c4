import { hash32, shuffled } from '../chance'
import type { Game, Setup } from '../compile'
import { move, offeredChoices, start, stepAt, type Snapshot } from '../play'
import type { Choice, Step, StepOf } from '../scenario'
import { readable, wordCount } from './words'

/** A player without judgement. `turn` counts the gestures of the play from 0. */
export interface Bot {
  choose: (choices: readonly Choice[], step: StepOf<'decision'>, turn: number) => Choice
  /** The ids ticked, in any number the step allows. */
  tick: (step: StepOf<'pick'>, turn: number) => string[]
  /** `full`, `short` or `skip`. */
  dare: (step: StepOf<'sensitive'>, turn: number) => string
  /** The items in the order given; at random when the bot does not say. */
  sort?: (step: StepOf<'order'>) => string[]
}

/** Sees each step the play stands at, before its gesture. */
export type Watch = (step: Step, snapshot: Snapshot, pick: string) => void

/** Gestures in a play before it is given up: a sound module ends long before. */
const MOST_TURNS = 500

/**
 * Lets a bot play to an ending. Items to order are shuffled, as on the screen, unless the bot sorts them.
 * @returns the ending, or undefined when the play did not end
 */
export function playWith(game: Game, setup: Setup, bot: Bot, watch?: Watch): string | undefined {
  let snapshot = start(game, setup)
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const step = stepAt(game, snapshot)
    if (step.kind === 'ending') {
      watch?.(step, snapshot, '')
      return step.id
    }
    const pick = gesture(game, snapshot, step, bot, turn)
    watch?.(step, snapshot, pick)
    const text = step.kind === 'write' ? { text: step.example } : {}
    const after = move(game, snapshot, { step: step.id, pick, ...text })
    if (!after) return undefined
    snapshot = after
  }
  return undefined
}

function gesture(game: Game, snapshot: Snapshot, step: Step, bot: Bot, turn: number): string {
  switch (step.kind) {
    case 'decision': {
      const offered = offeredChoices(game, snapshot, step)
      return bot.choose(offered, step, turn).id
    }
    case 'pick':
      return bot.tick(step, turn).join('+')
    case 'order':
      return (bot.sort?.(step) ?? shuffledIds(step, snapshot.context.seed, turn)).join('>')
    case 'sensitive':
      return bot.dare(step, turn)
    case 'write':
      return 'written'
    default:
      return 'next'
  }
}

function shuffledIds({ id, items }: StepOf<'order'>, seed: number, turn: number): string[] {
  return shuffled(items, seed, `${id}:${turn}`).map((item) => item.id)
}

/** Plays anything, each gesture drawn from the seed. */
export function randomBot(seed: number): Bot {
  const draw = (turn: number, count: number) => hash32(seed, 'bot', turn) % count
  return {
    choose: (choices, _step, turn) => choices[draw(turn, choices.length)] as Choice,
    tick: ({ id, options, least, most }, turn) =>
      shuffled(options, seed, `${id}:${turn}`)
        .slice(0, least + draw(turn, most - least + 1))
        .map((option) => option.id),
    dare: (_step, turn) => ['full', 'short', 'skip'][draw(turn, 3)] as string,
  }
}

/** Always takes what stands first in the file. */
export const firstBot: Bot = {
  choose: (choices, step) =>
    step.choices.find((choice) => choices.includes(choice)) ?? (choices[0] as Choice),
  tick: ({ options, least }) => options.slice(0, least).map(({ id }) => id),
  dare: () => 'full',
}

/** Always takes the longest answer: most words, then most letters. */
export const longestBot: Bot = {
  choose: (choices) => [...choices].sort(byLength)[0] as Choice,
  tick: ({ options, least }) =>
    [...options]
      .sort(byLength)
      .slice(0, least)
      .map(({ id }) => id),
  dare: () => 'full',
}

function byLength(a: { text: string }, b: { text: string }): number {
  const [left, right] = [readable(a.text), readable(b.text)]
  return wordCount(right) - wordCount(left) || right.length - left.length
}
