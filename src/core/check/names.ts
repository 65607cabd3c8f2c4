import type { Diagnostic } from '../diagnostics'
import type { Rule } from './subject'

const SPEAKERS = ['coach', 'narrator', 'me']

/** Names given twice in the same place, written twice in a list, or reserved. */
export const names: Rule = ({ scenario }) => {
  const found: Diagnostic[] = []
  const unique = (...lists: [path: string, named: readonly { id: string }[]][]) => {
    const firsts = new Map<string, string>()
    for (const [path, named] of lists)
      named.forEach(({ id }, i) => {
        const place = `${path}[${i}]`
        const first = firsts.get(id)
        if (first === undefined) firsts.set(id, place)
        else found.push({ code: 'duplicate-id', path: `${place}.id`, params: { id, first } })
      })
  }
  const once = (path: string, ids: readonly string[] = []) => {
    const met = new Set<string>()
    ids.forEach((id, i) => {
      if (met.has(id)) found.push({ code: 'repeated-name', path: `${path}[${i}]`, params: { id } })
      met.add(id)
    })
  }

  const { objectives, rules, misconceptions, cast, meters, memory, levels, variants, after } =
    scenario
  unique(['objectives', objectives], ['rules', rules], ['misconceptions', misconceptions])
  unique(['cast', cast])
  unique(['meters', meters], ['memory', memory])
  unique(['levels', levels])
  unique(['variants', variants])
  once('facts', scenario.facts)
  variants.forEach((variant, i) => once(`variants[${i}].levels`, variant.levels))
  cast.forEach(({ id }, i) => {
    if (SPEAKERS.includes(id))
      found.push({ code: 'reserved-name', path: `cast[${i}].id`, params: { id } })
  })

  unique(['steps', scenario.steps])
  scenario.steps.forEach((step, i) => {
    const path = `steps[${i}]`
    if ('objectives' in step) once(`${path}.objectives`, step.objectives)
    if (step.kind === 'decision') unique([`${path}.choices`, step.choices])
    if (step.kind === 'pick') unique([`${path}.options`, step.options])
    if (step.kind === 'order') unique([`${path}.items`, step.items])
    if (step.kind === 'draw') once(`${path}.from`, step.from)
    if (step.kind === 'sensitive') once(`${path}.help`, step.help)
  })

  unique(['after.reflection.reasons', after.reflection.reasons])
  unique(['after.cards', after.cards])
  unique(['after.plans', after.plans])
  unique(['after.confidence', after.confidence])
  unique(['after.situations', after.situations])
  after.situations.forEach((situation, i) =>
    unique([`after.situations[${i}].options`, situation.options]),
  )
  after.cards.forEach((card, i) => once(`after.cards[${i}].about`, card.about))
  once('after.live', after.live)
  return found
}
