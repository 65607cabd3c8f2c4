import { askedSeen, toTest, type Test } from './condition'
import type { Condition, Effect, Scenario, Step } from './scenario'

/** An effect ready to be applied: gauges carry their bounds. Serialisable. */
export type Change =
  | { add: string; by: number; min: number; max: number }
  | { set: string; to: number | boolean }
  | { remember: string; text: string }

export interface Apply {
  changes: Change[]
  seen: string[]
}

type Guard =
  | { type: 'meets'; params: { test: Test } }
  | { type: 'draws'; params: { pool: string; from: string[]; step: string; count: number } }
  | { type: 'inOrder'; params: { order: string[] } }

type Action =
  | { type: 'apply'; params: Apply }
  | { type: 'applyPicked'; params: { byOption: Record<string, Change[]> } }
  | { type: 'write'; params: { into: string } }
  | { type: 'countDraw'; params: { pool: string } }

interface Transition {
  target: string
  guard?: Guard
  actions?: Action[]
}

interface State {
  type?: 'final'
  on?: Record<string, Transition | Transition[]>
  always?: Transition[]
}

/**
 * A module as an XState configuration: plain data, named guards and actions with params.
 * It is what the XState export writes and what `compile` brings to life.
 */
export interface MachineConfig {
  id: string
  version: string
  initial: string
  states: Record<string, State>
}

const NO_LIMIT = { min: -1_000_000, max: 1_000_000 }

/** Writes the machine of a module. The module must have no blocking diagnostic. */
export function toMachineConfig(scenario: Scenario): MachineConfig {
  const asked = askedSeen(scenario)
  const bounds = new Map(
    scenario.meters.flatMap((meter) =>
      meter.kind === 'gauge' ? [[meter.id, meter] as const] : [],
    ),
  )
  const test = (condition: Condition): Guard => ({
    type: 'meets',
    params: { test: toTest(condition, scenario) },
  })
  const changes = (effects: readonly Effect[] | undefined): Change[] =>
    (effects ?? []).map((effect) => {
      if (!('add' in effect)) return effect
      const { min, max } = bounds.get(effect.add) ?? NO_LIMIT
      return { ...effect, min, max }
    })
  const leave = (step: string, choice?: string, effects?: readonly Effect[]): Action[] => {
    const seen = [step, `${step}/${choice}`].filter((name) => asked.has(name))
    if (!effects?.length && !seen.length) return []
    return [{ type: 'apply', params: { changes: changes(effects), seen } }]
  }

  function stateOf(step: Step): State {
    switch (step.kind) {
      case 'ending':
        return { type: 'final' }
      case 'decision': {
        const on: Record<string, Transition> = {}
        for (const choice of step.choices)
          on[choice.id] = transition(
            choice.to,
            leave(step.id, choice.id, choice.effects),
            choice.when && test(choice.when),
          )
        return { on }
      }
      case 'draw': {
        const { id: pool, from, count } = step
        const drawn: Action[] = [{ type: 'countDraw', params: { pool } }]
        const draws = (target: string): Guard => ({
          type: 'draws',
          params: { pool, from, step: target, count },
        })
        return {
          always: [
            ...from.map((target) => transition(target, drawn, draws(target))),
            transition(step.to, leave(step.id)),
          ],
        }
      }
      case 'branch':
        return {
          always: [
            ...step.ways.map((way) => transition(way.to, leave(step.id), test(way.when))),
            transition(step.else, leave(step.id)),
          ],
        }
      case 'sensitive':
        return {
          on: {
            full: transition(step.full, leave(step.id, 'full')),
            short: transition(step.short, leave(step.id, 'short')),
            skip: transition(step.skip, leave(step.id, 'skip')),
          },
        }
      case 'pick': {
        const byOption = Object.fromEntries(step.options.map((o) => [o.id, changes(o.effects)]))
        const picked: Action = { type: 'applyPicked', params: { byOption } }
        return { on: { picked: transition(step.to, [picked, ...leave(step.id)]) } }
      }
      case 'order': {
        const inOrder: Guard = {
          type: 'inOrder',
          params: { order: step.items.map((item) => item.id) },
        }
        return {
          on: {
            ordered: [
              transition(step.to, leave(step.id, 'right', step.effects), inOrder),
              transition(step.to, leave(step.id)),
            ],
          },
        }
      }
      case 'write': {
        const write: Action = { type: 'write', params: { into: step.into } }
        return {
          on: {
            written: transition(step.to, [write, ...leave(step.id, 'written', step.effects)]),
            next: transition(step.to, leave(step.id)),
          },
        }
      }
      default:
        return { on: { next: transition(step.to, leave(step.id)) } }
    }
  }

  const states: Record<string, State> = {}
  for (const step of scenario.steps) states[step.id] = stateOf(step)
  return { id: scenario.id, version: scenario.version, initial: scenario.start, states }
}

function transition(target: string, actions: Action[], guard?: Guard): Transition {
  const made: Transition = { target }
  if (guard) made.guard = guard
  if (actions.length) made.actions = actions
  return made
}
