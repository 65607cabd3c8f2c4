import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ALLOWED_LICENCES, licenceTable, shippedPackages } from './licences'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

it('every package that reaches the user has a licence that allows it', () => {
  const others = shippedPackages().filter(({ licence }) => !ALLOWED_LICENCES.includes(licence))
  expect(others).toEqual([])
})

it('every direct dependency is in the lockfile', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object }
  const names = shippedPackages().map(({ name }) => name)
  for (const name of Object.keys(dependencies)) expect(names).toContain(name)
})

it('the list in docs is today’s', () => {
  expect(read('docs/licences.md')).toBe(licenceTable())
})

it('no package runs a script when it is installed', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
})
