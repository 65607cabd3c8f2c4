import { readdirSync, readFileSync } from 'node:fs'
import { parse } from '../src/core/parse'
import type { Scenario, Step } from '../src/core/scenario'

const folder = new URL('../scenarios/', import.meta.url)

/** The folders of `scenarios/` that hold a shipped module. */
export const shippedModules = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name)

/** A module of `scenarios/`, read at the door like any other. @throws when it is refused. */
export function moduleOf(slug: string): Scenario {
  const parsed = parse(readFileSync(new URL(`${slug}/scenario.json`, folder), 'utf8'))
  if (!parsed.ok) throw new Error(`${slug}: ${JSON.stringify(parsed.diagnostics)}`)
  return parsed.scenario
}

const gallery = moduleOf('_gallery')

/**
 * The gallery with other steps: one gauge (trust, 0 to 10, starts at 5), one checklist (book: name, day),
 * a flag (told), a number (asked) and a text (wish) in memory. It starts at the first of the steps.
 */
export function smallModule(steps: readonly Step[], parts: Partial<Scenario> = {}): Scenario {
  return {
    ...gallery,
    id: 'small',
    meters: [
      {
        kind: 'gauge',
        id: 'trust',
        label: 'Trust',
        icon: 'handshake',
        min: 0,
        max: 10,
        start: 5,
        levels: [
          { from: 0, text: 'low' },
          { from: 4, text: 'fair' },
          { from: 7, text: 'high' },
        ],
      },
      {
        kind: 'checklist',
        id: 'book',
        label: 'Book',
        icon: 'notebook',
        items: [
          { flag: 'name', text: 'A name' },
          { flag: 'day', text: 'A day' },
        ],
      },
    ],
    memory: [
      { kind: 'flag', id: 'name' },
      { kind: 'flag', id: 'day' },
      { kind: 'flag', id: 'told', start: true },
      { kind: 'number', id: 'asked', start: 2 },
      { kind: 'number', id: 'left' },
      { kind: 'text', id: 'wish', label: 'A wish' },
    ],
    start: steps[0]?.id ?? '',
    steps: [...steps],
    ...parts,
  }
}

/** An ending of a small module. */
export function ending(id = 'end', rank: 1 | 2 | 3 | 4 = 3): Step {
  return {
    id,
    kind: 'ending',
    rank,
    title: id,
    lines: [],
    summary: 'It is over.',
    retry: { step: 'first', text: 'Again.' },
  }
}

/** A decision of a small module: one choice per name, each leading to `to` unless it says otherwise. */
export function decision(
  id: string,
  to: string,
  choices: Record<string, Partial<Extract<Step, { kind: 'decision' }>['choices'][number]>>,
  parts: Partial<Extract<Step, { kind: 'decision' }>> = {},
): Step {
  return {
    id,
    kind: 'decision',
    lines: [],
    choices: Object.entries(choices).map(([name, choice]) => ({
      id: name,
      text: `I say ${name}.`,
      quality: 'best',
      why: `Because ${name}.`,
      to,
      ...choice,
    })),
    ...parts,
  }
}
