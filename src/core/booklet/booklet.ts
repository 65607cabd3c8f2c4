import type { Game, Setup } from '../compile'
import type { Setting } from './ask'
import { keepOf } from './keep'
import { numbered } from './number'
import type { Booklet, PaperNote, Part } from './paper'
import { placesOf, type Places } from './places'
import { writePlace } from './write-place'

/** Letters after which places that follow one another stay apart: a paragraph must hold on a page. */
const LONG = 1800

/**
 * Makes a module into a gamebook for paper. What the machine keeps in memory becomes either a paragraph of its
 * own, the number one comes from, or a mark on the tracking sheet; only what a later condition asks is kept.
 * @param setup level, variant, and the seed that shuffles numbers, choices and words
 * @param names words for the sheet, such as « OURS »
 */
export function bookletOf(game: Game, setup: Setup, names: readonly string[]): Booklet {
  const { scenario } = game
  const { seed } = setup
  const setting: Setting = { scenario, level: setup.level, variant: setup.variant }
  const level = scenario.levels.find(({ id }) => id === setup.level)
  const variant = scenario.variants.find(({ id }) => id === setup.variant)
  if (!level || !variant) throw new Error(`${scenario.id} has no such level and variant.`)

  const places = placesOf(game, setup)
  const keep = keepOf(places, setting, { names, seed })
  const chains = chainsOf(places)
  const headOf = new Map(chains.flatMap((chain) => chain.map((key) => [key, chain[0] ?? key])))
  const nodes = chains.map((chain) => ({
    key: chain[0] ?? '',
    to: (places.ways.get(chain.at(-1) ?? '') ?? []).map(({ to }) => headOf.get(to) ?? to),
  }))
  const order = numbered(places.first, nodes, seed)
  const numbers = new Map(order.map((key, index) => [key, index + 1]))
  const numberOf = (place: string) => numbers.get(headOf.get(place) ?? '') ?? 0
  const writer = { places, keep, setting, seed, numberOf }

  const notes: Booklet['notes'] = []
  const paragraphs = order.map((key, index) => {
    const number = index + 1
    const chain = chains.find(([head]) => head === key) ?? []
    const written = chain.flatMap((one) => {
      const place = places.places.get(one)
      return place ? [{ place, ...writePlace(writer, place) }] : []
    })
    const parts = written.flatMap(({ parts: all, note }, at) => {
      if (note && level.notes === 'end') notes.push({ number, note })
      const whole = note && level.notes === 'now' ? withNote(all, note) : all
      return at < written.length - 1 ? throughLink(whole) : whole
    })
    return { number, steps: written.map(({ place }) => place.step.id), parts }
  })
  return { level, variant, seed, paragraphs, sheet: keep.sheet, notes }
}

/** Places that always follow one another make one paragraph, as long as it stays short. */
function chainsOf(places: Places): string[][] {
  const { first, places: all, ways, into } = places
  const nextIn = (key: string): string | undefined => {
    const [way, ...others] = ways.get(key) ?? []
    if (!way || others.length || way.by !== 'next' || way.to === first) return undefined
    return into.get(way.to)?.length === 1 ? way.to : undefined
  }
  const followers = new Set([...all.keys()].flatMap((key) => nextIn(key) ?? []))
  const chains: string[][] = []
  const begin = [...all.keys()].filter((key) => !followers.has(key))
  for (const head of begin) {
    let chain = [head]
    let letters = lettersOf(places, head)
    for (let next = nextIn(head); next !== undefined; next = nextIn(next)) {
      const more = lettersOf(places, next)
      if (letters + more > LONG) {
        chains.push(chain)
        chain = []
        letters = 0
      }
      chain.push(next)
      letters += more
    }
    chains.push(chain)
  }
  return chains
}

/** About how long a place is once written. */
function lettersOf({ places }: Places, key: string): number {
  const place = places.get(key)
  if (!place) return 0
  const { step, kind, answer } = place
  if (kind === 'answer' && step.kind === 'decision') {
    const choice = step.choices.find(({ id }) => id === answer)
    return JSON.stringify([choice?.text, choice?.reaction, choice?.why, choice?.next]).length
  }
  if (kind === 'scene' && step.kind === 'decision')
    return JSON.stringify([step.lines, step.choices.map(({ text }) => text)]).length
  return JSON.stringify(step).length
}

function withNote(parts: readonly Part[], note: PaperNote): Part[] {
  return [...parts.slice(0, -1), { kind: 'note', note }, ...parts.slice(-1)]
}

/** The marks of a link inside a paragraph stay; the sentence that leads on is not needed. */
function throughLink(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'go') return [part]
    const { marks } = part.turn
    return marks.length ? [{ kind: 'marks', marks }] : []
  })
}
