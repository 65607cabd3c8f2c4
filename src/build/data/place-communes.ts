/** A row of `@etalab/decoupage-administratif` (`communes.json`), the official list of Insee. */
export interface Listed {
  code: string
  nom: string
  type: string
  departement?: string
  chefLieu?: string
  codesPostaux?: string[]
  population?: number
}

/** A commune and where it is, in degrees (WGS 84, four decimals); `postcodes` are separated by spaces. */
export interface Placed extends Record<string, string | number> {
  code: string
  name: string
  postcodes: string
  population: number
  latitude: number
  longitude: number
  /** town: its main built-up place; rectangle: centre of its limits; namesake, neighbours: see `placeCommunes`. */
  origin: 'town' | 'rectangle' | 'namesake' | 'neighbours'
}

type Point = [latitude: number, longitude: number]

/** GeoNames columns: https://download.geonames.org/export/dump/readme.txt */
const NAME = 1
const LATITUDE = 4
const LONGITUDE = 5
const FEATURE = 7
const COUNTRY = 8
const ADMIN = [10, 11, 12, 13]
const POPULATION = 14

/** Countries of GeoNames that are parts of France, by the first three digits of their Insee codes. */
const OVERSEAS: Readonly<Record<string, string>> = {
  '975': 'PM',
  '977': 'BL',
  '978': 'MF',
  '986': 'WF',
  '987': 'PF',
  '988': 'NC',
}

/** Main places that bear another name than their commune, in Polynesia and the Antilles. */
const SEATS: Readonly<Record<string, string>> = {
  '97701': 'Gustavia',
  '97801': 'Marigot',
  '98714': 'Vaitape',
  '98719': 'Rikitea',
  '98722': 'Hitiaa',
  '98723': 'Atuona',
  '98724': 'Fare',
  '98729': 'Afareaitu',
  '98731': 'Taiohae',
  '98744': 'Moerai',
  '98747': 'Afaahiti',
  '98748': 'Vairao',
  '98750': 'Avera',
  '98753': 'Mataura',
  '98754': 'Tevaitoa',
  '98832': 'Yaté-Barrage',
}

/** How far outside the limits of its commune a town may be noted: about two kilometres. */
const MARGIN = 0.02

/**
 * Gives every commune a position: its main town (GeoNames), else the centre of its limits (IGN, 2017). Communes made
 * since: the town of the same name in the department or the limits of their former communes, else the middle of
 * the communes with the same postal code.
 * @returns the communes by code, and those left without position (`code name`).
 */
export function placeCommunes(
  listed: readonly Listed[],
  rectangles: readonly { id: string; bbox: readonly number[] }[],
  towns: readonly (readonly string[])[],
): { rows: Placed[]; without: string[] } {
  const communes = listed.filter(({ type }) => type === 'commune-actuelle')
  const boxes = new Map(rectangles.map(({ id, bbox }) => [id.split(':').at(-1), bbox]))
  const french = towns.filter((town) => ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT'].includes(at(town)))
  const byCode = mainTowns(french, (town) => [town[13] ?? ''])
  const byName = mainTowns(french, (town) => [`${town[11]} ${folded(town[NAME])}`])
  const overseas = towns.filter((town) => Object.values(OVERSEAS).includes(at(town)))
  const byAnyCode = mainTowns(overseas, (town) => ADMIN.map((column) => town[column] ?? ''))
  const byPlace = mainTowns(overseas, (town) => [`${at(town)} ${folded(town[NAME])}`])

  const rows = new Map<string, Placed>()
  const waiting: Listed[] = []
  for (const commune of communes) {
    const found = positionOf(commune)
    if (found) add(commune, ...found)
    else waiting.push(commune)
  }
  const without: string[] = []
  for (const commune of waiting) {
    const around = [...rows.values()].filter((row) =>
      commune.codesPostaux?.some((code) => row.postcodes.split(' ').includes(code)),
    )
    if (around.length && !OVERSEAS[commune.code.slice(0, 3)])
      add(commune, middle(around.map((row) => [row.latitude, row.longitude])), 'neighbours')
    else without.push(`${commune.code} ${commune.nom}`)
  }
  return { rows: [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1)), without }

  function positionOf(commune: Listed): [Point, Placed['origin']] | undefined {
    const country = OVERSEAS[commune.code.slice(0, 3)]
    if (country) {
      const seat = byPlace.get(`${country} ${folded(SEATS[commune.code] ?? commune.nom)}`)
      const town = seat ?? byAnyCode.get(commune.code)
      return town && [town, 'town']
    }
    const town = byCode.get(commune.code)
    const box = boxes.get(commune.code)
    if (town && (!box || isNear(town, box))) return [town, 'town']
    if (box) return [centre(box), 'rectangle']
    const namesake = byName.get(`${commune.departement} ${folded(commune.nom)}`)
    if (namesake) return [namesake, 'namesake']
    const parts = listed.filter(({ chefLieu }) => chefLieu === commune.code)
    const points = parts.flatMap(({ code }) => {
      const part = boxes.get(code)
      return part ? [centre(part)] : []
    })
    return points.length ? [middle(points), 'rectangle'] : undefined
  }

  function add(commune: Listed, [latitude, longitude]: Point, origin: Placed['origin']): void {
    rows.set(commune.code, {
      code: commune.code,
      name: commune.nom,
      postcodes: (commune.codesPostaux ?? []).join(' '),
      population: commune.population ?? 0,
      latitude: rounded(latitude),
      longitude: rounded(longitude),
      origin,
    })
  }
}

/** The most peopled town for each key; parts of towns (PPLX) are not towns. */
function mainTowns(
  towns: readonly (readonly string[])[],
  keysOf: (town: readonly string[]) => string[],
): Map<string, Point> {
  const sorted = [...towns]
    .filter((town) => town[FEATURE] !== 'PPLX')
    .sort((a, b) => Number(a[POPULATION]) - Number(b[POPULATION]))
  return new Map(
    sorted.flatMap((town) =>
      keysOf(town).map((key): [string, Point] => [
        key,
        [Number(town[LATITUDE]), Number(town[LONGITUDE])],
      ]),
    ),
  )
}

function at(town: readonly string[]): string {
  return town[COUNTRY] ?? ''
}

function folded(name = ''): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(le|la|les|l) ?['’ ]?/, '')
    .replace(/[^a-z]/g, '')
}

function isNear([latitude, longitude]: Point, box: readonly number[]): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = box
  return (
    latitude > south - MARGIN &&
    latitude < north + MARGIN &&
    longitude > west - MARGIN &&
    longitude < east + MARGIN
  )
}

function centre(box: readonly number[]): Point {
  const [west = 0, south = 0, east = 0, north = 0] = box
  return [(south + north) / 2, (west + east) / 2]
}

function middle(points: readonly Point[]): Point {
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  return [mean(0), mean(1)]
}

function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}
