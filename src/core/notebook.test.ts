import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, dayOf } from './day'
import {
  afterAttempt,
  CONTACT_STATES,
  followUp,
  nextStep,
  openFollowUp,
  OUTCOMES,
  planned,
  type Attempt,
  type Contact,
} from './notebook'

const MONDAY = '2026-11-23'
const CARD: Contact = {
  id: 'c1',
  kind: 'firm',
  name: 'Boulangerie Martin',
  state: 'todo',
  createdAt: 1,
  changedAt: 1,
}
const tried = (outcome: Attempt['outcome'], on = MONDAY): Attempt => ({
  id: 'a1',
  about: 'contact/c1',
  on,
  at: 2,
  outcome,
})
const day = fc.integer({ min: 10_000, max: 40_000 }).map(dayOf)
const isWeekend = (one: string) => [2, 3].includes(dayNumber(one) % 7)

describe('what to do after a call', () => {
  it('is always something, whatever came of it', () => {
    for (const outcome of OUTCOMES) expect(nextStep(outcome, MONDAY).name).toBeTruthy()
  })

  it('is to follow up one to two weeks after someone was reached', () => {
    expect(nextStep('reached', MONDAY)).toEqual({
      name: 'followUp',
      on: '2026-11-30',
      between: ['2026-11-30', '2026-12-07'],
    })
  })

  it('is to call again the next working day when nobody answered, then to try another way', () => {
    expect(nextStep('noAnswer', '2026-11-27', 1)).toEqual({ name: 'callAgain', on: '2026-11-30' })
    expect(nextStep('noAnswer', MONDAY, 3)).toMatchObject({ name: 'otherWay' })
  })

  it('is to call back two days after a message', () => {
    expect(nextStep('message', MONDAY)).toEqual({ name: 'callBack', on: '2026-11-25' })
  })

  it('is to prepare after an appointment, and someone else after a refusal', () => {
    expect(nextStep('meeting', MONDAY)).toEqual({ name: 'prepare' })
    expect(nextStep('refusal', MONDAY)).toEqual({ name: 'another' })
  })

  it('never falls on a weekend, and a follow-up stays between 7 and 14 days', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...OUTCOMES),
        fc.integer({ min: 1, max: 5 }),
        (on, outcome, tries) => {
          const step = nextStep(outcome, on, tries)
          if (step.on === undefined) return
          expect(isWeekend(step.on)).toBe(false)
          expect(step.on > on).toBe(true)
          if (!step.between) return
          expect(step.on >= addDays(on, 7) && step.on <= addDays(on, 14)).toBe(true)
          expect(step.between).toEqual([addDays(on, 7), addDays(on, 14)])
        },
      ),
    )
  })
})

describe('a card after something was tried', () => {
  it('has been contacted once someone was reached, or a message left', () => {
    for (const outcome of ['reached', 'message'] as const)
      expect(afterAttempt(CARD, tried(outcome))).toMatchObject({
        state: 'contacted',
        contactedOn: MONDAY,
        changedAt: 2,
      })
  })

  it('is still to be contacted when nobody answered', () => {
    const after = afterAttempt(CARD, tried('noAnswer'))
    expect(after.state).toBe('todo')
    expect(after.contactedOn).toBeUndefined()
  })

  it('keeps the day of the first contact', () => {
    const once = afterAttempt(CARD, tried('message'))
    expect(afterAttempt(once, tried('reached', '2026-12-01')).contactedOn).toBe(MONDAY)
  })

  it('has its answer after a refusal', () => {
    expect(afterAttempt(CARD, tried('refusal'))).toMatchObject({ state: 'answer', reply: 'no' })
  })

  it('never goes back on its road', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CONTACT_STATES),
        fc.array(fc.constantFrom(...OUTCOMES), { maxLength: 8 }),
        (state, outcomes) => {
          let card: Contact = { ...CARD, state }
          for (const outcome of outcomes) {
            const after = afterAttempt(card, tried(outcome))
            expect(CONTACT_STATES.indexOf(after.state)).toBeGreaterThanOrEqual(
              CONTACT_STATES.indexOf(card.state),
            )
            card = after
          }
        },
      ),
    )
  })
})

describe('a follow-up', () => {
  const contacted: Contact = { ...CARD, state: 'contacted', contactedOn: MONDAY }

  it('is proposed while a contact has none', () => {
    expect(openFollowUp(contacted)).toEqual({ name: 'followUp', ...followUp(MONDAY) })
    expect(openFollowUp(CARD)).toBeUndefined()
    expect(openFollowUp({ ...contacted, nextOn: MONDAY })).toBeUndefined()
    expect(openFollowUp({ ...contacted, state: 'interview' })).toBeUndefined()
  })

  it('once planned, is what the card waits for', () => {
    expect(planned(contacted, 'Relancer', '2026-11-30', 5)).toMatchObject({
      state: 'followUp',
      next: 'Relancer',
      nextOn: '2026-11-30',
      changedAt: 5,
    })
  })

  it('planned for a card further on leaves it where it is', () => {
    expect(planned({ ...CARD, state: 'interview' }, 'Y aller', MONDAY, 5).state).toBe('interview')
  })
})
