import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openMoves } from '../core/play'
import { db } from '../data/db'
import { showBadge } from './badge'
import { useCurrentRun } from './current-run'
import { useReview } from './review'

const MODULE = 'je-ne-sais-pas-encore'
const NOON = Date.UTC(2026, 10, 23, 11)
const DAY = 86_400_000

beforeEach(async () => {
  localStorage.clear()
  setActivePinia(createPinia())
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  await Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear()))
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Plays the module to an ending, then comes back so many days later. */
async function finishedAnd(days: number) {
  const current = useCurrentRun()
  await current.open({ module: MODULE, level: 'any' })
  while (current.step?.kind !== 'ending') {
    const { game, snapshot } = current
    const next = game && snapshot && openMoves(game, snapshot)[0]
    await current.choose(next?.pick ?? '')
  }
  await current.close()
  return later(days)
}

async function later(days: number) {
  vi.setSystemTime(NOON + days * DAY)
  setActivePinia(createPinia())
  const review = useReview()
  await review.load()
  return review
}

describe('the review', () => {
  it('has nothing before a scene was finished', async () => {
    const review = await later(0)
    expect(review.isReady).toBe(true)
    expect(review.cards).toEqual([])
  })

  it('has the cards of a finished scene the next day, in the words of the learner', async () => {
    const review = await finishedAnd(0)
    expect(review.plan.due).toEqual([])
    expect(review.plan.next).toBe('2026-11-24')
    const { plan, modules, cards } = await later(1)
    expect(plan.due).toHaveLength(cards.length)
    expect(modules).toMatchObject([{ id: MODULE, cards: cards.length, learnt: 0 }])
    expect(cards.map(({ front, back }) => front + back).join(' ')).not.toMatch(/[{}]/)
  })

  it('brings a missed card back in the sitting, and the next day', async () => {
    const review = await finishedAnd(1)
    review.begin()
    const [missed, ...known] = review.plan.due
    await review.rate(false)
    expect(review.sitting?.queue[2]).toBe(missed?.id)
    while (review.card) await review.rate(true)
    expect(review.sitting?.done).toBe(known.length + 1)
    const next = await later(2)
    expect(next.plan.due.map(({ id }) => id)).toEqual([missed?.id])
  })

  it('keeps the day a sitting began when it goes past midnight', async () => {
    const review = await finishedAnd(1)
    review.begin()
    vi.setSystemTime(NOON + 2 * DAY)
    await review.rate(true)
    expect(await db.cardAnswers.toArray()).toMatchObject([{ on: '2026-11-24', known: true }])
  })

  it('takes one answer of two quick taps', async () => {
    const review = await finishedAnd(1)
    review.begin()
    await Promise.all([review.rate(true), review.rate(true)])
    expect(review.sitting?.done).toBe(1)
  })

  it('goes on when the device keeps nothing any more, and says so', async () => {
    const review = await finishedAnd(1)
    review.begin()
    vi.spyOn(db.cardAnswers, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await review.rate(true)
    expect(review.trouble).toBe('full')
    expect(review.sitting?.done).toBe(1)
  })
})

describe('the badge of the app', () => {
  const badge = () => ({
    setAppBadge: vi.fn(() => Promise.resolve()),
    clearAppBadge: vi.fn(() => Promise.resolve()),
  })

  it('says how many cards are due', async () => {
    const { plan } = await finishedAnd(1)
    const shown = badge()
    await showBadge(shown)
    expect(shown.setAppBadge).toHaveBeenCalledExactlyOnceWith(plan.due.length)
  })

  it('is not there when nothing is due, nor where the platform has none', async () => {
    await finishedAnd(0)
    const shown = badge()
    await showBadge(shown)
    expect(shown.clearAppBadge).toHaveBeenCalledOnce()
    await expect(showBadge({})).resolves.toBeUndefined()
  })

  it('refused by the platform stops nothing', async () => {
    const refusing = { ...badge(), clearAppBadge: () => Promise.reject(new Error('no')) }
    await expect(showBadge(refusing)).resolves.toBeUndefined()
  })
})
