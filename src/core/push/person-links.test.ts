import { expect, test } from 'vitest'
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

test('every link of a text message fits in less than a segment, and so do the short ones of an e-mail', () => {
  for (const id of PUSH_IDS)
    for (const channel of ['sms', 'email'] as const)
      for (const url of Object.values(personLinks(lea, PUSHES[id], channel, base, true)))
        expect(String(url).length).toBeLessThan(120)
})

test('the guide of a push is a short link in a text message, and bears the marks in an e-mail', () => {
  expect(personLinks(lea, PUSHES.interview, 'sms', base).offers).toBe(`${base}#/g/interview`)
  expect(personLinks(lea, PUSHES.interview, 'email', base).offers).toMatch(
    /guide-alternant\/conseils.*\?utm_source=a-toi-de-jouer&.*utm_campaign=relance-interview$/,
  )
})

test('a town without a trade is searched around, in a text message as in an e-mail', () => {
  const { town } = lea
  expect(personLinks({ town }, PUSHES.canvass, 'email', base).offers).toMatch(
    /recherche\?lieu_label=Nantes/,
  )
  expect(personLinks({ town }, PUSHES.canvass, 'sms', base).offers).toBe(
    `${base}#/o/jobs/-/44109/canvass`,
  )
})

test('with neither a trade nor a town, the app asks for them', () => {
  for (const channel of ['sms', 'email'] as const)
    expect(personLinks({}, PUSHES.canvass, channel, base).offers).toContain('#/offres?quoi=jobs')
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
