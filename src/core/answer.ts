import type { Move } from './play'
import type { Step } from './scenario'

/** What a gesture says: the text of a choice, of each item picked, of the items in the order given. */
export function answerOf(step: Step, { pick }: Move): string[] {
  if (step.kind === 'decision')
    return step.choices.flatMap(({ id, text }) => (id === pick ? [text] : []))
  const items = step.kind === 'pick' ? step.options : step.kind === 'order' ? step.items : []
  return pick.split(/[+>]/).flatMap((id) => items.find((item) => item.id === id)?.text ?? [])
}
