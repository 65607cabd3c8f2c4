import { tagsAt, type TradesFile } from './trades-file'

/** The six types of J. L. Holland, used by ROME 4.0: what one likes to do at work. */
export const RIASEC = ['R', 'I', 'A', 'S', 'E', 'C'] as const
export type Riasec = (typeof RIASEC)[number]

/** How many interest centres ROME 4.0 has; they are numbered from 1. */
export const INTERESTS = 30

/** How many trades may be explored at once: enough to compare, few enough to choose. */
export const MOST_KEPT = 3

/** What someone answered: a word for each interest seen, and the ways of working they chose. */
export interface Answers {
  interests: Readonly<Partial<Record<number, 'yes' | 'maybe' | 'no'>>>
  riasec: readonly Riasec[]
}

/** A trade worth a look, and the answers that brought it up. */
export interface Candidate {
  rome: string
  label: string
  interests: number[]
  riasec: Riasec[]
}

/** What an answer adds for a trade of which it is the main interest, and for one where it comes second. */
const WORTH = { yes: [3, 1.5], maybe: [1, 0.5], no: [-1.5, -0.75] } as const
const MAIN_WAY = 2
const SECOND_WAY = 1

/** General trades come a little before their specialities, and posts of executive a little after: none is left out. */
const HEAD = 1
const EXECUTIVE = -2

/** So that a family of trades does not fill the list: how many of each in one batch of twelve. */
export const BATCH = 12
const PER_DOMAIN = 3
const PER_FAMILY = 6

/**
 * All the trades that share at least one interest with the answers, the nearest first, in varied batches of twelve.
 * The weights are ours: ROME says which interests and types a trade has, not how much they matter. An interest shared
 * by few trades says more than one shared by many (inverse document frequency, K. Spärck Jones, 1972).
 */
export function candidatesFor(file: TradesFile, answers: Answers): Candidate[] {
  const romes = file.codes.split('\n')
  const labels = file.labels.split('\n')
  const centres = file.interests.split('\n')
  const heads = new Set(file.heads)
  const telling = tellingPower(centres)
  const scored = romes.flatMap((rome, row) => {
    const found = scoreOf(
      centres[row] ?? '',
      file.riasec.slice(row * 2, row * 2 + 2),
      answers,
      telling,
    )
    if (!found.interests.length) return []
    const score =
      found.score + (heads.has(row) ? HEAD : 0) + (tagsAt(file, row).executive ? EXECUTIVE : 0)
    const { interests, riasec } = found
    return [{ score, candidate: { rome, label: labels[row] ?? '', interests, riasec } }]
  })
  scored.sort((a, b) => b.score - a.score || (a.candidate.rome < b.candidate.rome ? -1 : 1))
  return varied(scored.map(({ candidate }) => candidate))
}

/** For each interest, the natural logarithm of how rare it is among the trades, halved: about 1 for a usual one. */
function tellingPower(centres: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sign of centres.join('')) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return new Map([...counts].map(([sign, count]) => [sign, Math.log(centres.length / count) / 2]))
}

function scoreOf(
  centres: string,
  ways: string,
  { interests, riasec }: Answers,
  telling: ReadonlyMap<string, number>,
) {
  const liked: number[] = []
  let score = 0
  for (const [rank, sign] of [...centres].entries()) {
    const centre = sign.charCodeAt(0) - 64
    const answer = interests[centre]
    if (answer) score += WORTH[answer][rank === 0 ? 0 : 1] * (telling.get(sign) ?? 1)
    if (answer === 'yes') liked.push(centre)
  }
  const shared = riasec.filter((way) => ways.includes(way))
  for (const way of shared) score += way === ways[0] ? MAIN_WAY : SECOND_WAY
  return { score, interests: liked, riasec: shared }
}

/** Deals the candidates in batches; those that would crowd a batch wait for the next. */
function varied(candidates: readonly Candidate[]): Candidate[] {
  const dealt: Candidate[] = []
  let waiting = [...candidates]
  while (waiting.length) {
    const counts = new Map<string, number>()
    const left: Candidate[] = []
    let room = BATCH
    for (const candidate of waiting) {
      const domain = candidate.rome.slice(0, 3)
      const family = candidate.rome.slice(0, 1)
      const isCrowded =
        (counts.get(domain) ?? 0) >= PER_DOMAIN || (counts.get(family) ?? 0) >= PER_FAMILY
      if (!room || isCrowded) {
        left.push(candidate)
        continue
      }
      room -= 1
      counts.set(domain, (counts.get(domain) ?? 0) + 1)
      counts.set(family, (counts.get(family) ?? 0) + 1)
      dealt.push(candidate)
    }
    waiting = left
  }
  return dealt
}
