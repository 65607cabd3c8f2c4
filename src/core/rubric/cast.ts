import type { Character, Scenario } from '../scenario'
import type { Detail, Row } from './row'

/**
 * E1: the cast of one module, or of several together: 40 to 60 % of women among those who decide (to the nearest
 * person), a third of trades against stereotype, ages over 15 years apart, more than one place, no first name twice.
 */
export function castLedger(scenarios: readonly Pick<Scenario, 'cast'>[]): Row {
  const cast = scenarios.flatMap((scenario) => scenario.cast)
  const details: Detail[] = []
  const deciders = cast.filter(({ ledger }) => ledger.decides)
  const women = deciders.filter(({ ledger }) => ledger.gender === 'f').length
  const balanced = Math.abs(women - deciders.length / 2) <= Math.max(0.5, deciders.length / 10)
  if (!balanced)
    details.push({ code: 'deciders', path: 'cast', params: { women, all: deciders.length } })
  const offbeat = cast.filter(({ ledger }) => ledger.offbeat).length
  if (offbeat < cast.length / 3)
    details.push({ code: 'offbeat', path: 'cast', params: { offbeat, all: cast.length } })
  const ages = cast.map(({ ledger }) => ledger.age)
  const span = Math.max(...ages) - Math.min(...ages)
  if (cast.length > 1 && span < 15) details.push({ code: 'ages', path: 'cast', params: { span } })
  const places = new Set(cast.map(({ ledger }) => ledger.place)).size
  if (cast.length > 1 && places < 2) details.push({ code: 'places', path: 'cast', params: {} })
  for (const name of repeated(cast))
    details.push({ code: 'same-name', path: 'cast', params: { name } })
  return {
    row: 'E1',
    value: `${women}/${deciders.length} ; ${offbeat}/${cast.length} ; ${span} ; ${places}`,
    threshold: '40–60 % ; ≥ 1/3 ; ≥ 15 ; ≥ 2',
    ok: details.length === 0,
    details,
  }
}

function repeated(cast: readonly Character[]): string[] {
  const names = cast.map(({ name }) => name)
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}
