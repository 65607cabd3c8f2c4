import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allowedHost, shownHost } from './hosts'

test('an allowed address gives the host to name', () => {
  expect(allowedHost('https://labonnealternance.apprentissage.beta.gouv.fr/faq')).toBe(
    'labonnealternance.apprentissage.beta.gouv.fr',
  )
  expect(allowedHost('https://diagoriente.fr')).toBe('diagoriente.fr')
})

test('anything else is refused', () => {
  for (const url of [
    'http://diagoriente.fr/',
    'https://diagoriente.fr.example.com/',
    'https://diagoriente.fr@example.com/',
    'https://example.com/https://diagoriente.fr/',
    'https://diagoriente.fr:8443/',
    'https://DIAGORIENTE.fr/',
    'javascript:alert(1)',
    ' https://diagoriente.fr/',
    '',
  ])
    expect(allowedHost(url), url).toBeUndefined()
})

test('a host that is shown may wrap after each dot', () => {
  expect(shownHost('https://www.unml.info/x.y')).toBe('www.\u200Bunml.\u200Binfo')
  expect(shownHost('https://example.com/')).toBe('')
})

test('every source of a fact can be opened', () => {
  const file = new URL('../../../scenarios/facts.json', import.meta.url)
  const { facts } = JSON.parse(readFileSync(file, 'utf8')) as { facts: { url: string }[] }
  expect(facts.map(({ url }) => url).filter((url) => !allowedHost(url))).toEqual([])
})
