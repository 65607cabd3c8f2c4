import { recoveryCode } from './tests/recovery-code.mjs'

/** Small faults put into the recovery code, one at a time: its unit tests must find four of five. */
export default {
  mutate: recoveryCode.map((name) => `${name}.ts`),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/recovery.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // A fault in a constant of a module asks for all tests, one fault after the other.
  ignoreStatic: true,
  concurrency: 2,
  // A slow machine is no fault found.
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  thresholds: { high: 90, low: 80, break: 80 },
  // Vitest looks for no test under node_modules.
  tempDirName: 'coverage/mutants',
  jsonReporter: { fileName: 'coverage/mutation.json' },
}
