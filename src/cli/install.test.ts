import { expect, it } from 'vitest'
import { matches } from './install.mjs'

const wanted = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/vue': { version: '3.5.0' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
}

it('is content with what the lock describes, without the packages of other systems', () => {
  expect(matches(wanted, { packages: { 'node_modules/vue': { version: '3.5.0' } } })).toBe(true)
})

it('installs again when a package is missing, older or no longer wanted', () => {
  expect(matches(wanted, { packages: {} })).toBe(false)
  expect(matches(wanted, { packages: { 'node_modules/vue': { version: '3.4.0' } } })).toBe(false)
  const extra = {
    'node_modules/vue': { version: '3.5.0' },
    'node_modules/old': { version: '1.0.0' },
  }
  expect(matches(wanted, { packages: extra })).toBe(false)
})
