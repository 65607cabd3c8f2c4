import { expect, it } from 'vitest'
import { countPlaywright, countVitest } from './test-counts.mjs'

it('counts what each runner reports', () => {
  const unit = { numPassedTests: 12, numFailedTests: 2 }
  expect(countVitest(unit, 1)).toEqual({ passed: 12, failed: 2 })
  const journeys = { stats: { expected: 3, unexpected: 1, flaky: 1 } }
  expect(countPlaywright(journeys, 1)).toEqual({ passed: 3, failed: 2 })
})

it('counts one failure when a run breaks without naming a test', () => {
  expect(countVitest({ numPassedTests: 12, numFailedTests: 0 }, 1)).toEqual({
    passed: 12,
    failed: 1,
  })
  expect(countVitest(undefined, 127)).toEqual({ passed: 0, failed: 1 })
})

it('does not take an empty run for a success', () => {
  expect(countVitest({ numPassedTests: 0, numFailedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  expect(countPlaywright(undefined, 0)).toEqual({ passed: 0, failed: 1 })
})
