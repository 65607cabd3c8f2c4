import { defineConfig } from 'vitest/config'
import app from '../vite.config.ts'
import { recoveryCode, recoveryOnScreen } from './recovery-code.mjs'

const isMutated = Boolean(process.env['MUTANTS'])
const names = isMutated ? recoveryCode : [...recoveryCode, ...recoveryOnScreen]
const tested = names.map((name) => `${name}.test.ts`)
/** Milliseconds. Code that is measured is slower; a fault may make a test wait for ever. */
const testTimeout = isMutated ? 10_000 : 60_000
const isCore = (name: string) => name.startsWith('src/core/')

/** The recovery code under its own unit tests alone: what another test happens to pass through does not count. */
export default defineConfig({
  ...app,
  test: {
    coverage: {
      provider: 'v8',
      include: names.map((name) => `${name}.ts`),
      reporter: ['text', 'json'],
      reportsDirectory: 'coverage/recovery',
      thresholds: { branches: 95 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          setupFiles: ['tests/quick-properties.ts'],
          include: tested.filter(isCore),
          testTimeout,
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          environment: 'happy-dom',
          setupFiles: ['tests/quick-properties.ts', 'tests/database-in-memory.ts'],
          include: tested.filter((name) => !isCore(name)),
          testTimeout,
        },
      },
    ],
  },
})
