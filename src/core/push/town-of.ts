import type { Place, Places } from '../search/places'

/**
 * The commune of a person, from what the file says of it.
 * @returns undefined when nothing is said; `unknown` when no commune answers.
 */
export function townOf(
  places: Places,
  { town = '', postcode = '', insee = '' }: { town?: string; postcode?: string; insee?: string },
): Place | 'unknown' | undefined {
  const byCode = insee && places.byCode(insee.padStart(5, '0').toUpperCase())
  if (byCode) return byCode
  const number = /^\d{4,5}$/.test(postcode) ? postcode.padStart(5, '0') : ''
  const name = town
    .replace(/\b(cedex|arrondissement)\b.*$/i, '')
    .replace(/\b\d+\s*(er?|ème)?\b/gi, '')
  if (!name.trim() && !number) return insee || postcode || town ? 'unknown' : undefined
  const named = name.trim() ? places.named(name) : []
  if (!number) return named[0] ?? 'unknown'
  const department = departmentOfPostcode(number)
  const near = named.find((place) => places.departmentOf(place).startsWith(department))
  if (near) return near
  return (name.trim() ? undefined : places.find(number, 1)[0]) ?? 'unknown'
}

/** Corsican postcodes begin with 20 while its departments are 2A and 2B. */
function departmentOfPostcode(postcode: string): string {
  if (postcode.startsWith('20')) return '2'
  return postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2)
}
