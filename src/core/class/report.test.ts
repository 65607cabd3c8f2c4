import { describe, expect, it } from 'vitest'
import { MORNING } from '../../../tests/class-play'
import { decision, ending, smallModule } from '../../../tests/modules'
import { needHelp } from './need-help'
import { pointsToDiscuss, reportOf } from './report'
import type { Result, ResultRun } from './result'

const scenario = smallModule(
  [
    decision('cold', 'first', { x: { quality: 'trap' }, y: {} }, { cold: true }),
    decision(
      'first',
      'second',
      { good: {}, fair: { quality: 'ok' }, bad: { quality: 'trap', misconception: 'm1' } },
      { objectives: ['o1'] },
    ),
    decision('second', 'end', { good: {}, bad: { quality: 'trap' } }, { objectives: ['o1'] }),
    ending('end', 4),
    ending('hard', 1),
  ],
  {
    misconceptions: [{ id: 'm1', belief: 'One must have a boss.', truth: 'No.' }],
    objectives: [{ id: 'o1', text: 'Ask' }],
  },
)

function run(picks: string, attempt = 1, end = 'end', seconds = 10): ResultRun {
  const steps = ['cold', 'first', 'second']
  const moves = picks.split(' ').map((pick, i) => ({ step: steps[i] ?? '', pick, seconds }))
  const { id: module, version } = scenario
  const setup = { level: 'n1', variant: 'v1', seed: 1 }
  return { module, version, ...setup, attempt, startedAt: MORNING, moves, ending: end }
}

const pupil = (name: string, ...runs: ResultRun[]): Result => ({
  assignment: 'a1b2c3d4e5f6',
  member: name,
  name,
  sentAt: MORNING,
  plays: runs.length ? { [scenario.id]: runs.at(-1)?.attempt ?? 1 } : {},
  runs,
})

const results = [
  pupil('a', run('x good good')),
  pupil('b', run('y bad good', 1, 'hard'), run('y good good', 3)),
  pupil('c', run('y bad bad', 1, 'hard', 20), run('x bad good', 2)),
  pupil('d'),
]

describe('the report of a class', () => {
  const first = reportOf(scenario, results, 'first')
  const best = reportOf(scenario, results, 'best')
  const counts = (report: typeof first, step: string) =>
    Object.fromEntries(
      (report.decisions.find((one) => one.step.id === step)?.choices ?? []).map(
        ({ choice, count }) => [choice.id, count],
      ),
    )

  it('counts pupils, not tries', () => {
    expect(first.pupils).toBe(3)
    expect(counts(first, 'first')).toEqual({ good: 1, fair: 0, bad: 2 })
  })

  it('tells the first run and the best run apart', () => {
    expect(counts(best, 'first')).toEqual({ good: 2, fair: 0, bad: 1 })
    expect(first.endings.map(({ ending: end, count }) => [end.id, count])).toEqual([
      ['end', 1],
      ['hard', 2],
    ])
    expect(best.endings[0]?.count).toBe(3)
  })

  it('counts who met a misconception, and who chose it', () => {
    expect(first.misconceptions).toMatchObject([{ id: 'm1', met: 3, held: 2 }])
    expect(best.misconceptions).toMatchObject([{ id: 'm1', met: 3, held: 1 }])
  })

  it('counts decisions by objective, first tries left out', () => {
    expect(first.objectives).toEqual([{ id: 'o1', text: 'Ask', practised: 6, best: 3 }])
  })

  it('tells who went further by playing again', () => {
    expect(first.again).toEqual({ further: 2, same: 0 })
  })

  it('gives the middle time and the extremes', () => {
    expect(first.time).toEqual({ median: 30, shortest: 30, longest: 60 })
  })

  it('puts first the decisions with most wrong answers, and never a first try', () => {
    expect(pointsToDiscuss(first).map(({ step }) => step.id)).toEqual(['first', 'second'])
    expect(pointsToDiscuss(first, 1)).toHaveLength(1)
  })

  it('is empty and whole when nobody handed in', () => {
    const none = reportOf(scenario, [], 'first')
    expect(none.pupils).toBe(0)
    expect(none.decisions).toHaveLength(3)
    expect(pointsToDiscuss(none)).toEqual([])
    expect(none.time).toBeUndefined()
  })

  it('leaves out the choices of another version that this one does not have', () => {
    const report = reportOf(scenario, [pupil('a', run('gone good good'))], 'first')
    expect(report.decisions[0]?.met).toBe(0)
    expect(report.decisions[1]?.met).toBe(1)
  })
})

describe('who might need help', () => {
  const lines = needHelp([scenario], results)
  const reasonsOf = (name: string) =>
    lines.find(({ result }) => result.name === name)?.reasons.map(({ kind }) => kind)

  it('is nobody who did well', () => {
    expect(reasonsOf('a')).toBeUndefined()
    expect(reasonsOf('b')).toBeUndefined()
  })

  it('is who believes the same thing to the end', () => {
    expect(reasonsOf('c')).toContain('same-belief')
  })

  it('is who has not finished', () => {
    expect(reasonsOf('d')).toEqual(['unfinished'])
  })

  it('is who ends at the hardest ending after many traps', () => {
    const [line] = needHelp([scenario], [pupil('e', run('y bad bad', 1, 'hard'))])
    expect(line?.reasons).toMatchObject([
      { kind: 'many-traps', traps: 2, judged: 2 },
      { kind: 'hard-ending' },
    ])
  })

  it('does not look at sensitive scenes nor at first tries', () => {
    const steps = scenario.steps.map((step) =>
      step.kind === 'decision' ? { ...step, sensitive: true } : step,
    )
    expect(needHelp([{ ...scenario, steps }], [pupil('e', run('x bad bad'))])).toEqual([])
  })
})
