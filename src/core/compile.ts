import { assign, createActor, setup } from 'xstate'
import { shuffled } from './chance'
import { meets, type Context, type Test } from './condition'
import { toMachineConfig, type Apply, type Change, type MachineConfig } from './machine-config'
import type { Scenario, Step } from './scenario'

/** What a play starts from. */
export interface Setup {
  level: string
  variant: string
  seed: number
}

/** What the learner does at a step. `type` is the choice, `next`, or the gesture's name. */
export type Event =
  | { type: string }
  | { type: 'picked'; picks: readonly string[] }
  | { type: 'ordered'; picks: readonly string[] }
  | { type: 'written'; text: string }

/** The automatic steps a play may pass in a row before the machine gives up; `check` forbids such loops. */
const MOST_AUTOMATIC_STEPS = 500

const base = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Context },
  guards: {
    meets: ({ context }, { test }: { test: Test }) => meets(context, test),
    inOrder: ({ event }, { order }: { order: string[] }) =>
      'picks' in event && event.picks.join('>') === order.join('>'),
    draws: (
      { context },
      { pool, from, step, count }: { pool: string; from: string[]; step: string; count: number },
    ) => {
      const drawn = context.drawn[pool] ?? 0
      return drawn < count && shuffled(from, context.seed, pool)[drawn] === step
    },
  },
  actions: {
    apply: assign(({ context }, { changes, seen }: Apply) => ({
      ...applied(context, changes),
      seen: seen.length ? { ...context.seen, ...marks(seen) } : context.seen,
    })),
    applyPicked: assign(
      ({ context, event }, { byOption }: { byOption: Record<string, Change[]> }) =>
        applied(
          context,
          'picks' in event ? event.picks.flatMap((pick) => byOption[pick] ?? []) : [],
        ),
    ),
    write: assign(({ context, event }, { into }: { into: string }) => ({
      texts: 'text' in event ? { ...context.texts, [into]: event.text } : context.texts,
    })),
    countDraw: assign(({ context }, { pool }: { pool: string }) => ({
      drawn: { ...context.drawn, [pool]: (context.drawn[pool] ?? 0) + 1 },
    })),
  },
})

/** A module brought to life: its machine, and the context a play starts with. */
export interface Game {
  scenario: Scenario
  machine: Machine
  steps: ReadonlyMap<string, Step>
  /** What XState wants beside a snapshot and an event; kept, since making one costs more than a transition. */
  scope: Scope
}

type Scope = Parameters<Machine['transition']>[2]

export type Machine = ReturnType<typeof createMachine>

/** Compiles a module without blocking diagnostic to its XState machine. No timer, no call, no `eval`. */
export function compile(scenario: Scenario): Game {
  const machine = createMachine(toMachineConfig(scenario))
  const anySetup = { level: '', variant: '', seed: 0 }
  const self = createActor(machine, { input: startContext(scenario, anySetup) })
  return {
    scenario,
    machine,
    steps: new Map(scenario.steps.map((step) => [step.id, step])),
    scope: {
      self,
      id: scenario.id,
      sessionId: scenario.id,
      system: self.system,
      logger: nothing,
      defer: nothing,
      emit: nothing,
      stopChild: nothing,
      actionExecutor: nothing,
    },
  }
}

/** The context at the first step: gauges at their start, flags false, numbers 0. */
export function startContext(scenario: Scenario, { level, variant, seed }: Setup): Context {
  const values: Context['values'] = {}
  for (const meter of scenario.meters) if (meter.kind === 'gauge') values[meter.id] = meter.start
  for (const item of scenario.memory)
    if (item.kind !== 'text') values[item.id] = item.start ?? (item.kind === 'flag' ? false : 0)
  return { level, variant, seed, values, texts: {}, seen: {}, drawn: {} }
}

function createMachine(config: MachineConfig) {
  return base.createMachine({
    ...config,
    context: ({ input }) => input,
    options: { maxIterations: MOST_AUTOMATIC_STEPS },
  })
}

function applied(context: Context, changes: readonly Change[]): Partial<Context> {
  let { values, texts } = context
  for (const change of changes) {
    if ('remember' in change) texts = { ...texts, [change.remember]: change.text }
    else if ('set' in change) values = { ...values, [change.set]: change.to }
    else {
      const now = values[change.add]
      const sum = (typeof now === 'number' ? now : 0) + change.by
      values = { ...values, [change.add]: Math.min(change.max, Math.max(change.min, sum)) }
    }
  }
  return { values, texts }
}

function nothing(): void {}

function marks(names: readonly string[]): Record<string, true> {
  return Object.fromEntries(names.map((name) => [name, true as const]))
}
