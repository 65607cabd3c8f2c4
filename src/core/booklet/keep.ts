import { shuffled } from '../chance'
import type { Effect, Scenario } from '../scenario'
import { tokens } from '../text'
import { seenIn, type Setting } from './ask'
import { after, type Known } from './known'
import type { Blank, Mark, Track, TrackingSheet, When } from './paper'
import type { Change, Places } from './places'
import { questionsIn, settledAt, type Settled } from './settle'

/** The tracking sheet of a booklet, and how what happens is marked on it. */
export interface Keep {
  sheet: TrackingSheet
  /** What to mark for a change on the way to a place; nothing that no later paragraph asks about. */
  marks: (change: Change, before: Known, to: string) => Mark[]
  when: (ask: Settled, numberOf: (place: string) => number) => When | undefined
}

/** Counters longer than this would not fit on the sheet: their number is written. */
const LONGEST_TRACK = 20

/**
 * Decides what a reader must keep: the meters that everybody sees, then a word, a counter or a line for what
 * later conditions ask about. Two questions that are always answered alike share their word.
 * @param names words to give, in any order; more are made from them when there are too few
 */
export function keepOf(
  places: Places,
  setting: Setting,
  { names, seed }: { names: readonly string[]; seed: number },
): Keep {
  const { scenario } = setting
  const read = readAt(places, setting)
  const live = liveAt(places, read)
  const asked = new Set([...read.values()].flatMap((names) => [...names]))
  const checklists = scenario.meters.filter((meter) => meter.kind === 'checklist')
  const listOf = (flag: string) =>
    checklists.find(({ items }) => items.some((item) => item.flag === flag))

  const changes = changesIn(places)
  const wordKeys = new Map<string, string>()
  const circled = new Set<string>()
  const startsOn = new Set(
    scenario.memory.flatMap((item) =>
      item.kind === 'flag' && item.start ? [`flag:${item.id}`] : [],
    ),
  )
  for (const bool of asked) {
    if (bool.startsWith('given:') || bool.startsWith('number:')) continue
    if (bool.startsWith('flag:') && listOf(bool.slice('flag:'.length))) continue
    const isOn = startsOn.has(bool)
    const sites = changes.map((change) => switched(bool, change) ?? '')
    const key = sites.map((on, site) => (on === '' ? '' : `${site}${on}`)).join(' ')
    wordKeys.set(bool, `${isOn} ${key.trim()}`)
    if (isOn) circled.add(wordKeys.get(bool) ?? '')
  }
  const counters = scenario.memory.flatMap((item) =>
    item.kind === 'number' && asked.has(`number:${item.id}`) ? [item] : [],
  )
  const keys = [...new Set(wordKeys.values())]
  const given = wordsFrom(names, keys.length + counters.length, seed)
  const wordOf = (bool: string) => given[keys.indexOf(wordKeys.get(bool) ?? '')] ?? ''
  const counterName = (id: string) =>
    given[keys.length + counters.findIndex((one) => one.id === id)] ?? ''

  const blanks = blanksOf(places, scenario, asked)
  const blankOf = (id: string) => blanks.find((blank) => blank.id === id)?.number ?? 0

  const sheet: TrackingSheet = {
    tracks: [
      ...scenario.meters.flatMap((meter): Track[] => (meter.kind === 'gauge' ? [meter] : [])),
      ...counters.map(({ id, start }) => trackOf(id, counterName(id), start ?? 0, places)),
    ],
    checklists,
    words: keys
      .map((key, index) => ({ word: given[index] ?? '', circled: circled.has(key) }))
      .sort((one, other) => (one.word < other.word ? -1 : 1)),
    blanks,
  }

  function marks({ effects, passed }: Change, before: Known, to: string): Mark[] {
    const later = live.get(to) ?? new Set()
    const found: Mark[] = []
    let now = before
    for (const effect of effects) {
      found.push(...marksOf(effect, now, later))
      now = after(now, scenario, [effect])
    }
    for (const bool of later)
      if (seenIn(bool).some((name) => passed.includes(name)) && now.bools.get(bool) !== 2)
        found.push({ kind: 'word', word: wordOf(bool), on: true })
    const words = new Set<string>()
    return found.filter((mark) => {
      if (mark.kind !== 'word') return true
      const isNew = !words.has(mark.word)
      words.add(mark.word)
      return isNew
    })
  }

  function marksOf(effect: Effect, now: Known, later: ReadonlySet<string>): Mark[] {
    if ('remember' in effect) {
      const blank = blankOf(effect.remember)
      return blank ? [{ kind: 'blank', blank, text: effect.text }] : []
    }
    if ('add' in effect) {
      const isShown = scenario.meters.some(({ id }) => id === effect.add)
      if (!effect.by || !(isShown || later.has(`number:${effect.add}`))) return []
      return [{ kind: 'move', track: effect.add, by: effect.by }]
    }
    const { set, to } = effect
    if (typeof to === 'number')
      return sheet.tracks.some(({ id }) => id === set) ? [{ kind: 'put', track: set, at: to }] : []
    const list = listOf(set)
    if (list) return [{ kind: 'tick', meter: list.id, flag: set, on: to }]
    const can = now.bools.get(`flag:${set}`)
    if (!later.has(`flag:${set}`) || can === (to ? 2 : 1)) return []
    return [{ kind: 'word', word: wordOf(`flag:${set}`), on: to }]
  }

  function when(ask: Settled, numberOf: (place: string) => number): When | undefined {
    if (typeof ask === 'boolean') return undefined
    if ('from' in ask)
      return { kind: 'from', numbers: ask.from.map(numberOf).sort((a, b) => a - b) }
    if ('all' in ask || 'any' in ask) {
      const isAll = 'all' in ask
      const parts = (isAll ? ask.all : ask.any).flatMap((part) => when(part, numberOf) ?? [])
      return { kind: isAll ? 'all' : 'any', parts }
    }
    if ('range' in ask) {
      const { range: track, ...span } = ask
      return { kind: 'track', track, ...span }
    }
    if ('count' in ask) {
      const { count: meter, ...span } = ask
      return { kind: 'count', meter, ...span }
    }
    const { bool, yes } = ask
    const [kind = '', name = ''] = bool.split(':')
    if (kind === 'given') return { kind: 'blank', blank: blankOf(name), yes }
    const list = kind === 'flag' ? listOf(name) : undefined
    return list
      ? { kind: 'tick', meter: list.id, flag: name, yes }
      : { kind: 'word', word: wordOf(bool), yes }
  }

  return { sheet, marks, when }
}

/** What each place asks the sheet about; `number:x` for a number of the story. */
function readAt(places: Places, setting: Setting): Map<string, Set<string>> {
  return new Map(
    [...places.places].map(([key, place]) => {
      const questions = settledAt(place, places, setting).flatMap(questionsIn)
      return [
        key,
        new Set(
          questions.flatMap((one) =>
            'bool' in one ? [one.bool] : 'range' in one ? [`number:${one.range}`] : [],
          ),
        ),
      ]
    }),
  )
}

/** What may still be asked from a place on. */
function liveAt(
  places: Places,
  read: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Set<string>> {
  const live = new Map([...read].map(([key, names]) => [key, new Set(names)]))
  const order = [...places.places.keys()].reverse()
  for (let isDone = false; !isDone;) {
    isDone = true
    for (const key of order) {
      const here = live.get(key) ?? new Set()
      const before = here.size
      for (const { to } of places.ways.get(key) ?? [])
        for (const name of live.get(to) ?? []) here.add(name)
      if (here.size > before) isDone = false
    }
  }
  return live
}

/** Every change that can happen, those the reader decides (an item picked, an order found) included. */
function changesIn({ places, ways }: Places): Change[] {
  const found = [...ways.values()].flatMap((all) => all.map(({ change }) => change))
  for (const { step, kind } of places.values()) {
    if (kind !== 'answer') continue
    if (step.kind === 'pick')
      for (const { effects } of step.options) found.push({ effects: effects ?? [], passed: [] })
    if (step.kind === 'order')
      found.push({ effects: step.effects ?? [], passed: [`${step.id}/right`] })
  }
  return found
}

/** Whether a change makes a question true or false; undefined when it leaves it as it was. */
function switched(bool: string, { effects, passed }: Change): boolean | undefined {
  if (seenIn(bool).some((name) => passed.includes(name))) return true
  const set = effects.findLast((effect) => 'set' in effect && `flag:${effect.set}` === bool)
  return set && 'set' in set && typeof set.to === 'boolean' ? set.to : undefined
}

function wordsFrom(names: readonly string[], count: number, seed: number): string[] {
  const order = shuffled(names, seed, 'words')
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / order.length)
    return `${order[index % order.length] ?? ''}${round ? ` ${round + 1}` : ''}`
  })
}

/** A counter from the least to the most the story can make of it. */
function trackOf(id: string, label: string, start: number, { known }: Places): Track {
  const all = [...known.values()].flatMap(({ ranges }) => ranges.get(id) ?? [])
  const min = Math.min(...all)
  const max = Math.max(...all)
  const fits = max - min <= LONGEST_TRACK
  return { id, label, min: fits ? min : -Infinity, max: fits ? max : Infinity, start, levels: [] }
}

/** The lines of the sheet: texts that are written, asked about, or said again later. */
function blanksOf({ places }: Places, { memory }: Scenario, asked: ReadonlySet<string>): Blank[] {
  const steps = [...new Set([...places.values()].map(({ step }) => step))]
  const written = new Set(steps.flatMap((step) => (step.kind === 'write' ? [step.into] : [])))
  const quoted = new Set(
    steps
      .flatMap(textsIn)
      .flatMap(tokens)
      .flatMap((token) => (token.kind === 'memory' ? [token.id] : [])),
  )
  const texts = steps.flatMap((step) =>
    step.kind === 'decision'
      ? step.choices.flatMap(({ effects }) => effects ?? [])
      : step.kind === 'pick'
        ? step.options.flatMap(({ effects }) => effects ?? [])
        : 'effects' in step
          ? (step.effects ?? [])
          : [],
  )
  return memory
    .flatMap((item) => (item.kind === 'text' ? [item] : []))
    .filter(({ id }) => written.has(id) || quoted.has(id) || asked.has(`given:${id}`))
    .map(({ id, label }, index) => ({
      number: index + 1,
      id,
      label,
      texts: written.has(id)
        ? []
        : [
            ...new Set(
              texts.flatMap((effect) =>
                'remember' in effect && effect.remember === id ? [effect.text] : [],
              ),
            ),
          ],
    }))
}

/** Every text of a step, wherever it stands. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
