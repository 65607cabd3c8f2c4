import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { moduleOf, shippedModules } from '../../tests/modules'
import { Plan } from './plan'
import { BLANK, draftOf, planOf, withMoment, withWords } from './plan-draft'

const MONDAY = '2026-11-23'
const words = (cue: string, then = 'j’appelle') => ({ if: cue, then })
const kept = {
  id: '0'.repeat(32),
  scenario: 'small',
  sequence: 0,
  createdAt: 1,
  changedAt: 1,
}

describe('a plan being made', () => {
  it('takes its moment from its words', () => {
    const draft = withWords(BLANK, words('Mercredi, 15 h, chez moi'), MONDAY)
    expect(draft).toMatchObject({ day: '2026-11-25', time: '15:00' })
  })

  it('keeps the day chosen when the words name that day of the week, or none', () => {
    const later = { ...BLANK, day: '2026-12-02' }
    expect(withWords(later, words('mercredi matin'), MONDAY).day).toBe('2026-12-02')
    expect(withWords(later, words('on me dit non'), MONDAY).day).toBe('2026-12-02')
  })

  it('says the moment chosen when its words named another', () => {
    const draft = withWords(BLANK, words('Mercredi, 15 h, chez moi'), MONDAY)
    expect(withMoment(draft, '2026-11-27', '09:30')).toMatchObject({
      if: 'Vendredi, 9 h 30, chez moi',
      day: '2026-11-27',
      time: '09:30',
    })
  })

  it('can have no day', () => {
    const draft = withMoment({ ...BLANK, day: MONDAY }, undefined, '10:00')
    expect(draft.day).toBeUndefined()
    expect(planOf({ ...draft, ...words('on me dit non') }, 'Europe/Paris')).not.toHaveProperty('on')
  })

  it('is no plan while a half is empty', () => {
    expect(planOf(BLANK, 'Europe/Paris')).toBeUndefined()
    expect(planOf({ ...BLANK, ...words(' Si ') }, 'Europe/Paris')).toBeUndefined()
    const halfway = { ...BLANK, ...words('lundi'), obstacle: words('', '') }
    expect(planOf(halfway, 'Europe/Paris')).toBeUndefined()
  })

  it('is tidied when it is kept', () => {
    const draft = { ...BLANK, ...words('Si je tombe sur un répondeur,', 'Alors je rappelle.') }
    expect(planOf(draft, 'Europe/Paris')).toEqual({
      if: 'je tombe sur un répondeur',
      then: 'je rappelle',
    })
  })

  it('can be stored and changed again, from any template of any module', () => {
    const templates = shippedModules.flatMap((slug) => moduleOf(slug).after.plans)
    const time = fc.constantFrom('08:05', '10:00', '17:30')
    const alarm = fc.constantFrom(15, 60, 1440, undefined)
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.option(fc.constantFrom('2026-11-24', '2027-02-28'), { nil: undefined }),
        time,
        alarm,
        (template, day, at, before) => {
          const picked = withMoment(withWords(BLANK, template, MONDAY), day, at)
          const draft = { ...picked, alarm: before, obstacle: template }
          const made = planOf(draft, 'Europe/Paris')
          const plan = v.parse(Plan, { ...kept, ...made })
          expect(planOf(draftOf(plan), 'Europe/Paris')).toEqual(made)
        },
      ),
    )
  })
})
