// How many tests passed and failed, from each runner's own report. A run that broke without naming a failed test
// (a file that does not load, no test at all) counts as one failure.

/**
 * @param {{ numPassedTests?: number, numFailedTests?: number } | undefined} report
 * @param {number} exitCode
 */
export function countVitest(report, exitCode) {
  return counts(report?.numPassedTests, report?.numFailedTests, exitCode)
}

/**
 * @param {{ stats?: { expected?: number, unexpected?: number, flaky?: number } } | undefined} report
 * @param {number} exitCode
 */
export function countPlaywright(report, exitCode) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  return counts(expected, unexpected + flaky, exitCode)
}

/**
 * @param {number | undefined} passed
 * @param {number | undefined} failed
 * @param {number} exitCode
 */
function counts(passed = 0, failed = 0, exitCode) {
  const broken = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: broken ? 1 : failed }
}
