import type { Line, Step } from '../scenario'
import type { Material } from './material'

/** The words a learner meets at a step, by kind of reading. */
export interface Reading {
  /** What is said or shown before acting: lines and question. */
  before: number
  /** The answers to choose from. */
  answers: number
  /** What the other person answers. */
  reaction: number
  /** What the coach explains. */
  notes: number
}

/**
 * Counts the words read at a step when this gesture is made.
 * @param said the lines that are said, among some (their conditions looked at)
 * @param pick the recorded gesture: a choice id, `a+c`…
 */
export function reading(
  { count }: Pick<Material, 'count'>,
  step: Step,
  pick: string,
  said: (lines: readonly Line[] | undefined) => readonly Line[],
): Reading {
  const sum = (texts: readonly (string | undefined)[]) =>
    texts.reduce((total, text) => total + count(text), 0)
  const lines = (list: readonly Line[] | undefined) => sum(said(list).map(({ text }) => text))
  const read: Reading = { before: 0, answers: 0, reaction: 0, notes: 0 }
  if ('lines' in step) read.before += lines(step.lines)
  if ('prompt' in step) read.before += count(step.prompt)
  switch (step.kind) {
    case 'decision': {
      const choice = step.choices.find(({ id }) => id === pick)
      read.answers = sum(step.choices.map(({ text }) => text))
      read.reaction = lines(choice?.reaction)
      read.notes = count(choice?.why) + count(choice?.next)
      break
    }
    case 'pick': {
      const ticked = pick.split('+')
      read.answers = sum(step.options.map(({ text }) => text))
      read.reaction = lines(step.reaction)
      read.notes =
        count(step.why) +
        sum(step.options.filter(({ id }) => ticked.includes(id)).map((o) => o.why))
      break
    }
    case 'order':
      read.answers = sum(step.items.map(({ text }) => text))
      read.notes = count(step.why)
      break
    case 'write':
      read.answers = count(step.example)
      read.notes = count(step.why)
      break
    case 'say':
      read.answers = count(step.sentence)
      break
    case 'model':
      for (const side of [step.poor, step.good])
        read.notes += count(side.title) + lines(side.lines) + count(side.note)
      break
    case 'sensitive':
      read.before += count(step.notice)
      break
    case 'ending':
      read.notes = sum([step.title, step.summary, step.retry.text])
      break
  }
  return read
}
