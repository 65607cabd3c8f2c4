import { hash32 } from '../chance'
import { reached } from '../graph'
import type { Choice, StepOf } from '../scenario'
import { playWith, type Bot } from './bots'
import type { Material } from './material'
import { roadsIn } from './roads'
import { percent, type Detail, type Row } from './row'
import { decisions } from './structure'

/** Plays tried for one trap in one setting before it is called hopeless. */
const TRIES = 24

/** An ending of this rank or better is a good one. */
const GOOD = 3

/**
 * S7: after any single trap a good ending stays reachable, and half of the traps at least lead to a chance to repair:
 * a decision of their own before the roads join again, or a later choice or branch that asks about the trap.
 * First tries (`cold`) and traps that are only met after another trap are not counted in that half.
 */
export function repairPossible(material: Material): Row {
  const { scenario } = material
  const details: Detail[] = []
  let traps = 0
  let repaired = 0
  for (const step of decisions(scenario.steps)) {
    const path = `steps[${scenario.steps.indexOf(step)}]`
    const isSecond = !canBeMetWithoutTrap(material, step)
    for (const trap of step.choices.filter(({ quality }) => quality === 'trap')) {
      if (!step.cold && !isSecond) {
        traps += 1
        if (hasRepair(material, step, trap)) repaired += 1
        else details.push({ code: 'no-repair', path, params: { step: step.id, id: trap.id } })
      }
      if (isHopeless(material, step, trap))
        details.push({ code: 'hopeless', path, params: { step: step.id, id: trap.id } })
    }
  }
  const share = traps ? percent(repaired, traps) : 100
  const hopeless = details.filter(({ code }) => code === 'hopeless').length
  return {
    row: 'S7',
    value: `${hopeless} ; ${share} %`,
    threshold: '0 ; ≥ 50 %',
    ok: hopeless === 0 && share >= 50,
    details: share >= 50 ? details.filter(({ code }) => code === 'hopeless') : details,
  }
}

function canBeMetWithoutTrap(material: Material, { id }: StepOf<'decision'>): boolean {
  const start = material.graph.indexOf.get(material.scenario.start) ?? -1
  return material.settings.some(
    (setting) => (distances(material, setting, id)[start] ?? Infinity) < Infinity,
  )
}

function hasRepair(material: Material, step: StepOf<'decision'>, trap: Choice): boolean {
  const { graph, questions, scenario } = material
  const index = (id: string) => graph.indexOf.get(id) ?? -1
  const others = step.choices.filter(({ quality }) => quality === 'best').map(({ to }) => index(to))
  const own = reached(graph.next, [index(trap.to)], { stop: reached(graph.next, others) })
  if ([...own].some((node) => graph.steps[node]?.kind === 'decision')) return true
  const gauges = new Set(scenario.meters.map(({ id }) => id))
  const marks = new Set([`${step.id}/${trap.id}`])
  for (const effect of trap.effects ?? []) {
    const id = 'add' in effect ? effect.add : 'set' in effect ? effect.set : effect.remember
    if (!gauges.has(id)) marks.add(id)
  }
  return questions.some(({ path, question }) => {
    if (!/\.(?:choices|ways)\[\d+\]\.when/.test(path)) return false
    if ('seen' in question) return marks.has(question.seen)
    if ('compare' in question) return marks.has(question.compare)
    return 'given' in question && marks.has(question.given)
  })
}

/** Whether no play tried with this trap as its only one comes to a good ending. A trap no such play meets is not. */
function isHopeless(material: Material, step: StepOf<'decision'>, trap: Choice): boolean {
  const { game, graph, settings } = material
  const rank = (id: string | undefined) => {
    const ending = graph.steps[graph.indexOf.get(id ?? '') ?? -1]
    return ending?.kind === 'ending' ? ending.rank : 0
  }
  let met = false
  for (const setting of settings) {
    const far = distances(material, setting, step.id)
    for (let seed = 0; seed < TRIES; seed++) {
      const bot = oneTrapBot(material, step, trap, far, seed)
      let trapped = false
      const ending = playWith(game, { ...setting, seed }, bot, (at, _snapshot, pick) => {
        if (at.id === step.id && pick === trap.id) trapped = true
      })
      if (!trapped) continue
      met = true
      if (rank(ending) >= GOOD) return false
    }
  }
  return met
}

/** How many steps away each step is from a decision, without any trap; Infinity when it cannot be reached so. */
function distances(
  { graph }: Material,
  setting: { level: string; variant: string },
  target: string,
): number[] {
  const far = graph.steps.map(({ id }) => (id === target ? 0 : Infinity))
  const roads = roadsIn(graph, setting)
  for (let changed = true; changed;) {
    changed = false
    graph.steps.forEach((step, node) => {
      for (const { to, choice } of roads[node] ?? []) {
        const trap = step.kind === 'decision' && step.choices[choice ?? -1]?.quality === 'trap'
        const through = trap ? Infinity : (far[to] ?? Infinity) + 1
        if (through < (far[node] ?? 0)) {
          far[node] = through
          changed = true
        }
      }
    })
  }
  return far
}

/** Goes to the decision, falls in the trap, then does its best (on odd seeds: anything but a trap). */
function oneTrapBot(
  { graph }: Material,
  target: StepOf<'decision'>,
  trap: Choice,
  far: readonly number[],
  seed: number,
): Bot {
  let trapped = false
  const distance = (id: string) => far[graph.indexOf.get(id) ?? -1] ?? Infinity
  return {
    choose: (choices, step, turn) => {
      if (step.id === target.id && !trapped && choices.includes(trap)) {
        trapped = true
        return trap
      }
      const fair = choices.filter(({ quality }) => quality !== 'trap')
      const best = fair.filter(({ quality }) => quality === 'best')
      const some = seed % 2 || !best.length ? fair : best
      const nearest = Math.min(...fair.map(({ to }) => distance(to)))
      const toward = fair.filter(({ to }) => distance(to) === nearest)
      const list = !trapped && nearest < Infinity ? preferred(toward, some) : some
      return list[hash32(seed, step.id, turn) % (list.length || 1)] ?? (choices[0] as Choice)
    },
    tick: ({ options, least, most }) => {
      const good = options.filter((option) => option.good).slice(0, most)
      const rest = options.filter((option) => !option.good)
      return [...good, ...rest].slice(0, Math.max(least, good.length)).map(({ id }) => id)
    },
    dare: (step) =>
      (['full', 'short', 'skip'] as const).reduce((best, way) =>
        !trapped && distance(step[way]) < distance(step[best]) ? way : best,
      ),
    sort: ({ items }) => items.map(({ id }) => id),
  }
}

function preferred(list: readonly Choice[], wanted: readonly Choice[]): readonly Choice[] {
  const both = list.filter((choice) => wanted.includes(choice))
  return both.length ? both : list
}
