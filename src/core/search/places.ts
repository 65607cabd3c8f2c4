import { finderOf, type Closeness } from './finder'
import { fold, foldLines } from './fold'
import { sound } from './sound'

/** A French commune, as large as a town: never an address. */
export interface Place {
  /** Insee code. */
  code: string
  name: string
  /** Degrees, WGS 84, to one hundredth (about one kilometre). */
  latitude: number
  longitude: number
}

/** The communes in columns, by Insee code, as served to the page: `npm run data` makes it. */
export interface PlacesFile {
  names: string
  /** Per department (first two characters of the code), the steps from one code to the next. */
  codes: [department: string, steps: number[]][]
  /** A line per commune; a postcode loses its two first digits when they are its department, else it has `=` before. */
  postcodes: string
  /** Hundredths of degrees. */
  latitudes: number[]
  longitudes: number[]
  /** A character per commune: twice the base-2 logarithm of its population, after `A`. */
  sizes: string
  /** Names that are not of a commune (a department, « La Défense »), with the code of the one meant. */
  areas: [name: string, code: string][]
}

/** A commune that answers, and the area by whose name it was found. */
interface PlaceFound extends Place {
  by?: string
}

export interface Places {
  /** The communes that answer what was typed, best first: name, postcode, or name and department. */
  find: (query: string, most?: number) => PlaceFound[]
  byCode: (code: string) => Place | undefined
  /** The communes of this very name, however it is written, the largest first; else the main town of such an area. */
  named: (name: string) => Place[]
  /** The commune whose centre is nearest, as the crow flies. */
  nearest: (latitude: number, longitude: number) => Place | undefined
  /** Department of a commune: `59`, `2A`, `974`. */
  departmentOf: (place: Place) => string
}

/** How much a closer answer weighs against a town that is larger: 2 is worth a population twice as large. */
const WEIGHT: Readonly<Record<Closeness, number>> = {
  same: 24,
  'first-words': 14,
  beginning: 10,
  words: 4,
  sound: 2,
  slip: 0,
}

/** A commune that bears the name comes before the main town of an area that bears it too. */
const AREA = -8

/** Makes the communes searchable: 35,000 names are folded, which takes a tenth of a second. */
export function openPlaces(file: PlacesFile): Places {
  const communes = file.names.split('\n')
  const names = [...communes, ...file.areas.map(([name]) => name)]
  const codes = [...codesOf(file.codes), ...file.areas.map(([, code]) => code)]
  const rows = new Map(codes.slice(0, communes.length).map((code, row) => [code, row]))
  const postcodes = file.postcodes.split('\n').map((list) => ` ${list}`)
  const entries = foldLines(names.join('\n'))
  const keys = sound(entries.join('\n')).split('\n')
  const finder = finderOf(entries, keys)

  let rowsByName: Map<string, number[]> | undefined

  const rowOf = (index: number) => rows.get(codes[index] ?? '') ?? 0
  const sizeOf = (row: number) => file.sizes.charCodeAt(row) - 65

  function find(query: string, most = 7): PlaceFound[] {
    const words = fold(query).split(' ')
    const digits = words.filter((word) => /^(\d+|2[ab])$/.test(word))
    const name = words.filter((word) => !/^\d+(e|er|eme|ieme)?$/.test(word)).join(' ')
    const isIn = (row: number) =>
      digits.every((number) => number.length < 2 || isNumbered(row, number))
    const scores = new Map<number, { score: number; by?: string }>()
    if (name && !/^2[ab]$/.test(name))
      for (const { index, closeness } of finder(name.replace(/ 2[ab]$/, ''))) {
        const row = rowOf(index)
        const area = index < communes.length ? undefined : names[index]
        const near = WEIGHT[closeness] + (area === undefined ? 0 : AREA)
        const score = near + sizeOf(row) + (digits.length && isIn(row) ? 100 : 0)
        if (score > (scores.get(row)?.score ?? -Infinity))
          scores.set(row, area === undefined ? { score } : { score, by: area })
      }
    else if (digits.length)
      for (const row of communes.keys()) if (isIn(row)) scores.set(row, { score: sizeOf(row) })
    return [...scores]
      .sort(([a, best], [b, other]) => other.score - best.score || a - b)
      .slice(0, most)
      .map(([row, { by }]) => ({ ...placeAt(row), ...(by === undefined ? {} : { by }) }))
  }

  function named(name: string): Place[] {
    if (!rowsByName) {
      rowsByName = new Map()
      for (const [index, entry] of entries.entries())
        if (index < communes.length || !rowsByName.has(entry))
          rowsByName.set(entry, [...(rowsByName.get(entry) ?? []), rowOf(index)])
    }
    const found = new Set(rowsByName.get(fold(name)))
    return [...found].sort((a, b) => sizeOf(b) - sizeOf(a)).map(placeAt)
  }

  function isNumbered(row: number, number: string): boolean {
    const department = codes[row]?.slice(0, 2).toLowerCase() ?? ''
    const sought = number.startsWith(department) ? number.slice(2) : `=${number}`
    return !!postcodes[row]?.includes(` ${sought}`)
  }

  function nearest(latitude: number, longitude: number): Place | undefined {
    const shrink = Math.cos((latitude * Math.PI) / 180)
    let best: number | undefined
    let shortest = Infinity
    for (const row of communes.keys()) {
      const north = (file.latitudes[row] ?? 0) / 100 - latitude
      const east = ((file.longitudes[row] ?? 0) / 100 - longitude) * shrink
      const distance = north * north + east * east
      if (distance < shortest) [best, shortest] = [row, distance]
    }
    return best === undefined ? undefined : placeAt(best)
  }

  function placeAt(row: number): Place {
    return {
      code: codes[row] ?? '',
      name: communes[row] ?? '',
      latitude: (file.latitudes[row] ?? 0) / 100,
      longitude: (file.longitudes[row] ?? 0) / 100,
    }
  }

  return {
    find,
    named,
    nearest,
    byCode: (code) => {
      const row = rows.get(code)
      return row === undefined ? undefined : placeAt(row)
    },
    departmentOf: ({ code }) => departmentIn(code),
  }
}

function departmentIn(code: string): string {
  return code.slice(0, code.startsWith('97') || code.startsWith('98') ? 3 : 2)
}

function codesOf(steps: PlacesFile['codes']): string[] {
  return steps.flatMap(([department, list]) => {
    let number = 0
    return list.map((step) => department + String((number += step)).padStart(3, '0'))
  })
}
