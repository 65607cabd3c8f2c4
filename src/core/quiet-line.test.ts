import { describe, expect, it } from 'vitest'
import type { Plan } from './plan'
import { quietLine } from './quiet-line'
import type { Rating } from './rating'
import type { Run } from './run'

const DAY = 86_400_000
const TODAY = '2026-11-25'
const NOW = Date.UTC(2026, 10, 25, 9)
const modules = ['call', 'talk']

const run = (id: string, scenario: string, endedAt?: number): Run => ({
  id,
  scenario,
  version: '1.0.0',
  text: '',
  level: 'n1',
  variant: 'v',
  seed: 1,
  startedAt: 1,
  ...(endedAt === undefined ? {} : { endedAt, ending: 'end' }),
})
const plan = (day: string | undefined, more: Partial<Plan> = {}): Plan => ({
  id: 'p',
  scenario: 'call',
  if: 'mercredi',
  then: 'j’appelle',
  sequence: 0,
  createdAt: 1,
  changedAt: 1,
  ...(day ? { on: { day, time: '15:00', zone: 'Europe/Paris' } } : {}),
  ...more,
})
const rating = (moment: Rating['moment'], at: number, scenario = 'call'): Rating => ({
  id: `${moment}${at}`,
  scenario,
  moment,
  at,
  confidence: {},
  situations: {},
})
const played = [run('r1', 'call', 1), run('r2', 'talk', 2)]
const line = (kept: { runs?: Run[]; plans?: Plan[]; ratings?: Rating[] }) =>
  quietLine(modules, { runs: played, plans: [], ratings: [], ...kept }, TODAY, NOW)

describe('the line of the home', () => {
  it('is nothing when there is nothing to say', () => {
    expect(line({})).toBeUndefined()
  })

  it('says the plan of today, and opens it by the last finished run of its module', () => {
    const runs = [...played, run('r3', 'call', 3), run('r4', 'call')]
    expect(line({ runs, plans: [plan(TODAY)] })).toMatchObject({ kind: 'today', run: 'r3' })
  })

  it('says a plan whose day has passed for a week, then no more', () => {
    expect(line({ plans: [plan('2026-11-24')] })?.kind).toBe('passed')
    expect(line({ plans: [plan('2026-11-18')] })?.kind).toBe('passed')
    expect(line({ plans: [plan('2026-11-17')] })).toBeUndefined()
  })

  it('says nothing of a plan to come, without a day, or put away', () => {
    const plans = [plan('2026-11-26'), plan(undefined), plan(TODAY, { closedAt: 5 })]
    expect(line({ plans })).toBeUndefined()
  })

  it('says the nearest of several plans', () => {
    const plans = [plan(TODAY, { id: 'b' }), plan('2026-11-20', { id: 'a' })]
    expect(line({ plans })).toMatchObject({ kind: 'today', plan: { id: 'b' } })
  })

  it('proposes the questions of two weeks later in their time', () => {
    const after = (days: number) => line({ ratings: [rating('after', NOW - days * DAY)] })
    expect(after(13)).toBeUndefined()
    expect(after(14)).toEqual({ kind: 'later', module: 'call', run: 'r1' })
    expect(after(46)).toBeUndefined()
    const refused = [rating('after', NOW - 20 * DAY), rating('later', NOW - DAY)]
    expect(line({ ratings: refused })).toBeUndefined()
  })

  it('proposes the questions of before for the next module not begun, once', () => {
    expect(line({ runs: [] })).toEqual({ kind: 'before', module: 'call' })
    expect(line({ runs: [run('r1', 'call')] })).toEqual({ kind: 'before', module: 'talk' })
    expect(line({ runs: [], ratings: [rating('before', 1)] })).toBeUndefined()
  })

  it('says one thing at a time, the plan first', () => {
    const ratings = [rating('after', NOW - 15 * DAY)]
    expect(line({ plans: [plan(TODAY)], ratings })?.kind).toBe('today')
  })
})
