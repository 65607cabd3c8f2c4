import type { StepOf } from '../scenario'
import { tokens } from '../text'
import type { Material } from './material'
import { known, roadsIn, extremes, type Setting } from './roads'
import { percent, type Detail, type Row } from './row'

/** S1: decisions on the shortest and the longest path of any level and variant, and in the whole graph. */
export function decisionCounts({ graph, scenario, settings }: Material): Row {
  const found = settings.map((setting) =>
    extremes(graph, roadsIn(graph, setting), scenario.start, (step) =>
      step.kind === 'decision' ? 1 : 0,
    ),
  )
  const shortest = Math.min(...found.map(({ least }) => least))
  const longest = Math.max(...found.map(({ most }) => most))
  const all = decisions(scenario.steps).length
  return {
    row: 'S1',
    value: `${shortest}–${longest} ; ${all}`,
    threshold: '≥ 6, ≤ 14 ; 10–18',
    ok: shortest >= 6 && longest <= 14 && all >= 10 && all <= 18,
    details: [],
  }
}

/** S2: two to four options a decision, three in at least 80 % of them. */
export function optionCounts({ scenario }: Material): Row {
  const all = decisions(scenario.steps)
  const three = percent(all.filter(({ choices }) => choices.length === 3).length, all.length)
  const details = all
    .filter(({ choices }) => choices.length < 2 || choices.length > 4)
    .map((step) => detail('options', scenario.steps.indexOf(step), { count: step.choices.length }))
  return {
    row: 'S2',
    value: `${three} %`,
    threshold: '2–4 ; 3 : ≥ 80 %',
    ok: three >= 80 && details.length === 0,
    details,
  }
}

/**
 * S5: decisions that change a later text or road, not only a gauge: their choices lead to different steps, or set
 * something that a condition or a text asks about. First tries without score (`cold`) are left out.
 */
export function choicesMatter(material: Material): Row {
  const { scenario, graph, read } = material
  const asked = askedAbout(material)
  const all = decisions(scenario.steps).filter(({ cold }) => !cold)
  const textOf = (id: string) =>
    material.texts
      .filter(({ step }) => step && step === graph.steps[graph.indexOf.get(id) ?? -1])
      .map(({ text }) => read(text))
      .join('\n')
  let roads = 0
  let copies = 0
  const flat = all.filter((step) => {
    const targets = [...new Set(step.choices.map(({ to }) => to))]
    if (targets.length > 1) {
      const texts = targets.map(textOf)
      roads += targets.length
      copies += texts.filter((text, i) => text !== '' && texts.indexOf(text) !== i).length
      return false
    }
    return !step.choices.some(
      (choice) =>
        asked.has(`${step.id}/${choice.id}`) ||
        choice.effects?.some((effect) =>
          asked.has('add' in effect ? effect.add : 'set' in effect ? effect.set : effect.remember),
        ),
    )
  })
  const share = percent(all.length - flat.length, all.length)
  const same = percent(copies, roads)
  return {
    row: 'S5',
    value: `${share} % ; ${same} %`,
    threshold: '≥ 60 % ; ≤ 20 %',
    ok: share >= 60 && same <= 20,
    details: flat.map((step) => detail('flat', scenario.steps.indexOf(step), { id: step.id })),
  }
}

/** S8 (warning): at least two levels or variants, and at least 40 % of the words of each variant are its own. */
export function variantsDiffer(material: Material): Row {
  const { scenario } = material
  const many = scenario.variants.length > 1 || scenario.levels.length > 1
  const visible = scenario.variants.map(({ id, levels }) =>
    textsIn(
      material,
      levels.map((level) => ({ level, variant: id })),
    ),
  )
  const shares = visible.map((own, v) => {
    const words = (paths: readonly string[]) =>
      paths.reduce((sum, path) => sum + (own.get(path) ?? 0), 0)
    const isNew = (path: string) => !visible.some((other, o) => o !== v && other.has(path))
    return percent(words([...own.keys()].filter(isNew)), words([...own.keys()]))
  })
  const least = shares.length > 1 ? Math.min(...shares) : 0
  return {
    row: 'S8',
    value: `${scenario.levels.length} × ${scenario.variants.length} ; ${least} %`,
    threshold: '≥ 2 ; ≥ 40 %',
    ok: many && (scenario.variants.length === 1 || least >= 40),
    warning: true,
    details: shares.map((share, v) => ({
      code: 'variant-share',
      path: `variants[${v}]`,
      params: { id: scenario.variants[v]?.id ?? '', share },
    })),
  }
}

/** The decisions of a module, in the order of the file. */
export function decisions(steps: Material['scenario']['steps']): StepOf<'decision'>[] {
  return steps.filter((step) => step.kind === 'decision')
}

/** Steps, choices and memories some condition or text asks about; gauges and checklists are left out. */
function askedAbout({ questions, texts, scenario }: Material): Set<string> {
  const asked = new Set<string>()
  for (const { question } of questions) {
    if ('seen' in question) asked.add(question.seen)
    if ('given' in question) asked.add(question.given)
    if ('compare' in question) asked.add(question.compare)
  }
  for (const { text } of texts)
    for (const token of text.includes('{') ? tokens(text) : [])
      if (token.kind === 'memory') asked.add(token.id)
  for (const { id } of scenario.meters) asked.delete(id)
  return asked
}

/** The words of each text that can be read in some of these settings, by path. */
function textsIn(material: Material, settings: readonly Setting[]): Map<string, number> {
  const { graph, scenario, texts, lines, count } = material
  const met = new Set<number>()
  for (const setting of settings) {
    const roads = roadsIn(graph, setting)
    const queue = [graph.indexOf.get(scenario.start) ?? -1]
    const seen = new Set<number>()
    for (const node of queue) {
      if (seen.has(node)) continue
      seen.add(node)
      met.add(node)
      queue.push(...(roads[node] ?? []).map(({ to }) => to))
    }
  }
  const hidden = new Set(
    lines
      .filter(({ line }) => settings.every((setting) => known(line.when, setting) === false))
      .map(({ path }) => `${path}.text`),
  )
  return new Map(
    texts
      .filter(({ step, path }) => {
        if (!step || hidden.has(path)) return false
        return met.has(graph.indexOf.get(step.id) ?? -1)
      })
      .map(({ path, text }) => [path, count(text)]),
  )
}

function detail(code: string, step: number, params: Detail['params']): Detail {
  return { code, path: `steps[${step}]`, params }
}
