import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayAt, dayNumber, dayOf, type Day } from './day'
import { cardState, GAPS, sameDay, schedule, type CardAnswer } from './review'

const CARD = 'allo-le-cfa/c_ouverture'
const MET = '2026-11-23'
const HOUR = 3_600_000
const clocks = new Map<string, Intl.DateTimeFormat>()

const given = (on: Day, known = true): CardAnswer => ({ card: CARD, on, known })

const day = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays(MET, days))
const answer = fc.record({ on: day, known: fc.boolean() }).map(({ on, known }) => given(on, known))
const answers = fc.array(answer, { maxLength: 12 })

/** Answers the card each time it is due, day after day, as the calendar shows it. */
function lived(metOn: Day, days: readonly Day[], known: (day: Day) => boolean): CardAnswer[] {
  const kept: CardAnswer[] = []
  for (const today of days) {
    const { due } = cardState(metOn, kept, today)
    if (due === undefined || due > today) continue
    if (!kept.some(({ on }) => on === today)) kept.push(given(today, known(today)))
  }
  return kept
}

describe('the ladder of a card', () => {
  it('goes up by 1, 3, 7 and 21 days when it is known each time', () => {
    const days = Array.from({ length: 60 }, (_, index) => addDays(MET, index))
    const seen = lived(MET, days, () => true).map(({ on }) => dayNumber(on) - dayNumber(MET))
    expect(seen).toEqual([1, 4, 11, 32])
    expect(
      cardState(
        MET,
        lived(MET, days, () => true),
        addDays(MET, 60),
      ),
    ).toEqual({
      passed: GAPS.length,
      due: undefined,
    })
  })

  it('starts again at one day after a miss', () => {
    const missed = [given('2026-11-24'), given('2026-11-27', false)]
    expect(cardState(MET, missed, '2026-11-27')).toEqual({ passed: 0, due: '2026-11-28' })
  })

  it('gives a late learner the whole gap from the day of the answer', () => {
    expect(cardState(MET, [given('2026-12-24')], '2026-12-24').due).toBe('2026-12-27')
  })

  it('does not go up for an answer given before its day', () => {
    const early = [given('2026-11-24'), given('2026-11-25')]
    expect(cardState(MET, early, '2026-11-25')).toEqual({ passed: 1, due: '2026-11-27' })
  })

  it('never makes a card wait more than the last gap and a day of travel', () => {
    fc.assert(
      fc.property(day, answers, day, (metOn, kept, today) => {
        const { due } = cardState(metOn, kept, today)
        const wait = due === undefined ? 0 : dayNumber(due) - dayNumber(today)
        expect(wait).toBeLessThanOrEqual(22)
      }),
      { numRuns: 2000 },
    )
  })

  it('does not depend on the order in which the answers were kept', () => {
    fc.assert(
      fc.property(day, answers, day, (metOn, kept, today) => {
        const one = new Map(kept.map((each) => [each.on, each]))
        const sorted = [...one.values()]
        expect(cardState(metOn, sorted.toReversed(), today)).toEqual(
          cardState(metOn, sorted, today),
        )
      }),
    )
  })

  it('is not asked again on the day it was answered', () => {
    fc.assert(
      fc.property(answers, day, fc.boolean(), (kept, today, known) => {
        const before = kept.filter(({ on }) => on !== today)
        const metOn = addDays(MET, -4001)
        const { due } = cardState(metOn, before, today)
        fc.pre(due !== undefined && due <= today)
        const after = cardState(
          metOn,
          [...before.filter(({ on }) => on < today), given(today, known)],
          today,
        )
        expect(after.due === undefined || after.due > today).toBe(true)
      }),
    )
  })
})

describe('a clock that was wrong', () => {
  const anyJump = fc.oneof(fc.integer({ min: -4000, max: -30 }), fc.integer({ min: 30, max: 4000 }))

  it('changes nothing once it is right again', () => {
    fc.assert(
      fc.property(anyJump, fc.array(fc.boolean(), { maxLength: 20 }), (jump, wrong) => {
        const right = lived(MET, range(0, 12), () => true)
        const offBy = wrong.map((known, index) => given(addDays(MET, jump + index), known))
        fc.pre(offBy.every(({ on }) => on < addDays(MET, -1) || on > addDays(MET, 14)))
        const today = addDays(MET, 12)
        expect(cardState(MET, [...right, ...offBy], today)).toEqual(cardState(MET, right, today))
      }),
    )
  })

  it('ten years ahead while it played does not lose the cards: they are due at once', () => {
    expect(cardState('2036-11-23', [], MET)).toEqual({ passed: 0, due: MET })
  })

  it('ten years ahead while it played still lets the ladder be climbed', () => {
    const seen = lived('2036-11-23', range(0, 60), () => true)
    expect(seen.map(({ on }) => dayNumber(on) - dayNumber(MET))).toEqual([0, 3, 10, 31])
  })

  it('moved back while revising asks again, and forgets nothing', () => {
    const kept = [given('2026-11-24'), given('2026-11-27')]
    expect(cardState(MET, kept, '2020-01-01').due).toBe('2020-01-01')
    expect(cardState(MET, kept, '2026-11-27').passed).toBe(2)
  })
})

describe('a learner who travels', () => {
  const ZONES = [
    'Pacific/Kiritimati',
    'Asia/Tokyo',
    'Europe/Paris',
    'America/Cayenne',
    'Pacific/Pago_Pago',
  ]
  const start = Date.UTC(2026, 9, 20)

  it('sees a card at most a day early or late by the calendar, whatever the zones and summer times', () => {
    const hops = fc.array(
      fc.record({ hours: fc.integer({ min: 1, max: 40 }), zone: fc.constantFrom(...ZONES) }),
      { minLength: 30, maxLength: 60 },
    )
    fc.assert(
      fc.property(hops, (stages) => {
        let at = start
        let kept: CardAnswer[] = []
        const metOn = dayAt(at, offsetIn('Europe/Paris', at))
        let last = { at, day: metOn }
        for (const { hours, zone } of stages) {
          at += hours * HOUR
          const today = dayAt(at, offsetIn(zone, at))
          const before = cardState(metOn, kept, today)
          if (before.due === undefined || before.due > today) continue
          if (kept.some(({ on }) => on === today)) continue
          const gap = GAPS[before.passed] ?? 0
          const waited = (at - last.at) / (24 * HOUR)
          expect(waited).toBeGreaterThan(gap - 2.1)
          kept = [...kept, given(today)]
          last = { at, day: today }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('finds the same day as the wall calendar of the zone, on both sides of a change of time', () => {
    for (const zone of ZONES)
      for (let at = start; at < start + 14 * 24 * HOUR; at += HOUR / 2)
        expect(dayAt(at, offsetIn(zone, at))).toBe(wallDay(zone, at))
  })
})

describe('the schedule of all cards', () => {
  const cards = ['a', 'b', 'c'].map((id) => ({ id, metOn: MET }))

  it('shows the longest awaited first, then says when the next one comes', () => {
    const kept = [
      { card: 'b', on: '2026-11-24', known: true },
      { card: 'c', on: '2026-11-25', known: true },
    ]
    const { due, next } = schedule(cards, kept, '2026-11-27')
    expect(due.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(next).toBe('2026-11-28')
  })

  it('counts the cards that passed every gap', () => {
    const kept = lived(MET, range(0, 60), () => true).map((one) => ({ ...one, card: 'a' }))
    expect(schedule(cards, kept, '2026-11-24').learnt).toBe(0)
    expect(schedule(cards, kept, '2027-02-01')).toMatchObject({ learnt: 1, next: undefined })
  })
})

describe('two devices', () => {
  it('agree on a day, whichever is merged into the other', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (a, b, c) => {
        const [x, y, z] = [given(MET, a), given(MET, b), given(MET, c)] as const
        expect(sameDay(x, y)).toEqual(sameDay(y, x))
        expect(sameDay(sameDay(x, y), z)).toEqual(sameDay(x, sameDay(y, z)))
        expect(sameDay(x, x)).toEqual(x)
      }),
    )
  })
})

function range(from: number, to: number): Day[] {
  return Array.from({ length: to - from + 1 }, (_, index) => dayOf(dayNumber(MET) + from + index))
}

/** The wall clocks of the platform's time-zone data, made once: making one is slow. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const [date, time] = ['2-digit', '2-digit'] as const
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: date,
    day: date,
    hour: time,
    minute: time,
    second: time,
  })
  clocks.set(zone, clock)
  return clock
}

function wallClock(zone: string, at: number): Record<string, string> {
  return Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
}

/** Minutes between a zone's wall clock and UTC at a moment. */
function offsetIn(zone: string, at: number): number {
  const { hour, minute, second } = wallClock(zone, at)
  return (Date.parse(`${wallDay(zone, at)}T${hour}:${minute}:${second}Z`) - at) / 60_000
}

function wallDay(zone: string, at: number): Day {
  const { year, month, day: date } = wallClock(zone, at)
  return `${year}-${month}-${date}`
}
