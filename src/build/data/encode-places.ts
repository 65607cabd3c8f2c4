import type { PlacesFile } from '../../core/search/places'

type Row = Readonly<Record<string, string>>

/** Puts the rows of `communes.csv`, sorted by code, and of `areas.csv` in the columns served to the page. */
export function encodePlaces(communes: readonly Row[], areas: readonly Row[]): PlacesFile {
  return {
    names: communes.map(({ name }) => name).join('\n'),
    codes: stepsOf(communes.map(({ code = '' }) => code)),
    postcodes: communes.map(shortPostcodes).join('\n'),
    latitudes: communes.map(({ latitude }) => hundredths(latitude)),
    longitudes: communes.map(({ longitude }) => hundredths(longitude)),
    sizes: communes.map(({ population }) => size(Number(population))).join(''),
    areas: areas.map(({ name = '', code = '' }) => [name, code]),
  }
}

function stepsOf(codes: readonly string[]): PlacesFile['codes'] {
  const departments = new Map<string, number[]>()
  for (const code of codes) {
    const numbers = departments.get(code.slice(0, 2)) ?? []
    departments.set(code.slice(0, 2), [...numbers, Number(code.slice(2))])
  }
  return [...departments].map(([department, numbers]) => [
    department,
    numbers.map((number, index) => number - (numbers[index - 1] ?? 0)),
  ])
}

function shortPostcodes({ code = '', postcodes = '' }: Row): string {
  const department = code.slice(0, 2)
  return postcodes
    .split(' ')
    .map((postcode) => (postcode.startsWith(department) ? postcode.slice(2) : `=${postcode}`))
    .join(' ')
}

function hundredths(degrees = ''): number {
  return Math.round(Number(degrees) * 100)
}

function size(population: number): string {
  return String.fromCharCode(65 + Math.round(2 * Math.log2(Math.max(1, population))))
}
