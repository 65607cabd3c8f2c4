import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LIVE } from '../scenario'
import { allowedHost } from './hosts'
import { liveLinks } from './live-links'

const known = {
  trade: { rome: 'D1102', label: 'Boulanger / Boulangère' },
  place: { code: '44109', name: 'Nantes', latitude: 47.22, longitude: -1.55 },
}

test('every live id of the format leads somewhere allowed', () => {
  for (const id of LIVE) {
    const ways = liveLinks([id], known, 'module')
    expect(ways.length, id).toBeGreaterThan(0)
    for (const way of ways)
      expect('to' in way ? way.to.startsWith('/') : allowedHost(way.url), id).toBeTruthy()
  }
})

test('the trade and the place already known are in the links', () => {
  const [way] = liveLinks(['courses'], known, 'allo-le-cfa')
  const query = new URL(way && 'url' in way ? way.url : '').searchParams
  expect(query.get('q')).toBe('Boulanger / Boulangère')
  expect(query.get('lieu_label')).toBe('Nantes')
  expect(query.get('mode')).toBe('formations')
  expect(query.get('radius')).toBe('60')
  expect(query.get('utm_campaign')).toBe('allo-le-cfa-courses')
})

test('without a trade, a search first asks for it in the app', () => {
  expect(liveLinks(['companies'], {}, 'module')).toEqual([
    { id: 'companies', to: '/offres?quoi=companies' },
  ])
})

test('the search in the app begins with the words of the learner, which go to no other site', () => {
  const [asked] = liveLinks(['courses'], {}, 'module', 'un CAP cuisine & service')
  expect(asked && 'to' in asked && new URLSearchParams(asked.to.split('?')[1]).get('cherche')).toBe(
    'un CAP cuisine & service',
  )
  const [sent] = liveLinks(['courses'], known, 'module', 'chez mon oncle Sam')
  expect(JSON.stringify(sent)).not.toContain('oncle')
})

test('each module opens on what its story is about', () => {
  const needs = {
    'allo-le-cfa': ['courses', 'contact-cfa'],
    'trouver-mon-entreprise': ['jobs', 'companies'],
    'mon-entretien': ['interview-tips', 'pay', 'jobs'],
    'mes-45-premiers-jours': ['contract-guide', 'mentor-guide', 'break-guide', 'pay'],
    'je-ne-sais-pas-encore': ['explore', 'courses'],
  }
  for (const [module, ids] of Object.entries(needs)) {
    const file = new URL(`../../../scenarios/${module}/scenario.json`, import.meta.url)
    const { after } = JSON.parse(readFileSync(file, 'utf8')) as { after: { live: string[] } }
    expect(after.live, module).toEqual(expect.arrayContaining(ids))
  }
})
