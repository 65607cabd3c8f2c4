import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LIVE } from '../scenario'
import { MOMENTS } from './guide-list'
import { allowedHost } from './hosts'
import { liveLinks } from './live-links'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../i18n/fr/${name}.json`, import.meta.url), 'utf8'))
const texts = read('guides') as {
  moment: Record<string, string>
  guide: Record<string, { title: string; text: string }>
}
const live = read('live') as { link: Record<string, string> }
const guides = MOMENTS.flatMap((moment) => moment.guides)

test('each guide has a title and says what it is for', () => {
  expect(MOMENTS.filter(({ id }) => !texts.moment[id])).toEqual([])
  expect(guides.filter(({ id }) => !texts.guide[id]?.title || !texts.guide[id].text)).toEqual([])
  expect(Object.keys(texts.guide).sort()).toEqual(guides.map(({ id }) => id).sort())
})

test('each guide is an allowed page, a number to call or one to write to', () => {
  for (const guide of guides)
    if ('url' in guide) expect(allowedHost(guide.url), guide.id).toBeDefined()
    else expect('tel' in guide ? guide.tel : guide.sms, guide.id).toMatch(/^\d{2,6}$/)
})

test('each link of a module has its words', () => {
  const ids = liveLinks(LIVE, {}, 'module').map(({ id }) => id)
  expect(Object.keys(live.link).sort()).toEqual(ids.sort())
})
