import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compose, type Audience, type Settings } from '../src/core/push/compose'
import { isBalanced, unknownVariables } from '../src/core/push/fill-message'
import { htmlMail } from '../src/core/push/html-mail'
import type { Person } from '../src/core/push/person'
import { PUSHES, PUSH_IDS, type PushId } from '../src/core/push/pushes'
import { smsLength } from '../src/core/push/sms-length'
import texts from '../src/i18n/fr/push-messages.json'
import { mailAddress } from '../src/screens/push/message-address'

const AUDIENCES = ['youth', 'parents'] as const
const CASES = PUSH_IDS.flatMap((id) => AUDIENCES.map((audience) => [id, audience] as const))

const lea: Person = {
  ...{ id: '2', line: 2, firstName: 'Anne-Laure', lastName: 'Dupont', course: 'CAP Boulanger' },
  ...{ email: 'lea@exemple.fr', phone: '+33612345678', cfa: 'CFA de l’Ouest' },
  ...{ parentEmail: 'parent@exemple.fr', parentPhone: '+33612345679' },
  trade: { rome: 'D1102', label: 'Boulanger / Boulangère' },
  town: { code: '49007', name: 'Angers', latitude: 47.47, longitude: -0.55 },
  cfaKey: '088281P01313885594860007038855948600070-67118#L01',
}

/** Lea with and without each thing a file may not say. */
function everyLea(): Person[] {
  const parts: Partial<Person>[] = [
    { firstName: '' },
    { course: undefined, trade: undefined },
    { cfa: undefined },
    { town: undefined },
    { cfaKey: undefined },
  ]
  return Array.from({ length: 2 ** parts.length }, (_, bits) =>
    parts
      .filter((_part, at) => bits & (1 << at))
      .reduce<Person>((person, part) => ({ ...person, ...part }), lea),
  )
}

function settingsOf(id: PushId, audience: Audience): Omit<Settings, 'channel'> {
  return {
    ...{ push: PUSHES[id], audience, base: 'https://atoidejouer.example/', cheap: true },
    template: texts[id][audience],
    closing: texts.closing[audience],
    sender: { name: 'Anaïs Müller', organisation: 'Mission locale', email: 'a@exemple.org' },
  }
}

const sms = (person: Person, id: PushId, audience: Audience) =>
  compose(person, { ...settingsOf(id, audience), channel: 'sms' }).text
const mail = (person: Person, id: PushId, audience: Audience) =>
  compose(person, { ...settingsOf(id, audience), channel: 'email' })

describe.each(CASES)('the push « %s » to %s', (id, audience) => {
  const all = everyLea().map((person) => ({
    sms: sms(person, id, audience),
    ...mail(person, id, audience),
  }))

  test('names only what is known of people', () => {
    for (const text of Object.values(texts[id][audience])) {
      expect(unknownVariables(text)).toEqual([])
      expect(isBalanced(text)).toBe(true)
    }
  })

  test('has no hole, whatever is missing', () => {
    for (const { sms: short, subject, text } of all)
      for (const line of [...short.split('\n'), subject, ...text.split('\n')].filter(Boolean)) {
        expect(line).not.toMatch(/[{}[\]|]| {2}| [,.)]|\( |\(\)|undefined|,,|: ?\.| de de | à à /)
        expect(line).toMatch(/^\p{Lu}/u)
      }
    for (const { sms: short, subject } of all) expect(`${short}\n${subject}`).not.toMatch(/[:,]$/m)
  })

  test('is French before a vowel', () => {
    for (const { sms: short, subject, text } of all)
      expect(`${short} ${subject} ${text}`).not.toMatch(/\bde (Angers|Anne)/)
  })

  test('says who writes and how to receive no more', () => {
    for (const { sms: short, text } of all)
      for (const words of [short, text])
        expect(words).toMatch(/Ana[iï]s Müller, Mission locale[\s\S]*(Réponds|Répondez) STOP/)
  })

  test('says tu to the young person and vous to the parents', () => {
    const tu = /(?<!\p{L})(tu|toi|ton|ta|tes|t['’]\p{L}+)(?!\p{L})/iu
    const vous = /(?<!\p{L})(vous|votre|vos)(?!\p{L})/iu
    for (const { sms: short, subject, text } of all) {
      const words = `${short} ${subject} ${text}`
        .replace(/https:\S+/g, '')
        .replace(/Écris-leur/, '')
      expect(words).toMatch(audience === 'youth' ? tu : vous)
      expect(words).not.toMatch(audience === 'youth' ? vous : tu)
    }
  })

  test('leads to the module, whose minutes it says', () => {
    const { module } = PUSHES[id]
    const { minutes } = JSON.parse(
      readFileSync(new URL(`../scenarios/${module}/scenario.json`, import.meta.url), 'utf8'),
    ) as { minutes: { first: number } }
    for (const { sms: short, text } of all) {
      for (const words of [short, text]) expect(words).toContain(`#/jouer/${module}`)
      const said = [...`${short} ${text}`.matchAll(/(\d+) minutes/g)].map(([, number]) => number)
      expect(new Set(said)).toEqual(new Set([String(minutes.first)]))
    }
  })

  test('fits in three text messages of phones', () => {
    for (const { sms: short } of all) {
      const { alphabet, segments } = smsLength(short)
      expect(alphabet).toBe('GSM-7')
      expect(segments).toBeLessThanOrEqual(3)
    }
  })

  test('opens in a mail client that takes 2,000 signs', () => {
    for (const person of everyLea()) {
      const letter = compose(person, {
        ...settingsOf(id, audience),
        channel: 'email',
        shortLinks: true,
      })
      expect(mailAddress(letter).length).toBeLessThan(2000)
    }
  })

  test('says nothing of the person in any address, in text or in HTML', () => {
    for (const { sms: short, subject, text } of all)
      for (const [url] of `${short} ${htmlMail(subject, text)}`.matchAll(/https?:[^\s"<]+/g))
        expect(decodeURIComponent(url)).not.toMatch(/anne|laure|dupont|exemple\.fr|3361234/i)
  })
})
