import { expect, test } from 'vitest'
import { allowedHost } from '../offers/hosts'
import { personLinks } from './person-links'
import { PUSH_IDS, PUSHES } from './pushes'

const base = 'https://atoidejouer.example/'
const lea = {
  firstName: 'Léa',
  email: 'lea@exemple.fr',
  trade: { rome: 'D1102', label: 'Boulanger / Boulangère' },
  town: { code: '44109', name: 'Nantes', latitude: 47.22, longitude: -1.55 },
  cfaKey: '088281P01313885594860007038855948600070-67118#L01',
}

test('the module opens straight on the play screen, with marks of the campaign', () => {
  expect(personLinks(lea, PUSHES.contact, 'sms', base).module).toBe(
    'https://atoidejouer.example/?utm_source=sms&utm_campaign=contact#/jouer/allo-le-cfa',
  )
})

test('the links of an e-mail lead to the search and to the contact page', () => {
  const links = personLinks(lea, PUSHES.contact, 'email', base)
  expect(links.offers).toMatch(
    /recherche\?mode=formations&q=Boulanger.*lieu_label=Nantes.*utm_campaign=relance-contact/,
  )
  expect(links.cfa).toMatch(/rdva\?cleMinistereEducatif=088281P01.*%23L01/)
})

test('the links of a text message fit in less than a segment each', () => {
  for (const id of PUSH_IDS) {
    const links = personLinks(lea, PUSHES[id], 'sms', base)
    for (const url of [links.module, links.offers, links.cfa ?? ''])
      if (!allowedHost(url)) expect(url.length).toBeLessThan(110)
  }
})

test('no address says anything of the person', () => {
  for (const id of PUSH_IDS)
    for (const channel of ['sms', 'email'] as const) {
      const links = Object.values(personLinks(lea, PUSHES[id], channel, base)).join(' ')
      expect(links).not.toMatch(/l[ée]a|exemple\.fr/i)
    }
})

test('without a key there is no contact link', () => {
  expect(personLinks({}, PUSHES.contact, 'email', base).cfa).toBeUndefined()
})
