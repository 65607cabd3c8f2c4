import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moduleOf, shippedModules } from '../../tests/modules'
import { dayOf } from './day'
import { atMoment, momentIn, nextWeekday, timeInWords, weekdayOf } from './moment'

describe('the moment of a sentence', () => {
  it.each([
    ['Mercredi, 15 h, je suis au calme chez moi,', { weekday: 3, time: '15:00' }],
    ['mercredi, 9 h 30, devant le premier nom', { weekday: 3, time: '09:30' }],
    ['c’est la veille, à 20 h, chez moi', { time: '20:00' }],
    ['dimanche soir, j’ai dix minutes', { weekday: 0, time: '18:00' }],
    ['samedi 14h05', { weekday: 6, time: '14:05' }],
    ['on me dit non', {}],
    ['je lis 25 h de cours et 3 heures de lundis', {}],
    ['', {}],
  ])('« %s »', (text, moment) => {
    expect(momentIn(text)).toEqual(moment)
  })

  it('can be another one: the sentence then says it', () => {
    const moment = { weekday: 5, time: '17:30' }
    expect(atMoment('Mercredi, 15 h, je suis chez moi', moment)).toBe(
      'Vendredi, 17 h 30, je suis chez moi',
    )
    expect(atMoment('mardi, je passe devant', moment)).toBe('vendredi, je passe devant')
    expect(atMoment('on me dit non', moment)).toBe('on me dit non')
    expect(atMoment('dimanche soir, ici', { weekday: 0, time: '18:00' })).toBe('dimanche soir, ici')
  })

  it('is found again once changed, in every template of every module', () => {
    const sentences = shippedModules.flatMap((slug) =>
      moduleOf(slug).after.plans.map((plan) => plan.if),
    )
    const minute = fc.constantFrom('00', '05', '30', '45')
    const moment = fc.record({
      weekday: fc.integer({ min: 0, max: 6 }),
      time: fc
        .tuple(fc.integer({ min: 0, max: 23 }), minute)
        .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${minutes}`),
    })
    fc.assert(
      fc.property(fc.constantFrom(...sentences), moment, (sentence, wished) => {
        const before = momentIn(sentence)
        const after = momentIn(atMoment(sentence, wished))
        if (before.weekday !== undefined) expect(after.weekday).toBe(wished.weekday)
        if (before.time !== undefined) expect(after.time).toBe(wished.time)
        expect(Object.keys(after)).toEqual(Object.keys(before))
      }),
    )
  })
})

it('writes a time as French people do', () => {
  expect(timeInWords('15:00')).toBe('15 h')
  expect(timeInWords('09:05')).toBe('9 h 05')
})

it('finds the next such weekday, never today', () => {
  expect(weekdayOf('2026-11-23')).toBe(1)
  expect(nextWeekday(1, '2026-11-23')).toBe('2026-11-30')
  expect(nextWeekday(3, '2026-11-23')).toBe('2026-11-25')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 40_000 }),
      (weekday, n) => {
        const found = nextWeekday(weekday, dayOf(n))
        expect(weekdayOf(found)).toBe(weekday)
        expect(found > dayOf(n) && found <= dayOf(n + 7)).toBe(true)
      },
    ),
  )
})
