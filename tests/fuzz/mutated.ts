import fc from 'fast-check'

/** How many inputs each door is given: some hundreds in the tests, 10,000 with `npm run fuzz`. */
export const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300)

/** The same inputs each time, unless another seed is asked for. */
export const settings = { numRuns: RUNS, seed: Number(process.env['FUZZ_SEED'] ?? 20261123) }

/** What a careless program may run, follow, merge, draw backwards or choke on. */
export const HOSTILE: readonly string[] = [
  '',
  '__proto__',
  'constructor',
  'toString',
  '\ud800',
  '\u202egnp.exe',
  '\u0000',
  '\u2028',
  '\ufeff',
  'javascript:alert(1)',
  'https://www.service-public.gouv.fr.example.org/',
  'https://www.service-public.gouv.fr@example.org/',
  '<img src=x onerror=alert(1)>',
  '{{constructor}}',
  '**{',
  '=HYPERLINK("https://example.org")',
  '../../etc/passwd',
  '9'.repeat(400),
  'x'.repeat(20_000),
  '👩🏽‍🔧'.repeat(50),
]

const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  2 ** 53,
  1e308,
  [],
  {},
  [[[[]]]],
  nested(40),
  Array.from({ length: 300 }, (_, index) => index),
  ...HOSTILE,
]

type Change =
  | { about: 'text'; act: 'cut' | 'insert' | 'drop' | 'twice'; at: number; what: string }
  | { about: 'value'; act: 'set' | 'drop' | 'rename' | 'copy'; at: number; what: unknown }

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    about: fc.constant('text' as const),
    act: fc.constantFrom('cut', 'insert', 'drop', 'twice'),
    at: fc.nat(10_000_000),
    what: fc.constantFrom(...HOSTILE, '"', '\\', '}', ']', ',', '0'),
  }),
  fc.record({
    about: fc.constant('value' as const),
    act: fc.constantFrom('set', 'set', 'set', 'drop', 'rename', 'copy'),
    at: fc.nat(10_000_000),
    what: fc.constantFrom(...VALUES),
  }),
)

/** One of the sound texts, changed at one to four places; as JSON where it still is. */
export function mutated(samples: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([sample, changes]) => changes.reduce(changedBy, sample))
}

/** The same for a value that is JSON, and stays it. */
export function mutatedValue<T>(sample: T): fc.Arbitrary<T> {
  const text = JSON.stringify(sample)
  const inValue = change.filter(({ about }) => about === 'value')
  return fc
    .array(inValue, { minLength: 1, maxLength: 6 })
    .map((changes) => JSON.parse(changes.reduce(changedBy, text)) as T)
}

function changedBy(text: string, { about, act, at, what }: Change): string {
  if (about === 'value') return changedValue(text, act, at, what)
  const place = at % (text.length + 1)
  const before = text.slice(0, place)
  if (act === 'cut') return before
  if (act === 'insert') return before + String(what) + text.slice(place)
  if (act === 'drop') return before + text.slice(place + 1 + (at % 7))
  return before + text.slice(Math.max(0, place - 30))
}

function changedValue(text: string, act: string, at: number, what: unknown): string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return changedBy(text, { about: 'text', act: 'insert', at, what: String(what) })
  }
  const places: { parent: object; key: string }[] = []
  const waiting: unknown[] = [value]
  for (const here of waiting) {
    if (typeof here !== 'object' || here === null || places.length > 50_000) continue
    for (const [key, inside] of Object.entries(here) as [string, unknown][]) {
      places.push({ parent: here, key })
      waiting.push(inside)
    }
  }
  const place = places[at % Math.max(1, places.length)]
  if (!place) return JSON.stringify(what) ?? text
  const { parent, key } = place
  const old: unknown = Reflect.get(parent, key)
  // As an own key: `__proto__` is then written like any other.
  const put = (name: string, inside: unknown) =>
    Reflect.defineProperty(parent, name, {
      value: inside,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  if (act === 'set') put(key, what)
  else if (act === 'copy') put(key, [old, old])
  else Reflect.deleteProperty(parent, key)
  if (act === 'rename') put(typeof what === 'string' ? what : '__proto__', old)
  return JSON.stringify(value)
}

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let floor = 0; floor < depth; floor++) value = { a: value }
  return value
}
