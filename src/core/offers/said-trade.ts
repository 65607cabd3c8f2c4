import type { Scenario } from '../scenario'

/**
 * The trade or course the learner named in a story, in their own words: « un CAP cuisine ».
 * @param texts what was written in the story, by the id of its memory
 * @returns undefined when the module asks for none, or nothing was written
 */
export function saidTrade(
  { memory }: Pick<Scenario, 'memory'>,
  texts: Readonly<Record<string, string>>,
): string | undefined {
  const named = memory.find((one) => one.kind === 'text' && one.names === 'trade')
  return (named && texts[named.id]?.trim()) || undefined
}
